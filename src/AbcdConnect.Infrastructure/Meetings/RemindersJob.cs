using AbcdConnect.Application.Meetings.Actions;
using AbcdConnect.Infrastructure.Metrics;
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
        await scopes.ForEachProgramme(programme => scopes.SendFor(programme, new RemindOwners(), cancellationToken), cancellationToken);
}
