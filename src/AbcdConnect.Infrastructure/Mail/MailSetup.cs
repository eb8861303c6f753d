using AbcdConnect.Application.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Infrastructure.Mail;

internal static class MailSetup
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(_ => MailSettings.Read(configuration)).AddSingleton<IMailCarrier, SmtpCarrier>();
}
