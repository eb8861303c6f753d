using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace AbcdConnect.Infrastructure.Database;

/// <summary>Tells SQLite how many rows stand behind a value of each index. Without this it takes one programme for a handful of
/// people, and reads all of them where ten were asked for by number. SQL Server keeps such statistics itself.</summary>
/// <remarks>"Recommended usage patterns" of https://sqlite.org/lang_analyze.html: a bounded look at each index, and only where a
/// table has grown much since the last one.</remarks>
internal static class PlannerStatistics
{
    // Ten thousand rows of an index tell a programme's thousands from a person's few; with the usual 400 they look alike.
    // At a city's size the whole look takes a third of a second.
    private const string Look = "PRAGMA analysis_limit=10000; PRAGMA optimize=0x10002;";

    public static async Task RenewPlannerStatisticsAsync(this AbcdDbContext db, CancellationToken token)
    {
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync(Look, token);
        }
    }
}

/// <summary>Renews the statistics every night, before the figures are compiled.</summary>
[DisallowConcurrentExecution]
internal sealed class PlannerStatisticsJob(IServiceScopeFactory scopes) : IJob
{
    public static readonly JobKey Key = new("planner-statistics", "database");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AbcdDbContext>().RenewPlannerStatisticsAsync(cancellationToken);
    }
}
