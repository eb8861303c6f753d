using AbcdConnect.Application.Meetings.Actions;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Infrastructure.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace AbcdConnect.Infrastructure.Meetings;

/// <summary>Each morning reminds those who took something on, for each programme. On days when nobody works the request does nothing.</summary>
[DisallowConcurrentExecution]
internal sealed class RemindersJob(IServiceScopeFactory scopes) : IJob
{
    public const string EachMorning = "each-morning";

    public static readonly JobKey Key = new("reminders", "meetings");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await ByTheClock.ForEach(
            await Programmes(cancellationToken),
            programme => scopes.SendFor(programme, new RemindOwners(), cancellationToken),
            cancellationToken);

    private async Task<List<ProgrammeId>> Programmes(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AbcdDbContext>().Programmes.OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(token);
    }
}
