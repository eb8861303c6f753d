using System.Data.Common;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Search;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Infrastructure.Database;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AbcdConnect.Infrastructure.Search;

/// <summary>After a start with a newer version of taking words out of records, the index is made again beside the day's work.</summary>
internal sealed partial class SearchRebuilding(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SearchRebuilding> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The start is not to wait for it.
        await Task.Yield();
        long records = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await Next(stoppingToken) is not { Done: false } rebuilt)
                {
                    break;
                }

                records += rebuilt.Records;
                await Task.Delay(Pause, clock, stoppingToken);
            }
            catch (Exception trouble) when (trouble is DbException or DbUpdateException)
            {
                Waiting(log, trouble.GetType().Name);
                await Task.Delay(AfterTrouble, clock, stoppingToken);
            }
        }

        if (records > 0)
        {
            Made(log, records);
        }
    }

    private async Task<SearchRebuilt?> Next(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AbcdDbContext>();
        // No programme yet, no records.
        if (await db.Programmes.OrderBy(p => p.Id).FirstOrDefaultAsync(token) is not { } programme)
        {
            return null;
        }

        scope.ServiceProvider.GetRequiredService<AmbientViewer>().Viewer = Viewer.System(programme.Id, "The search index");
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RebuildSearchIndex(), token);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index waits a minute: {Trouble}")]
    private static partial void Waiting(ILogger log, string trouble);

    [LoggerMessage(Level = LogLevel.Information, Message = "The search index has been made again; {Records} records were looked at")]
    private static partial void Made(ILogger log, long records);
}
