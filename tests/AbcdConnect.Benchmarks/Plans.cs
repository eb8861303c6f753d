using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using AbcdConnect.Domain.Access;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AbcdConnect.Benchmarks;

/// <summary>How the database answers the pages' slower statements: for finding the index that is missing.</summary>
internal static class Plans
{
    private const double Slow = 4;

    public static async Task<int> Measure(Settings settings)
    {
        await using var city = await CityData.Ready(settings);
        using var heard = new Statements();
        await using var host = new WebHost(city.Folder);
        foreach (var role in new[] { Role.Worker, Role.Coordinator })
        {
            using var browser = await host.SignIn(Infrastructure.Access.DemoAccounts.EmailOf(role));
            foreach (var asked in await Pages.For(city, await PageTimes.PlacesOf(city, role)))
            {
                for (var i = 0; i < 6; i++)
                {
                    heard.Forget();
                    await asked.Ask(browser, i, null);
                }

                foreach (var statement in heard.All.Where(s => s.Milliseconds > Slow).OrderByDescending(s => s.Milliseconds).Take(3))
                {
                    Console.WriteLine($"## {role}: {asked.Name}: {statement.Milliseconds:0.0} ms\n{statement.Sql}\n");
                    foreach (var step in statement.Plan(Path.Combine(city.Folder, "abcd.db")))
                    {
                        Console.WriteLine($"    {step}");
                    }

                    Console.WriteLine();
                }
            }
        }

        return 0;
    }

    /// <summary>A statement as it was run.</summary>
    private sealed record Statement(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters, double Milliseconds)
    {
        public List<string> Plan(string file)
        {
            using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
            connection.Open();
            using var command = connection.CreateCommand();
            // A statement of the application's own.
#pragma warning disable CA2100
            command.CommandText = $"EXPLAIN QUERY PLAN {Sql}";
#pragma warning restore CA2100
            foreach (var (name, value) in Parameters)
            {
                command.Parameters.AddWithValue(name, value ?? DBNull.Value);
            }

            var steps = new List<string>();
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                steps.Add(reader.GetString(3));
            }

            return steps;
        }
    }

    /// <summary>Hears every statement that Entity Framework runs in this process.</summary>
    private sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly ConcurrentQueue<Statement> statements = new();
        private readonly ConcurrentDictionary<Guid, TimeSpan> executed = new();
        private readonly IDisposable listeners;
        private IDisposable? listening;

        public Statements() => listeners = DiagnosticListener.AllListeners.Subscribe(this);

        public IReadOnlyList<Statement> All => [.. statements];

        public void Forget() => statements.Clear();

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                listening = value.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            // SQLite does its work both when the statement is run, up to the first row, and while the others are read.
            if (value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandExecutedEventData run)
            {
                executed[run.CommandId] = run.Duration;
            }

            if (value.Key == RelationalEventId.DataReaderDisposing.Name && value.Value is DataReaderDisposingEventData read)
            {
                statements.Enqueue(new Statement(
                    read.Command.CommandText,
                    [.. read.Command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))],
                    (read.Duration + executed.GetValueOrDefault(read.CommandId)).TotalMilliseconds));
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            listening?.Dispose();
            listeners.Dispose();
        }
    }
}
