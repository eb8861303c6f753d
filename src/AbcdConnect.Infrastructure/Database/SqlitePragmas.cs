using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AbcdConnect.Infrastructure.Database;

/// <summary>Sets SQLite up for a server: readers beside the writer (WAL), a wait instead of "database is locked", and what
/// has been saved is on the disk before anybody is told so.</summary>
/// <param name="busySeconds">How long to wait for another process that holds the file.</param>
public sealed class SqlitePragmas(int busySeconds = DatabaseSettings.UsualBusySeconds) : DbConnectionInterceptor
{
    // https://sqlite.org/rescode.html#cantopen
    private const int CannotOpen = 14;

    private readonly string pragmas = $"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout={busySeconds * 1000}; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536;";

    /// <summary>The file that must be there: with it gone, SQLite would quietly begin an empty one, and a connection kept open would
    /// write where nobody reads. Null where one may be made.</summary>
    public string? MustBeThere { get; set; }

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        LookForFile(connection);
        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        LookForFile(connection);
        return new(result);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command?.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection);
        if (command is not null)
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private void LookForFile(DbConnection connection)
    {
        if (MustBeThere is { } file && connection is SqliteConnection sqlite && !File.Exists(file))
        {
            // When it is put back, nobody is to go on with the one that is gone.
            SqliteConnection.ClearPool(sqlite);
            throw new SqliteException("The database's file is not there.", CannotOpen);
        }
    }

    private DbCommand? Command(DbConnection connection)
    {
        if (connection is not SqliteConnection)
        {
            return null;
        }

        var command = connection.CreateCommand();
        command.CommandText = pragmas;
        return command;
    }
}
