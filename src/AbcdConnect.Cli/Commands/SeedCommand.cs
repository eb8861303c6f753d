using System.CommandLine;
using System.Diagnostics;
using AbcdConnect.Application.Programmes;
using AbcdConnect.Infrastructure.Database;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Cli.Commands;

/// <summary>abcd seed demo|city: fills an empty database with made-up people.</summary>
internal static class SeedCommand
{
    public static Command Create() => new("seed", "Fills an empty database with a made-up borough to try, or a made-up city to measure.")
    {
        Demo(),
        City(),
    };

    private static Command Demo()
    {
        var command = new Command("demo", "The fictional borough of Wealbourne: fourteen months that end with last month. A database with a programme in it keeps what it has.");
        command.SetAction(async (_, token) =>
        {
            await using var host = CliHost.Start();
            await host.Services.BringUpToDateAsync(token);
            await using var scope = host.Services.CreateAsyncScope();
            var loaded = await scope.ServiceProvider.GetRequiredService<IDemoBorough>().LoadAsync(new Lines(), token);
            Console.WriteLine(loaded
                ? "The demo borough is loaded. Its staff can sign in where the web application runs in Development; compile its figures with: abcd compile --all"
                : "The database holds a programme already; nothing was loaded.");
            return 0;
        });
        return command;
    }

    private static Command City()
    {
        var scale = new Option<double>("--scale")
        {
            Description = "How much of the city: 1 is 100,000 people, 1,000,000 conversations, 300,000 signposts, 50,000 assets and 300,000 connections over five years.",
            DefaultValueFactory = _ => 1,
        };
        var command = new Command("city", "A made-up city, the same each time, for measuring how fast the product is when it is full. SQLite only. Its rows have no entries in the audit log: nobody wrote them.") { scale };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = CliHost.Start();
            await host.Services.BringUpToDateAsync(token);
            var watch = Stopwatch.StartNew();
            await using var scope = host.Services.CreateAsyncScope();
            using (var bar = new PercentBar(Console.Error, !Console.IsErrorRedirected))
            {
                await scope.ServiceProvider.GetRequiredService<ICity>().BuildAsync(parsed.GetValue(scale), bar, token);
            }

            Console.WriteLine($"The city is there, after {watch.Elapsed.TotalMinutes:0.0} minutes. Compile its figures with: abcd compile --all");
            return 0;
        });
        return command;
    }

    private sealed class Lines : IProgress<string>
    {
        public void Report(string value) => Console.WriteLine($"  {value}");
    }

    /// <summary>A bar on one line; where the output is not a terminal, a line for each thing begun.</summary>
    private sealed class PercentBar(TextWriter console, bool interactive) : IProgress<CityProgress>, IDisposable
    {
        private const int Width = 30;
        private string last = "";

        public void Report(CityProgress value)
        {
            if (interactive)
            {
                var done = value.Percent * Width / 100;
                console.Write($"\r[{new string('#', done)}{new string('.', Width - done)}] {value.Percent,3}% {value.What,-20}");
            }
            else if (value.What != last)
            {
                console.WriteLine($"{value.Percent,3}% {value.What}");
                last = value.What;
            }
        }

        public void Dispose()
        {
            if (interactive)
            {
                console.Write($"\r{new string(' ', Width + 30)}\r");
            }
        }
    }
}
