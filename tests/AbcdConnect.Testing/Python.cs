using System.Diagnostics;
using System.Text;
using Shouldly;

namespace AbcdConnect.Testing;

/// <summary>Debian's own Python, with the packages that tests/run.sh installs: an independent reader of what we write.</summary>
public static class Python
{
    /// <summary>Runs a script of this repository and gives the lines that it printed.</summary>
    public static async Task<string[]> Run(string script, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/python3") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardInputEncoding = new UTF8Encoding(false) };
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
