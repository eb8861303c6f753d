using AbcdConnect.Application.Assets.Duplicates;
using AbcdConnect.Application.Assets.Upkeep;
using AbcdConnect.Infrastructure.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace AbcdConnect.Infrastructure.Assets;

/// <summary>Makes the week's work list, and looks for duplicates every night, for each programme: the same requests as anybody's.</summary>
[DisallowConcurrentExecution]
internal sealed class UpkeepJob(IServiceScopeFactory scopes) : IJob
{
    public const string What = "what";
    public const string WorkList = "work-list";
    public const string Duplicates = "duplicates";

    public static readonly JobKey Key = new("upkeep", "assets");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var list = context.MergedJobDataMap.GetString(What) == WorkList;
        await scopes.ForEachProgramme(programme => scopes.SendFor<int>(programme, list ? new MakeUpkeepList() : new FindDuplicates(), cancellationToken), cancellationToken);
    }
}
