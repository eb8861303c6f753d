namespace AbcdConnect.Testing;

/// <summary>Where the repository stands, for tests that read its files.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AbcdConnect.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("This test reads the repository's files: run it from within it.");
    }
}
