using AbcdConnect.Application.Programmes;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Infrastructure.Demo;

internal static class DemoSetup
{
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        services.AddScoped<IDemoBorough, DemoBorough>();
        services.AddScoped<ICity, City.CityMaker>();
        return services;
    }
}
