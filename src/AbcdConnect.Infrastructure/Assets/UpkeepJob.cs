using AbcdConnect.Application.Assets.Duplicates;
using AbcdConnect.Application.Assets.Upkeep;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Infrastructure.Metrics;
using Microsoft.EntityFrameworkCore;
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
        await ByTheClock.ForEach(
            await Programmes(cancellationToken),
            programme => scopes.SendFor<int>(programme, list ? new MakeUpkeepList() : new FindDuplicates(), cancellationToken),
            cancellationToken);
    }

    private async Task<List<ProgrammeId>> Programmes(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AbcdDbContext>().Programmes.OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(token);
    }
}
