using AbcdConnect.Infrastructure.Assets;
using AbcdConnect.Infrastructure.Demo;
using AbcdConnect.Infrastructure.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AbcdConnect.Infrastructure.Database;

public static class DatabaseStart
{
    /// <summary>Makes the data folder where it is missing. Called before anything touches the database.</summary>
    public static void MakeDataFolder(this IServiceProvider services) =>
        Directory.CreateDirectory(services.GetRequiredService<DatabaseSettings>().DataFolder);

    /// <summary>For production: a database is never made by starting. Where its file is missing, nothing makes an empty one in its
    /// place, and <see cref="DatabaseFile.WhatToDo"/> says what to do.</summary>
    public static void KeepToDatabase(this IServiceProvider services)
    {
        services.MakeDataFolder();
        var settings = services.GetRequiredService<DatabaseSettings>();
        if (settings.File() is not { } file)
        {
            return;
        }

        services.GetRequiredService<SqlitePragmas>().MustBeThere = file;
        if (settings.WhatToDo() is { } missing)
        {
            services.GetRequiredService<ILoggerFactory>().CreateLogger("AbcdConnect.Database").LogCritical("{Missing}", missing);
        }
        else
        {
            settings.RememberFile();
        }
    }

    /// <summary>Brings the database to the newest schema, making it where there is none, with the shared words
    /// for gifts and assets in it. Deletes nothing.</summary>
    public static async Task BringUpToDateAsync(this IServiceProvider services, CancellationToken token = default)
    {
        services.MakeDataFolder();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AbcdDbContext>();
        if (db.Database.GetMigrations().Any())
        {
            await db.Database.MigrateAsync(token);
        }
        else
        {
            await db.Database.EnsureCreatedAsync(token);
        }

        await db.BeginSearchIndexAsync(token);
        // A new version may bring new words.
        await scope.ServiceProvider.LoadStarterTaxonomyAsync(token);
        await db.DrawAssetsAsync(token);
        await db.RenewPlannerStatisticsAsync(token);
        scope.ServiceProvider.GetRequiredService<DatabaseSettings>().RememberFile();
    }
}
