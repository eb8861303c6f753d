namespace AbcdConnect.Architecture.Tests;

/// <summary>The repository's own files, as text.</summary>
internal static class Sources
{
    public static readonly string Root = FindRoot();

    public static string? Of(Type type)
    {
        var project = type.Assembly.GetName().Name!;
        var feature = type.Namespace![(project.Length + 1)..].Replace('.', Path.DirectorySeparatorChar);
        var file = Path.Combine(Root, "src", project, feature, type.Name + ".cs");
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    public static IEnumerable<(string Path, string Text)> In(string folder, string pattern) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
        where !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "built")
        select (Path.GetRelativePath(Root, file), File.ReadAllText(file));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AbcdConnect.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("These tests read the repository's sources: run them from within it.");
    }
}
