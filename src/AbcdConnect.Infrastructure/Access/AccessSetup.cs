using AbcdConnect.Application.Access;
using AbcdConnect.Infrastructure.Database;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AbcdConnect.Infrastructure.Access;

internal static class AccessSetup
{
    /// <summary>Wrong tries in a row before sign-in pauses.</summary>
    public const int Tries = 5;

    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    /// <summary>Accounts and their passwords and passkeys; and the keys that seal cookies and forms, kept in the database.</summary>
    public static IServiceCollection AddAbcdAccess(this IServiceCollection services)
    {
        services.AddScoped<AmbientViewer>();
        services.AddScoped<ICurrentViewer>(provider => provider.GetRequiredService<AmbientViewer>());
        services.AddIdentityCore<AbcdUser>(identity =>
        {
            identity.Stores.SchemaVersion = AbcdDbContext.TablesOfIdentity;
            identity.User.RequireUniqueEmail = true;
            // E-mail addresses may hold any letter; what is an address is decided where it is typed.
            identity.User.AllowedUserNameCharacters = "";
            identity.Lockout.MaxFailedAccessAttempts = Tries;
            identity.Lockout.DefaultLockoutTimeSpan = Pause;
            identity.Password.RequiredLength = PasswordRules.Shortest;
            identity.Password.RequireDigit = false;
            identity.Password.RequireLowercase = false;
            identity.Password.RequireUppercase = false;
            identity.Password.RequireNonAlphanumeric = false;
        })
            .AddErrorDescriber<PlainIdentityErrors>()
            .AddEntityFrameworkStores<AbcdDbContext>();
        services.AddScoped<IPasswordValidator<AbcdUser>>(provider => new PasswordRules(provider.GetService<IHostEnvironment>()));
        services.AddScoped<IAccounts, IdentityAccounts>();
        services.AddScoped<IAuditChain, AuditChain>();
        services.AddScoped<DemoAccounts>();

        services.AddDataProtection().SetApplicationName("AbcdConnect");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(keys =>
            keys.XmlRepository = new KeysInDatabase(provider.GetRequiredService<IServiceScopeFactory>())));
        return services;
    }
}
