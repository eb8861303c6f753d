using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets.Duplicates;
using AbcdConnect.Application.Assets.Upkeep;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Infrastructure.Database;
using MediatR;
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
        var failures = new List<Exception>();
        foreach (var programme in await Programmes(cancellationToken))
        {
            // One programme's trouble is not another's: each is tried.
            var sending = Send(programme, list ? new MakeUpkeepList() : new FindDuplicates(), cancellationToken);
            await ((Task)sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (sending.IsFaulted)
            {
                failures.AddRange(sending.Exception!.InnerExceptions);
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }

    private async Task<List<ProgrammeId>> Programmes(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AbcdDbContext>().Programmes.OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(token);
    }

    private async Task<int> Send(ProgrammeId programme, IRequest<int> request, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AmbientViewer>().Viewer = Viewer.System(programme, "The scheduler");
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, token);
    }
}
