using System.CommandLine;
using AbcdConnect.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Cli.Commands;

/// <summary>abcd migrate: makes the database where there is none, and brings an older one up to this version. Deletes nothing.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var programme = new Option<string?>("--programme") { Description = "Begins a programme of this name where the database holds none." };
        var command = new Command("migrate", "Makes the database, or brings an older one up to this version. Nothing in it is lost.") { programme };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = CliHost.Start();
            var settings = host.Services.GetRequiredService<DatabaseSettings>();
            Directory.CreateDirectory(settings.DataFolder);
            var applied = await host.Db(async db =>
            {
                var pending = (await db.Database.GetPendingMigrationsAsync(token)).ToList();
                await db.Database.MigrateAsync(token);
                return pending;
            });
            Console.WriteLine(applied.Count == 0 ? "The database is up to date." : $"The database is up to date now: {applied.Count} steps were taken, the last {applied[^1]}.");
            if (parsed.GetValue(programme) is { } name)
            {
                await host.Programme(name, begin: true, token);
                Console.WriteLine($"The programme is \"{name}\".");
            }

            return 0;
        });
        return command;
    }
}
