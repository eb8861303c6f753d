using System.CommandLine;
using System.Globalization;
using AbcdConnect.Application;
using AbcdConnect.Application.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Infrastructure;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Infrastructure.Database;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AbcdConnect.Cli;

/// <summary>What every command runs on: the same settings, database and use cases as the web application, without the web.</summary>
internal sealed class CliHost : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private CliHost(ServiceProvider services) => this.services = services;

    /// <summary>--programme: only needed where the database holds more than one.</summary>
    public static Option<string?> ProgrammeOption() => new("--programme")
    {
        Description = "The programme, by its name. Needed where the database holds several. Where it holds none, one of this name is begun.",
    };

    public IServiceProvider Services => services;

    /// <summary>Reads the settings: appsettings.json beside the program, then environment variables (Data__Folder, ConnectionStrings__Abcd …).</summary>
    public static CliHost Start(Action<IServiceCollection>? more = null)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddLogging(log => log.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning)
            // What the database refuses is said once, in words, by CliProblems.
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None));
        collection.AddApplication();
        collection.AddInfrastructure(configuration);
        more?.Invoke(collection);
        return new CliHost(collection.BuildServiceProvider(validateScopes: true));
    }

    /// <summary>Sends a request as the machine itself, in a programme.</summary>
    public async Task<T> Send<T>(IRequest<T> request, ProgrammeId programme, CancellationToken token)
    {
        await using var scope = ScopeFor(programme);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, token);
    }

    public AsyncServiceScope ScopeFor(ProgrammeId programme)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AmbientViewer>().Viewer = Viewer.System(programme, "The command line");
        return scope;
    }

    /// <summary>Works on the database outside any programme: migrating, finding the programme.</summary>
    public async Task<T> Db<T>(Func<AbcdDbContext, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AbcdDbContext>());
    }

    /// <summary>The programme that a command works in.</summary>
    /// <param name="name">As --programme says, or null.</param>
    /// <param name="begin">Whether one of that name is begun where there is none at all.</param>
    /// <exception cref="DomainRuleException">Which programme is not clear; the message says what to type.</exception>
    public Task<ProgrammeId> Programme(string? name, bool begin, CancellationToken token) => Db(async db =>
    {
        if (services.GetRequiredService<DatabaseSettings>().WhatToDo() is { } missing)
        {
            throw new DomainRuleException(missing);
        }

        if (!await db.Database.CanConnectAsync(token) || (await db.Database.GetPendingMigrationsAsync(token)).Any())
        {
            throw new DomainRuleException("The database is not there yet, or is older than this program. Run: abcd migrate");
        }

        var all = await db.Programmes.OrderBy(p => p.Id).Select(p => new { p.Id, p.Name }).ToListAsync(token);
        if (name is not null && all.Find(p => string.Equals(p.Name, name.Trim(), StringComparison.OrdinalIgnoreCase)) is { } named)
        {
            return named.Id;
        }

        switch (all)
        {
            case [var only] when name is null:
                return only.Id;
            case [] when begin && name is not null:
                var programme = Domain.Programmes.Programme.Begin(name, null, services.GetRequiredService<TimeProvider>().Today());
                db.Programmes.Add(programme);
                await db.SaveChangesAsync(token);
                return programme.Id;
            case []:
                throw new DomainRuleException("The database holds no programme yet. Name the one to begin: --programme \"Wealbourne Together\"");
            default:
                var names = string.Join(", ", all.Select(p => $"\"{p.Name}\""));
                throw new DomainRuleException(name is null
                    ? $"The database holds several programmes. Say which: --programme, one of {names}."
                    : $"There is no programme \"{name}\". There are: {names}.");
        }
    });

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
