using System.Diagnostics;
using System.Text.Json;
using AbcdConnect.Testing;

namespace AbcdConnect.Web.Tests.OpenReferral;

/// <summary>The standard's own schemas, read by a validator that is none of ours.</summary>
internal static class SchemaCheck
{
    /// <summary>What is wrong with these documents; empty where all are valid.</summary>
    public static async Task<IReadOnlyList<string>> Wrong(IReadOnlyList<(string Schema, string What, JsonElement Document)> documents)
    {
        var lines = await Python.Run(
            Path.Combine("tests", "AbcdConnect.Web.Tests", "OpenReferral", "validate.py"),
            string.Join('\n', documents.Select(d => JsonSerializer.Serialize(new { schema = d.Schema + ".json", what = d.What, document = d.Document }))),
            Path.Combine(OpenData.Folder!, "open-referral-uk", "schema"));
        lines[^1].ShouldBe($"{documents.Count} documents read");
        return lines[..^1];
    }
}

/// <summary>Debian's own Python, with the packages that tests/run.sh installs.</summary>
internal static class Python
{
    public static async Task<string[]> Run(string script, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/python3") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardInputEncoding = new System.Text.UTF8Encoding(false) };
        start.ArgumentList.Add("-X");
        start.ArgumentList.Add("utf8");
        start.ArgumentList.Add(Path.Combine(Repository.Root, script));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await error);
        return (await output).TrimEnd().Split('\n');
    }
}
