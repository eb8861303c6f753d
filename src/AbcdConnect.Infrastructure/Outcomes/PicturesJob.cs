using AbcdConnect.Application.Outcomes.Stories.Pictures;
using AbcdConnect.Infrastructure.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace AbcdConnect.Infrastructure.Outcomes;

/// <summary>Each night lets go of the pictures beside stories whose time has run out, for each programme.</summary>
[DisallowConcurrentExecution]
internal sealed class PicturesJob(IServiceScopeFactory scopes) : IJob
{
    public const string Nightly = "nightly";

    public static readonly JobKey Key = new("pictures", "stories");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await scopes.ForEachProgramme(programme => scopes.SendFor(programme, new LetPicturesGo(), cancellationToken), cancellationToken);
}
