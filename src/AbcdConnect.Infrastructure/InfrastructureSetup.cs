using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Infrastructure.Assets;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Infrastructure.Demo;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Infrastructure;

public static class InfrastructureSetup
{
    /// <summary>Adds everything that the use cases ask of the outside: database, sign-in, jobs, printing.</summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAbcdDatabase(configuration);
        services.AddAbcdAccess();
        services.AddSingleton<Application.Conversations.IPseudonyms, Conversations.ResearchPseudonyms>();
        services.AddDemo();
        services.AddAssetPorts();
        return services;
    }
}
