using AbcdConnect.Application.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AbcdConnect.Infrastructure.Database;

/// <summary>Which database, where. Read from configuration; see docs/operations.md.</summary>
public sealed record DatabaseSettings(string Provider, string ConnectionString, string DataFolder, int CompatibilityLevel, int MaxBatchSize, int BusySeconds = DatabaseSettings.UsualBusySeconds)
{
    public const string Sqlite = "Sqlite";
    public const string SqlServer = "SqlServer";

    /// <summary>How long a save waits for another process that holds SQLite's file.</summary>
    public const int UsualBusySeconds = 30;

    public bool IsSqlite => Provider == Sqlite;

    /// <exception cref="InvalidOperationException">The settings contradict one another; the message says which and what to do.</exception>
    public static DatabaseSettings From(IConfiguration configuration)
    {
        var folder = configuration["Data:Folder"];
        if (string.IsNullOrWhiteSpace(folder))
        {
            folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "AbcdConnect");
        }

        folder = Path.GetFullPath(folder);
        var provider = configuration["Database:Provider"] ?? Sqlite;
        var connection = configuration.GetConnectionString("Abcd");
        if (string.Equals(provider, Sqlite, StringComparison.OrdinalIgnoreCase))
        {
            provider = Sqlite;
            connection ??= $"Data Source={Path.Combine(folder, "abcd.db")}";
        }
        else if (string.Equals(provider, SqlServer, StringComparison.OrdinalIgnoreCase))
        {
            provider = SqlServer;
            connection = connection ?? throw new InvalidOperationException("Database:Provider is SqlServer, but ConnectionStrings:Abcd is not set. Set it to the database's connection string, with Encrypt=true.");
        }
        else
        {
            throw new InvalidOperationException($"Database:Provider is '{provider}'. It is Sqlite or SqlServer.");
        }

        return new DatabaseSettings(provider, connection, folder, configuration.GetValue("Database:CompatibilityLevel", 150), configuration.GetValue("Database:MaxBatchSize", 100), configuration.GetValue("Database:BusySeconds", UsualBusySeconds));
    }
}

public static class DatabaseSetup
{
    /// <summary>Adds the database, by the settings' provider.</summary>
    public static IServiceCollection AddAbcdDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => DatabaseSettings.From(configuration));
        services.AddSingleton<WriteGate>();
        services.AddSingleton(provider => new SqlitePragmas(provider.GetRequiredService<DatabaseSettings>().BusySeconds));
        services.AddDbContext<AbcdDbContext>((provider, options) => options.UseAbcd(provider.GetRequiredService<DatabaseSettings>(), provider.GetRequiredService<SqlitePragmas>()));
        services.AddScoped<IAbcdDbContext>(provider => provider.GetRequiredService<AbcdDbContext>());
        return services;
    }

    /// <summary>Points a context at the database that the settings name.</summary>
    public static DbContextOptionsBuilder UseAbcd(this DbContextOptionsBuilder options, DatabaseSettings settings, SqlitePragmas pragmas)
    {
        // A list is counted up to a bound, and any thousand of them will do.
        options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
        return settings.IsSqlite
            ? options
                .UseSqlite(settings.ConnectionString, sqlite => sqlite.MigrationsAssembly("AbcdConnect.Migrations.Sqlite").CommandTimeout(settings.BusySeconds))
                .AddInterceptors(pragmas)
                .ReplaceService<IMigrationsSqlGenerator, CompactTables>()
            : options
                .UseSqlServer(settings.ConnectionString, server => server
                    .MigrationsAssembly("AbcdConnect.Migrations.SqlServer")
                    .UseCompatibilityLevel(settings.CompatibilityLevel)
                    .MaxBatchSize(settings.MaxBatchSize));
    }
}
