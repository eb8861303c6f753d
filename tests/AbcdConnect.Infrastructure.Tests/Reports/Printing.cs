using System.Diagnostics;
using AbcdConnect.Application.Reports;
using AbcdConnect.Infrastructure.Reports;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AbcdConnect.Infrastructure.Tests.Reports;

/// <summary>A folder for one test, a printer that works in it, and the tools that look at what was printed.</summary>
public sealed class Printing : IDisposable
{
    public static readonly PdfPrintOptions Dated = new(new DateTimeOffset(2026, 10, 1, 2, 0, 0, TimeSpan.Zero));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pt-");
    private readonly List<IDisposable> made = [];

    /// <summary>Where printings make their folders.</summary>
    public string Work => Path.Combine(folder.FullName, "w");

    /// <summary>Where a test keeps things of its own.</summary>
    public string File(string name) => Path.Combine(folder.FullName, name);

    public IPdfPrinter Printer(string? browser = null, int atOnce = 1, int timeoutSeconds = 60, int maxMemoryMb = 4096, string? work = null) =>
        Printer(BrowserFinder.OfThisMachine(), new PdfPrintingOptions
        {
            BrowserPath = browser,
            AtOnce = atOnce,
            TimeoutSeconds = timeoutSeconds,
            MaxMemoryMb = maxMemoryMb,
            WorkFolder = work ?? Work,
        });

    public IPdfPrinter PrinterWithoutBrowser() => Printer(new BrowserFinder([], []), new PdfPrintingOptions { WorkFolder = Work });

    /// <summary>A shell script in the browser's place. It finds where to print to in $target.</summary>
    public string Browser(string script)
    {
        var path = File("browser-" + Guid.NewGuid().ToString("N"));
        System.IO.File.WriteAllText(
            path,
            $$"""
            #!/bin/sh
            for a in "$@"; do case "$a" in --print-to-pdf=*) target="${a#--print-to-pdf=}";; esac; done
            {{script}}

            """.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    /// <summary>For scripts that are to be stopped: tells when one has begun, and when none of them nor of their children is left.</summary>
    public async Task<Living> Living()
    {
        var pipe = File("living-" + Guid.NewGuid().ToString("N"));
        await Run("mkfifo", pipe);
        return new Living(pipe);
    }

    public async Task<PdfPrinted> Print(string html)
    {
        var printed = (await Printer().Print(html, Dated, CancellationToken.None)).ShouldBeOfType<PdfPrinted>();
        await System.IO.File.WriteAllBytesAsync(File("page.pdf"), printed.Bytes);
        return printed;
    }

    public Task<string> Text() => Run("pdftotext", "-layout", File("page.pdf"), "-");

    public static async Task<string> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{program}: {await errors}");
        return output;
    }

    public string[] LeftInWork() => Directory.Exists(Work) ? Directory.GetFileSystemEntries(Work) : [];

    public void Dispose()
    {
        made.ForEach(printer => printer.Dispose());
        folder.Delete(recursive: true);
    }

    private ChromiumPdfPrinter Printer(BrowserFinder finder, PdfPrintingOptions options)
    {
        var printer = new ChromiumPdfPrinter(finder, Options.Create(options), NullLogger<ChromiumPdfPrinter>.Instance);
        made.Add(printer);
        return printer;
    }
}

/// <summary>A pipe that each process holds open for as long as it lives: its end is reached when the last of them has died.</summary>
public sealed class Living(string pipe) : IAsyncDisposable
{
    // Longer than it can take; what is waited for has happened or is happening.
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(1);

    // Opening waits for the first of them.
    private readonly Task<StreamReader> reader = Task.Run(() => new StreamReader(pipe));

    /// <summary>What a script says first. Its children hold the pipe as well.</summary>
    public string Join => $"exec 9> '{pipe}'; echo here >&9";

    public async Task OneHasJoined() => (await (await reader.WaitAsync(Most)).ReadLineAsync().WaitAsync(Most)).ShouldBe("here");

    public async Task AllAreGone() => await (await reader.WaitAsync(Most)).ReadToEndAsync().WaitAsync(Most);

    public async ValueTask DisposeAsync()
    {
        if (!reader.IsCompleted)
        {
            // Nobody came: let the opening end.
            await using var nobody = new FileStream(pipe, FileMode.Open, FileAccess.Write);
        }

        (await reader).Dispose();
    }
}
