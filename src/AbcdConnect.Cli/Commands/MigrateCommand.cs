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
            var pending = await host.Db(async db => (await db.Database.GetPendingMigrationsAsync(token)).ToList());
            var settings = host.Services.GetRequiredService<DatabaseSettings>();
            var anew = settings.WhatToDo() is not null && settings.WasHere();
            await host.Services.BringUpToDateAsync(token);
            if (anew)
            {
                await Console.Error.WriteLineAsync($"There had been a database here, and it was gone: a new one, with nothing in it, is in its place now. To bring back a backup, stop AbcdConnect, put the backup's file in place of {settings.File()} and run this again.");
            }

            Console.WriteLine(pending.Count == 0 ? "The database is up to date." : $"The database is up to date now: {pending.Count} steps were taken, the last {pending[^1]}.");
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
