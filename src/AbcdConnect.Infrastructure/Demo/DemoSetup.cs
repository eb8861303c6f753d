using AbcdConnect.Application.Programmes;
using AbcdConnect.Infrastructure.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AbcdConnect.Infrastructure.Demo;

internal static class DemoSetup
{
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        services.TryAddScoped<IPasswordHasher<AbcdUser>, PasswordHasher<AbcdUser>>();
        services.AddScoped<IDemoBorough, DemoBorough>();
        return services;
    }
}
