namespace AbcdConnect.Testing;

/// <summary>Real open data, kept outside the repository: in the folder that ABCD_OPEN_DATA names, else in shared/data beside the repository.</summary>
public static class OpenData
{
    private static readonly Lazy<string?> Found = new(Find);

    public static string? Folder => Found.Value;

    public static Stream Open(string path) =>
        File.OpenRead(Path.Combine(Folder ?? throw new InvalidOperationException("There is no open data: ask Folder first."), path));

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("ABCD_OPEN_DATA") is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? named : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AbcdConnect.sln")))
            {
                // A worktree stands one deeper than the repository.
                return new[] { folder.Parent, folder.Parent?.Parent }
                    .Select(beside => beside is null ? null : Path.Combine(beside.FullName, "shared", "data"))
                    .FirstOrDefault(Directory.Exists);
            }
        }

        return null;
    }
}
