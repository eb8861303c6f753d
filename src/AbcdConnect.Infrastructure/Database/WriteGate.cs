namespace AbcdConnect.Infrastructure.Database;

/// <summary>Lets one save at a time reach the database. SQLite has one writer: waiting in line here is fair and cheap, where
/// waiting on the file's lock is neither. On SQL Server it keeps the audit log's chain in order within this process; the
/// row lock on its head does so between processes.</summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly AsyncLocal<object?> holder = new();

    /// <summary>Waits for the turn. Inside a turn held by the same context (a transaction over several saves) it is passed through.</summary>
    public Task<IDisposable> Enter(object context, CancellationToken token) =>
        ReferenceEquals(holder.Value, context) ? Task.FromResult<IDisposable>(Nothing.Instance) : Take(token);

    /// <summary>Holds the gate for a long piece of work with its own transaction. The caller's own saves pass through.</summary>
    public Task<IDisposable> Hold(object context, CancellationToken token)
    {
        holder.Value = context;
        return Take(token);
    }

    public void Dispose() => one.Dispose();

    private async Task<IDisposable> Take(CancellationToken token)
    {
        await one.WaitAsync(token);
        return new Turn(this);
    }

    private sealed class Turn(WriteGate gate) : IDisposable
    {
        public void Dispose()
        {
            gate.holder.Value = null;
            gate.one.Release();
        }
    }

    private sealed class Nothing : IDisposable
    {
        public static readonly Nothing Instance = new();

        public void Dispose()
        {
        }
    }
}
