using AbcdConnect.Application.Mail;
using AbcdConnect.Domain.Mail;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Infrastructure.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace AbcdConnect.Infrastructure.Mail;

/// <summary>Carries the letters that are due, each minute, for each programme that has any.</summary>
[DisallowConcurrentExecution]
internal sealed class LettersJob(IServiceScopeFactory scopes, TimeProvider clock) : IJob
{
    public const string EachMinute = "each-minute";

    public static readonly JobKey Key = new("letters", "mail");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await ByTheClock.ForEach(
            await Programmes(cancellationToken),
            programme => scopes.SendFor(programme, new CarryLetters(), cancellationToken),
            cancellationToken);

    // Most minutes there is none: one look at an index.
    private async Task<List<ProgrammeId>> Programmes(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<AbcdDbContext>().Letters
            .Where(l => l.State == LetterState.Waiting && l.DueAt <= now)
            .Select(l => l.ProgrammeId).Distinct()
            .ToListAsync(token);
    }
}
