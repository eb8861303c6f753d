using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Metrics;

/// <summary>What came of asking for the figures to be compiled: <see cref="Compiled"/> or <see cref="AlreadyCompiling"/>.</summary>
public abstract record CompileAnswer(JobRunId Run);

/// <param name="Months">How many months were looked at.</param>
/// <param name="Moved">How many figures came out different, or new.</param>
public sealed record Compiled(JobRunId Run, int Months, int Moved) : CompileAnswer(Run);

/// <summary>Another run has not finished; it was left alone.</summary>
public sealed record AlreadyCompiling(JobRunId Run) : CompileAnswer(Run);

/// <summary>One run of the compiling job, from beginning to end, whatever comes between.</summary>
internal static class CompileMonths
{
    public static async Task<CompileAnswer> Run(
        IAbcdDbContext db,
        Viewer viewer,
        TimeProvider clock,
        JobRunId? begun,
        string job,
        string? startedBy,
        Func<Compiler, Task<Compiler.Work>> choose,
        Action<int>? percentDone,
        CancellationToken token)
    {
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == viewer.ProgrammeId, token);
        var keeper = new RunKeeper(db, clock, programme.Id);
        JobRunId run;
        if (begun is { } known)
        {
            run = known;
            if (!await keeper.Resume(run, token))
            {
                throw new DomainRuleException("This run has ended already. Start another from the jobs page.");
            }
        }
        else
        {
            var (started, mine) = await keeper.Begin(job, startedBy ?? viewer.Name, token);
            if (!mine)
            {
                return new AlreadyCompiling(started.Id);
            }

            run = started.Id;
        }

        // Looked at when it is over, whichever way: the reason is written down, and the failure goes on to whoever asked.
        var work = Work();
        await ((Task)work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!work.IsCompletedSuccessfully)
        {
            db.Forget();
            await keeper.End(run, JobOutcome.Failed, Reason(work.Exception?.InnerException), CancellationToken.None);
        }

        return await work;

        async Task<CompileAnswer> Work()
        {
            var began = clock.GetUtcNow();
            var compiler = new Compiler(db, clock, programme);
            var chosen = await choose(compiler);
            var done = 0;
            var moved = await compiler.Compile(
                chosen.Months,
                chosen.NewConversationsOnly,
                async month =>
                {
                    done++;
                    var percent = done * 100 / chosen.Months.Count;
                    await keeper.Progress(run, percent, $"{month.ToWords()} is done, {done} of {chosen.Months.Count}.", token);
                    percentDone?.Invoke(percent);
                },
                token);
            await compiler.ForgetMarksBefore(began, token);
            await keeper.End(run, JobOutcome.Done, Words(chosen, moved), token);
            return new Compiled(run, chosen.Months.Count, moved);
        }
    }

    private static string Words(Compiler.Work work, int moved) => (work.Months.Count, moved) switch
    {
        (0, _) => "Nothing had changed.",
        (1, 0) => $"{work.Months[0].ToWords()}: every figure came out as it was.",
        (1, _) => $"{work.Months[0].ToWords()}: {Figures(moved)} moved.",
        (_, 0) => $"{work.Months[0].ToWords()} to {work.Months[^1].ToWords()}: every figure came out as it was.",
        _ => $"{work.Months[0].ToWords()} to {work.Months[^1].ToWords()}: {Figures(moved)} moved.",
    };

    private static string Figures(int count) => count == 1 ? "1 figure" : $"{count:N0} figures";

    private static string Reason(Exception? failure) => failure switch
    {
        null or OperationCanceledException => "It was stopped before it had finished. What it had stored is whole; the next run does the rest.",
        DbUpdateException { InnerException: { } inner } => inner.Message,
        _ => failure.Message,
    };
}
