using AbcdConnect.Testing;

namespace AbcdConnect.Architecture.Tests;

/// <summary>The repository's own files, as text.</summary>
internal static class Sources
{
    public static string? Of(Type type)
    {
        var project = type.Assembly.GetName().Name!;
        var feature = type.Namespace![(project.Length + 1)..].Replace('.', Path.DirectorySeparatorChar);
        var file = Path.Combine(Repository.Root, "src", project, feature, type.Name + ".cs");
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    public static IEnumerable<(string Path, string Text)> In(string folder, string pattern) =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
        where !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "built")
        select (Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file));
}
