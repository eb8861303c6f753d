using System.Diagnostics;
using AbcdConnect.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Cli.Tests;

/// <summary>What a command said, and how it ended.</summary>
public sealed record Said(int ExitCode, string Output, string Errors)
{
    public override string ToString() => $"Exit code {ExitCode}\n{Output}\n{Errors}";
}

/// <summary>A data folder of a test's own, and the built command run on it as a process of its own.</summary>
public sealed class Abcd : IDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplate);

    private Abcd(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>Settings as the environment gives them.</summary>
    public (string Name, string Value)[] Settings { get; set; } = [];

    /// <summary>A folder with nothing in it.</summary>
    public static Abcd InEmptyFolder() => new(Directory.CreateTempSubdirectory("abcd-cli-").FullName);

    /// <summary>A database that "abcd migrate" made, with the programme "Trial" in it. Made once, then copied.</summary>
    public static async Task<Abcd> Migrated()
    {
        var template = await Template.Value;
        var abcd = InEmptyFolder();
        System.IO.File.Copy(template, Path.Combine(abcd.Folder, "abcd.db"));
        return abcd;
    }

    public Task<Said> Run(params string[] arguments) => Run(new StringReader(""), arguments);

    /// <param name="input">What it can read from standard input.</param>
    public async Task<Said> Run(TextReader input, params string[] arguments)
    {
        using var process = Start(arguments);
        await process.StandardInput.WriteAsync(await input.ReadToEndAsync());
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Said(process.ExitCode, await output, await errors);
    }

    /// <summary>Runs it, and expects it to end well.</summary>
    public async Task<string> Must(params string[] arguments)
    {
        var said = await Run(arguments);
        said.ExitCode.ShouldBe(0, $"abcd {string.Join(' ', arguments)}\n{said}");
        return said.Output;
    }

    public Process Start(params string[] arguments) => Processes.Start("abcd.dll", Folder, arguments, Settings);

    /// <summary>Writes a file into the folder.</summary>
    public string File(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Looks into the database, or changes it behind the program's back.</summary>
    public async Task<T> Db<T>(Func<AbcdDbContext, Task<T>> work)
    {
        var options = new DbContextOptionsBuilder<AbcdDbContext>();
        options.UseAbcd(new DatabaseSettings(DatabaseSettings.Sqlite, $"Data Source={Path.Combine(Folder, "abcd.db")};Pooling=False", Folder, 150, 100), new SqlitePragmas());
        await using var db = AbcdDbContext.WithNobody(options.Options);
        return await work(db);
    }

    public Task<int> Sql(FormattableString sql) => Db(db => db.Database.ExecuteSqlAsync(sql));

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static async Task<string> MakeTemplate()
    {
        var abcd = InEmptyFolder();
        await abcd.Must("migrate", "--programme", "Trial");
        await abcd.Sql($"PRAGMA wal_checkpoint(TRUNCATE)");
        return Path.Combine(abcd.Folder, "abcd.db");
    }
}

internal static class Processes
{
    /// <summary>Starts one of our programs from its build, on a data folder, with no settings but those given.</summary>
    public static Process Start(string assembly, string folder, IEnumerable<string> arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("ConnectionStrings", StringComparison.OrdinalIgnoreCase) || k.StartsWith("Database__", StringComparison.OrdinalIgnoreCase) || k.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["Data__Folder"] = folder;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
