using Microsoft.Data.Sqlite;

namespace AbcdConnect.Infrastructure.Database;

/// <summary>SQLite's file, and a note beside the data that there was one: without it, a file that has gone missing would look like a
/// new installation, and somebody would begin anew on top of what a backup could bring back.</summary>
public static class DatabaseFile
{
    private const string Note = "database-was-here.txt";

    /// <summary>Where the file is, or would be; null on SQL Server, and where it is in memory only.</summary>
    public static string? File(this DatabaseSettings settings)
    {
        if (!settings.IsSqlite)
        {
            return null;
        }

        var connection = new SqliteConnectionStringBuilder(settings.ConnectionString);
        return connection.Mode == SqliteOpenMode.Memory || connection.DataSource is "" or ":memory:" ? null : Path.GetFullPath(connection.DataSource);
    }

    /// <summary>Notes that there is a database.</summary>
    internal static void RememberFile(this DatabaseSettings settings)
    {
        if (settings.File() is not { } file)
        {
            return;
        }

        var note = Path.Combine(settings.DataFolder, Note);
        if (!System.IO.File.Exists(note))
        {
            System.IO.File.WriteAllText(note, $"AbcdConnect has its database in {Path.GetFileName(file)}. This note tells a database that has gone missing from a new installation: leave it here.{Environment.NewLine}");
        }
    }

    /// <summary>Whether there is a database, or was one.</summary>
    public static bool WasHere(this DatabaseSettings settings) => System.IO.File.Exists(Path.Combine(settings.DataFolder, Note));

    /// <summary>What to do about a file that is not there; null where it is.</summary>
    public static string? WhatToDo(this DatabaseSettings settings)
    {
        if (settings.File() is not { } file || System.IO.File.Exists(file))
        {
            return null;
        }

        return settings.WasHere()
            ? "There was a database here, and its file is gone. Stop AbcdConnect, put the newest backup's file in its place (database/README.md), and start again. Only to begin anew, with nothing in it, run: abcd migrate"
            : "There is no database yet. On a first start run: abcd migrate. If there was one, Data:Folder or ConnectionStrings:Abcd points elsewhere, or its disk is not attached: put that right and start again.";
    }
}
