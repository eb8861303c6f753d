using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace AbcdConnect.Infrastructure.Database;

/// <summary>What can be wrong with a database without anybody's fault.</summary>
public enum DatabaseTrouble
{
    /// <summary>Others are writing; in a moment it will do.</summary>
    Busy,

    /// <summary>There is none where the settings say, or it does not answer.</summary>
    Missing,

    /// <summary>It is there, but its tables are not, or are an older version's.</summary>
    NotUpToDate,

    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>It may be read and not written, or not read either.</summary>
    NotWritable,
}

/// <summary>Recognises trouble by the databases' own numbers, never by their words. The one place that knows them.</summary>
public static class DatabaseTroubles
{
    /// <summary>The trouble behind this exception; null where it is something else.</summary>
    public static DatabaseTrouble? Of(Exception? exception)
    {
        for (var at = exception; at is not null; at = at.InnerException)
        {
            var trouble = at switch
            {
                SqliteException sqlite => Of(sqlite),
                SqlException server => server.Errors.Cast<SqlError>().Select(e => OfSqlServer(e.Number)).FirstOrDefault(t => t is not null),
                _ => null,
            };
            if (trouble is not null)
            {
                return trouble;
            }
        }

        return null;
    }

    /// <summary>By <see cref="SqlError.Number"/>.</summary>
    internal static DatabaseTrouble? OfSqlServer(int number) => number switch
    {
        // The file group, the log, the disk.
        1105 or 9002 or 1101 => DatabaseTrouble.Full,
        // Waited too long; chosen to give way; lock not to be had in time; a hosted server that asks to come again.
        -2 or 1205 or 1222 or 10928 or 10929 or 40197 or 40501 or 49918 or 49919 or 49920 => DatabaseTrouble.Busy,
        // No such database, no such server, no way there, the line cut, not let in; offline or moving.
        4060 or 53 or 2 or 26 or 40 or -1 or 64 or 121 or 233 or 258 or 10053 or 10054 or 10060 or 10061 or 11001
            or 18452 or 18456 or 916 or 942 or 945 or 976 or 983 or 40613 => DatabaseTrouble.Missing,
        208 or 207 => DatabaseTrouble.NotUpToDate,
        // Read-only; not permitted; the disk gives back something else than was written.
        3906 or 229 or 230 or 823 or 824 or 825 => DatabaseTrouble.NotWritable,
        _ => null,
    };

    // https://sqlite.org/rescode.html
    private static DatabaseTrouble? Of(SqliteException exception) => exception.SqliteErrorCode switch
    {
        5 or 6 => DatabaseTrouble.Busy,
        14 => DatabaseTrouble.Missing,
        13 => DatabaseTrouble.Full,
        8 or 10 or 11 or 26 => DatabaseTrouble.NotWritable,
        // "SQL logic error": our statements are tried against the schema, so it is the schema that is not there.
        1 => DatabaseTrouble.NotUpToDate,
        _ => null,
    };
}
