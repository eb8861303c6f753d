using AbcdConnect.Application.Meetings.Series;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Infrastructure.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace AbcdConnect.Infrastructure.Meetings;

/// <summary>Each night plans the meetings of the series that go on, for each programme.</summary>
[DisallowConcurrentExecution]
internal sealed class SeriesJob(IServiceScopeFactory scopes) : IJob
{
    public const string Nightly = "nightly";

    public static readonly JobKey Key = new("series", "series");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await ByTheClock.ForEach(
            await Programmes(cancellationToken),
            programme => scopes.SendFor(programme, new KeepSeriesPlanned(), cancellationToken),
            cancellationToken);

    private async Task<List<ProgrammeId>> Programmes(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AbcdDbContext>().Programmes.OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(token);
    }
}
