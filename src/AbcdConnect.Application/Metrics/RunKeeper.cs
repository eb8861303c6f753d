using System.Diagnostics;
using System.Globalization;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Metrics;

/// <summary>Writes down the runs of a job, and sees to it that one at a time runs: in this process, in another, on another machine.</summary>
internal sealed class RunKeeper(IAbcdDbContext db, TimeProvider clock, ProgrammeId programme)
{
    public const string Compile = "compile";
    public const string Died = "The program stopped in the middle of it: it was ended, or the machine was. What it had stored is whole; the next run does the rest.";

    /// <summary>A run on another machine that has been silent for so long is taken for dead.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);

    private static readonly string Me = Holder();

    /// <summary>Begins a run, or finds the one that is running already.</summary>
    public async Task<(JobRun Run, bool Mine)> Begin(string job, string startedBy, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        if (await Running(token) is { } running)
        {
            if (!IsDead(running, now))
            {
                return (running, false);
            }

            await End(running.Id, JobOutcome.Failed, Died, token);
        }

        var run = new JobRun
        {
            ProgrammeId = programme,
            Job = job,
            StartedBy = startedBy,
            StartedAt = now,
            Outcome = JobOutcome.Running,
            Holds = Compile,
            HeldBy = Me,
            SeenAt = now,
        };
        db.JobRuns.Add(run);
        try
        {
            await db.SaveChangesAsync(token);
        }
        catch (DbUpdateException refused)
        {
            // The unique index let another one through at this very moment.
            db.Forget();
            return (await Running(token) ?? throw new InvalidOperationException("The run could not be written down, and no other is running.", refused), false);
        }

        db.Forget();
        return (run, true);
    }

    /// <summary>Goes on with a run that was begun elsewhere: asked for on a page, done by the scheduler.</summary>
    public async Task<bool> Resume(JobRunId id, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        return await db.JobRuns.Where(r => r.Id == id && r.ProgrammeId == programme && r.Outcome == JobOutcome.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.HeldBy, Me).SetProperty(r => r.SeenAt, now), token) == 1;
    }

    public Task Progress(JobRunId id, int percent, string detail, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        return db.JobRuns.Where(r => r.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Progress, percent).SetProperty(r => r.Detail, detail).SetProperty(r => r.SeenAt, now), token);
    }

    public Task End(JobRunId id, JobOutcome outcome, string detail, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        return db.JobRuns.Where(r => r.Id == id && r.Outcome == JobOutcome.Running)
            .ExecuteUpdateAsync(
                set => set.SetProperty(r => r.Outcome, outcome)
                    .SetProperty(r => r.Detail, detail)
                    .SetProperty(r => r.Progress, r => outcome == JobOutcome.Done ? 100 : r.Progress)
                    .SetProperty(r => r.FinishedAt, now)
                    .SetProperty(r => r.SeenAt, now)
                    .SetProperty(r => r.Holds, (string?)null),
                token);
    }

    /// <summary>Records a run that died as failed, so that the page does not show it running for ever.</summary>
    public async Task BuryTheDead(CancellationToken token)
    {
        if (await Running(token) is { } running && IsDead(running, clock.GetUtcNow()))
        {
            await End(running.Id, JobOutcome.Failed, Died, token);
        }
    }

    internal static bool IsDead(JobRun run, DateTimeOffset now)
    {
        if (run.HeldBy == Me)
        {
            return false;
        }

        var (here, holder) = (Me.Split('/'), run.HeldBy?.Split('/') ?? []);
        return holder.Length == 3 && holder[0] == here[0] ? !IsAlive(holder[1], holder[2]) : now - run.SeenAt > Silence;
    }

    private static bool IsAlive(string number, string started)
    {
        try
        {
            using var process = Process.GetProcessById(int.Parse(number, CultureInfo.InvariantCulture));
            return StartOf(process) == started;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string Holder()
    {
        using var me = Process.GetCurrentProcess();
        return $"{Environment.MachineName}/{me.Id}/{StartOf(me)}";
    }

    // To the second: the same process reads a hair differently from inside and outside.
    private static string StartOf(Process process) =>
        new DateTimeOffset(process.StartTime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private Task<JobRun?> Running(CancellationToken token) =>
        db.JobRuns.AsNoTracking().SingleOrDefaultAsync(r => r.ProgrammeId == programme && r.Holds == Compile, token);
}
