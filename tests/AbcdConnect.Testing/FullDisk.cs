using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AbcdConnect.Testing;

/// <summary>A disk that can be full: the database's file then grows no further than it is.</summary>
public sealed class FullDisk : DbConnectionInterceptor
{
    public bool IsFull { get; set; }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = IsFull ? "PRAGMA max_page_count=1" : "PRAGMA max_page_count=1073741823";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
