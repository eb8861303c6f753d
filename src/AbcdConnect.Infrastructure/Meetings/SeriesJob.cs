using AbcdConnect.Application.Meetings.Series;
using AbcdConnect.Infrastructure.Metrics;
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
        await scopes.ForEachProgramme(programme => scopes.SendFor(programme, new KeepSeriesPlanned(), cancellationToken), cancellationToken);
}
