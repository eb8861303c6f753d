using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Duplicates;
using AbcdConnect.Application.Assets.Import;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Infrastructure.Access;
using MediatR;

namespace AbcdConnect.Web.Features.Assets.Import;

/// <summary>Uploaded spreadsheets being tried and brought in, and imports being taken back, in the background: whoever asked may close the
/// page. What a killed process left behind is gone on with when the program runs again.</summary>
public sealed partial class SheetsUnderWay(IServiceScopeFactory scopes, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<SheetsUnderWay> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    private readonly Lock turn = new();
    private readonly Dictionary<(string What, long Number), Going> all = [];

    /// <summary>Begins a trial of an upload, unless one is under way.</summary>
    public async Task Try(Viewer viewer, UploadId id)
    {
        var going = new Going();
        if (!Enter(("trial", id.Value), going))
        {
            return;
        }

        var taken = await Begun(("trial", id.Value), going, () => Send(viewer, new TakeUpload(id, ForTrial: true)));
        Run(going, async () =>
        {
            await using (taken.File)
            {
                // A file that cannot be read is no failure of ours: its trial says so.
                var (found, trouble) = await Send(viewer, new ImportAssets(taken.File, taken.FileName, taken.Profile.Name, DryRun: true, going) { Columns = taken.Profile }).OrTrouble();
                await Send(viewer, new EndTrial(id, found, trouble));
            }
        });
    }

    /// <summary>Brings an upload in, and answers as soon as its import is there.</summary>
    public async Task<ImportBatchId> BringIn(Viewer viewer, UploadId id, bool leaveOutDoubtful)
    {
        var going = new Going();
        if (!Enter(("import", id.Value), going))
        {
            return await Known(("import", id.Value))!.Batch.Task;
        }

        var taken = await Begun(("import", id.Value), going, () => Send(viewer, new TakeUpload(id, ForTrial: false)));
        if (taken.Batch is { } before)
        {
            await taken.File.DisposeAsync();
            Leave(("import", id.Value));
            return before;
        }

        going.Expected = taken.Expected;
        Run(going, () => BringIn(going, viewer, taken, leaveOutDoubtful));
        return await going.Batch.Task;
    }

    /// <summary>Takes an import back.</summary>
    public void Undo(Viewer viewer, ImportBatchId batch, int expected)
    {
        var going = new Going { Expected = expected };
        going.Batch.SetResult(batch);
        if (Enter(("undo", batch.Value), going))
        {
            Run(going, () => Send(viewer, new UndoImport(batch, going)));
        }
    }

    /// <summary>How many rows are read of how many (nought: not known); null where this process has no such trial in hand.</summary>
    public (int Rows, int Expected)? TrialOf(UploadId id) => Known(("trial", id.Value)) is { Work.IsCompleted: false } going ? (going.Rows, 0) : null;

    /// <inheritdoc cref="TrialOf"/>
    public (int Rows, int Expected)? HowFar(ImportBatchId batch) => Of(batch) is { Work.IsCompleted: false } going ? (going.Rows, going.Expected) : null;

    /// <summary>When what is under way with an upload or import has ended, whichever way.</summary>
    public Task Ended(UploadId id) => Known(("trial", id.Value))?.Work ?? Task.CompletedTask;

    /// <inheritdoc cref="Ended(UploadId)"/>
    public Task Ended(ImportBatchId batch) => Of(batch)?.Work ?? Task.CompletedTask;

    /// <summary>Goes on with what a killed process left behind.</summary>
    public async Task GoOn()
    {
        // Whatever programme they are of: each is gone on with in the name of whoever began it.
        foreach (var stopped in await Send(Viewer.System(default(ProgrammeId), "The program"), new ClaimStoppedImports()))
        {
            var viewer = new Viewer(stopped.By, stopped.ByName ?? "Somebody", Role.Coordinator, stopped.Programme, []);
            if (stopped.Upload is not { } id)
            {
                Undo(viewer, stopped.Batch, 0);
                continue;
            }

            var going = new Going();
            if (Enter(("import", id.Value), going))
            {
                var taken = await Begun(("import", id.Value), going, () => Send(viewer, new TakeUpload(id, ForTrial: false)));
                going.Expected = taken.Expected;
                going.Batch.TrySetResult(stopped.Batch);
                Run(going, () => BringIn(going, viewer, taken, taken.LeavesOutDoubtful));
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        do
        {
            var going = GoOn();
            await going.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (going.Exception?.InnerException is { } failed)
            {
                LogStopped("looking for stopped imports", failed.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task BringIn(Going going, Viewer viewer, TakenUpload taken, bool leaveOutDoubtful)
    {
        await using (taken.File)
        {
            var result = await Send(viewer, new ImportAssets(taken.File, taken.FileName, taken.Profile.Name, DryRun: false, going)
            {
                Columns = taken.Profile,
                Upload = taken.Id,
                LeaveOutDoubtful = leaveOutDoubtful,
                GoOn = taken.Batch,
                Began = batch => going.Batch.TrySetResult(batch),
            });
            // What came in is compared with what was there; last night's look knew nothing of it.
            await Send(viewer, new FindDuplicates(result.Batch));
        }

        await Send(viewer, new DropUpload(taken.Id));
    }

    private async Task<T> Send<T>(Viewer viewer, IRequest<T> request)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AmbientViewer>().Viewer = viewer;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, lifetime.ApplicationStopping);
    }

    private async Task Send(Viewer viewer, IRequest request)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AmbientViewer>().Viewer = viewer;
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, lifetime.ApplicationStopping);
    }

    // Nothing of the request goes with it: that ends, this goes on.
    private void Run(Going going, Func<Task> work)
    {
        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(
                async () =>
                {
                    var doing = work();
                    await doing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    if (!doing.IsCompletedSuccessfully)
                    {
                        var failed = doing.Exception?.InnerException ?? new OperationCanceledException();
                        // Before its import was there, whoever asked is told. After that the import says how it ended.
                        if (!going.Batch.TrySetException(failed))
                        {
                            LogStopped("an import", failed.GetType().Name);
                        }
                    }

                    going.Ended.SetResult();
                },
                CancellationToken.None);
        }
    }

    private async Task<T> Begun<T>((string, long) key, Going going, Func<Task<T>> begin)
    {
        var beginning = begin();
        await ((Task)beginning).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!beginning.IsCompletedSuccessfully)
        {
            going.Ended.SetResult();
            Leave(key);
        }

        return await beginning;
    }

    private bool Enter((string What, long Number) key, Going going)
    {
        lock (turn)
        {
            if (all.TryGetValue(key, out var known) && !known.Work.IsCompleted)
            {
                return false;
            }

            all[key] = going;
            return true;
        }
    }

    private void Leave((string What, long Number) key)
    {
        lock (turn)
        {
            all.Remove(key);
        }
    }

    private Going? Known((string What, long Number) key)
    {
        lock (turn)
        {
            return all.GetValueOrDefault(key);
        }
    }

    private Going? Of(ImportBatchId batch)
    {
        lock (turn)
        {
            return all.Values.OrderBy(g => g.Work.IsCompleted).FirstOrDefault(g => g.Batch.Task is { IsCompletedSuccessfully: true, Result: var id } && id == batch);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "In the background {What} ended early: {Why}")]
    private partial void LogStopped(string what, string why);

    private sealed class Going : IProgress<int>
    {
        private int rows;

        public int Expected { get; set; }

        public int Rows => Volatile.Read(ref rows);

        public TaskCompletionSource<ImportBatchId> Batch { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Work => Ended.Task;

        public void Report(int value) => Volatile.Write(ref rows, value);
    }
}

internal static class TrialTrouble
{
    /// <summary>What was found, or in whose words it could not be.</summary>
    public static async Task<(ImportResult? Found, string? Trouble)> OrTrouble(this Task<ImportResult> trial)
    {
        try
        {
            return (await trial, null);
        }
        catch (DomainRuleException trouble)
        {
            return (null, trouble.Message);
        }
    }
}
