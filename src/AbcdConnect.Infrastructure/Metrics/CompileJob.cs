using System.Globalization;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Infrastructure.Database;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace AbcdConnect.Infrastructure.Metrics;

/// <summary>Has the figures compiled, by the clock or because somebody asked: the same requests as the button and the command line.</summary>
[DisallowConcurrentExecution]
internal sealed class CompileJob(IServiceScopeFactory scopes, TimeProvider clock) : IJob
{
    public const string What = "what";
    public const string Programme = "programme";
    public const string Run = "run";
    public const string Month = "month";

    /// <summary>By the clock, for every programme.</summary>
    public const string Nightly = "nightly";
    public const string MonthEnd = "month-end";

    public static readonly JobKey Key = new("compile", "figures");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var data = context.MergedJobDataMap;
        var what = Text(data, What);
        var again = context.RetryAttempt == 0 ? "" : $", try {context.RetryAttempt + 1}";
        if (what is Nightly or MonthEnd)
        {
            // Where one failed, the whole is tried again.
            await ByTheClock.ForEach(
                await Programmes(what == MonthEnd, cancellationToken),
                programme => Send(
                    programme,
                    what == Nightly
                        ? new CompileChangedMonths(StartedBy: "every night" + again)
                        : new CompileMonth(YearMonth.Containing(clock.Today()).Previous, StartedBy: "on the 1st" + again),
                    cancellationToken),
                cancellationToken);
            return;
        }

        var asked = new ProgrammeId(long.Parse(Text(data, Programme), CultureInfo.InvariantCulture));
        // A second try is a run of its own: the first has ended, with its reason.
        JobRunId? run = context.RetryAttempt == 0 ? new JobRunId(long.Parse(Text(data, Run), CultureInfo.InvariantCulture)) : null;
        await Send(
            asked,
            Enum.Parse<CompileWhat>(what) switch
            {
                CompileWhat.OneMonth => new CompileMonth(YearMonth.FromNumber(int.Parse(Text(data, Month), CultureInfo.InvariantCulture)), run),
                CompileWhat.EveryMonth => new CompileAll(run),
                _ => new CompileChangedMonths(run),
            },
            cancellationToken);
    }

    private static string Text(JobDataMap data, string key) => data.GetString(key) ?? "";

    private async Task<List<ProgrammeId>> Programmes(bool withAnEndedMonth, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AbcdDbContext>();
        var firstOfMonth = YearMonth.Containing(clock.Today()).First;
        return await db.Programmes.Where(p => !withAnEndedMonth || p.StartsOn < firstOfMonth).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(token);
    }

    private async Task<CompileAnswer> Send(ProgrammeId programme, IRequest<CompileAnswer> request, CancellationToken token) =>
        await scopes.SendFor(programme, request, token) is var answer and not AlreadyCompiling
            ? answer
            : throw new InvalidOperationException("Another run was still compiling; this one tries again.");
}
