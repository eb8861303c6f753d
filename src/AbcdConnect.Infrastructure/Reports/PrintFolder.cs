namespace AbcdConnect.Infrastructure.Reports;

/// <summary>A folder that only this process's user may enter, for one printing; gone afterwards with all that the browser put there.</summary>
internal sealed class PrintFolder : IAsyncDisposable
{
    private const string Prefix = "abcd-print-";
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(2);

    private PrintFolder(string path) => Path = path;

    public string Path { get; }

    /// <param name="parent">Where to make it; null for the system's folder for temporary files.</param>
    public static PrintFolder Create(string? parent)
    {
        if (parent is null)
        {
            return new PrintFolder(Directory.CreateTempSubdirectory(Prefix).FullName);
        }

        var path = System.IO.Path.Combine(System.IO.Path.GetFullPath(parent), Prefix + System.IO.Path.GetRandomFileName());
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new PrintFolder(path);
    }

    public string Named(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Removes what a crash of this process left behind: such a folder holds a report that may not be published yet.</summary>
    public static void RemoveForgotten(string? parent)
    {
        // A root that tidies a folder everybody may write to can be led astray by links that somebody swaps under its feet.
        if (parent is null && Environment.IsPrivilegedProcess)
        {
            return;
        }

        var within = new DirectoryInfo(parent ?? System.IO.Path.GetTempPath());
        if (!within.Exists)
        {
            return;
        }

        // Compared with the file system's own time, which no clock of ours sets.
        var before = DateTime.UtcNow - Forgotten;
        foreach (var folder in within.EnumerateDirectories(Prefix + "*"))
        {
            if (folder.LinkTarget is null && folder.LastWriteTimeUtc < before)
            {
                TryDelete(folder.FullName);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The last of the browser's processes may still be letting go of a file, above all on Windows.
        for (var tries = 0; !TryDelete(Path) && tries < 20; tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    private static bool TryDelete(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return !Directory.Exists(path);
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
