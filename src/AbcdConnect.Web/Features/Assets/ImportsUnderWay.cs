using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets.Duplicates;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Infrastructure.Access;
using MediatR;

namespace AbcdConnect.Web.Features.Assets;

/// <summary>Files being brought in, in the background: whoever asked may close the page. How far each is stands in memory; that it
/// runs, and how it ended, in the list of imports. One that is stopped with the program keeps what it had, and says so there.</summary>
public sealed partial class ImportsUnderWay(IServiceScopeFactory scopes, WaitingFiles files, IHostApplicationLifetime lifetime, ILogger<ImportsUnderWay> log) : IHostedService
{
    private readonly Lock turn = new();
    private readonly Dictionary<Guid, Going> byFile = [];

    /// <summary>Starts on a waiting file, and answers as soon as its entry is there; asked again for the same file, with the same entry.</summary>
    /// <param name="expected">How many rows the trial counted.</param>
    /// <exception cref="NotFoundException">No such file waits for this person.</exception>
    public Task<ImportBatchId> Start(Viewer viewer, Guid key, string profile, string fileName, int expected)
    {
        var user = viewer.UserId?.Value ?? 0;
        lock (turn)
        {
            if (byFile.TryGetValue(key, out var known) && known.User == user && !known.Begun.Task.IsFaulted)
            {
                return known.Begun.Task;
            }

            var file = files.Open(key, user) ?? throw new NotFoundException("waiting file");
            var going = new Going(user, expected);
            byFile[key] = going;
            // Nothing of the request goes with it: that ends, this goes on.
            using (ExecutionContext.SuppressFlow())
            {
                going.Work = Task.Run(() => BringIn(going, viewer, key, file, profile, fileName), CancellationToken.None);
            }

            return going.Begun.Task;
        }
    }

    /// <summary>How many rows are read, of how many; null where this process does not have it in hand.</summary>
    public (int Rows, int Expected)? HowFar(ImportBatchId batch) => Find(batch) is { Work.IsCompleted: false } going ? (going.Rows, going.Expected) : null;

    /// <summary>When it has ended, whichever way.</summary>
    public Task Ended(ImportBatchId batch) => Find(batch)?.Work ?? Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>They were told to stop with the application; each writes down that it was.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task[] open;
        lock (turn)
        {
            open = [.. byFile.Values.Select(g => g.Work)];
        }

        await Task.WhenAll(open).WaitAsync(cancellationToken);
    }

    private Going? Find(ImportBatchId batch)
    {
        lock (turn)
        {
            return byFile.Values.FirstOrDefault(g => g.Begun.Task is { IsCompletedSuccessfully: true, Result: var id } && id == batch);
        }
    }

    private async Task BringIn(Going going, Viewer viewer, Guid key, FileStream file, string profile, string fileName)
    {
        var sending = Send(going, viewer, key, file, profile, fileName);
        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (sending.IsCompletedSuccessfully)
        {
            return;
        }

        // Before its entry was there, whoever asked is told. After that the entry says how it ended.
        var failed = sending.Exception?.InnerException ?? new OperationCanceledException();
        if (!going.Begun.TrySetException(failed))
        {
            LogStopped((await going.Begun.Task).Value, failed.GetType().Name);
        }
    }

    private async Task Send(Going going, Viewer viewer, Guid key, FileStream file, string profile, string fileName)
    {
        await using (file)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<AmbientViewer>().Viewer = viewer;
            var request = ImportForm.ToRequest(file, fileName, profile, dryRun: false, going, batch => going.Begun.TrySetResult(batch));
            var sender = scope.ServiceProvider.GetRequiredService<IMediator>();
            await sender.Send(request, lifetime.ApplicationStopping);
            // What came in is compared with what was there; last night's look knew nothing of it.
            await sender.Send(new FindDuplicates(await going.Begun.Task), lifetime.ApplicationStopping);
        }

        files.Drop(key, going.User);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Import {Batch} ended early: {Why}")]
    private partial void LogStopped(long batch, string why);

    private sealed class Going(long user, int expected) : IProgress<int>
    {
        private int rows;

        public long User => user;

        public int Expected => expected;

        public int Rows => Volatile.Read(ref rows);

        public TaskCompletionSource<ImportBatchId> Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Work { get; set; } = Task.CompletedTask;

        public void Report(int value) => Volatile.Write(ref rows, value);
    }
}
