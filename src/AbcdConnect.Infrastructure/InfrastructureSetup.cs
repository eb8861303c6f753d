using AbcdConnect.Application.Metrics;
using AbcdConnect.Application.Outbox;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Infrastructure.Assets;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Infrastructure.Demo;
using AbcdConnect.Infrastructure.Mail;
using AbcdConnect.Infrastructure.Metrics;
using AbcdConnect.Infrastructure.Reports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AbcdConnect.Infrastructure;

public static class InfrastructureSetup
{
    /// <summary>Adds everything that the use cases ask of the outside: database, sign-in, jobs, printing.</summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAbcdDatabase(configuration);
        services.AddAbcdAccess();
        services.AddSingleton<Application.Conversations.IPseudonyms, Conversations.ResearchPseudonyms>();
        services.AddScoped<Application.Search.ISearchRebuilder, Search.SearchRebuilder>();
        services.AddDemo();
        services.AddAssetPorts();
        services.AddSingleton(new OpenReferral.WebPageSettings(configuration.GetValue("Import:PrivateAddresses", false), TimeSpan.FromSeconds(configuration.GetValue("Import:TimeoutSeconds", 30))));
        services.AddSingleton<Application.OpenReferral.IWebPages, OpenReferral.WebPages>();
        services.AddSingleton<Application.OpenReferral.ITermMap, OpenReferral.TermFile>();
        services.TryAddSingleton<IJobScheduler, NoScheduler>();
        services.AddMail(configuration);
        services.AddPdfPrinting(configuration);
        services.AddSingleton(new Meetings.PaperSettings(configuration["Meetings:QpdfPath"]));
        services.AddSingleton<Application.Meetings.Papers.IPackBinder, Meetings.QpdfBinder>();
        OfflineSettings offline = new();
        services.AddSingleton(new OfflineSettings(
            configuration.GetValue("Offline:Days", offline.Days),
            configuration.GetValue("Offline:People", offline.People),
            configuration.GetValue("Offline:Assets", offline.Assets)));
        return services;
    }
}
