using System.ComponentModel;
using System.Diagnostics;
using AbcdConnect.Application.Reports;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AbcdConnect.Infrastructure.Reports;

/// <summary>Prints with a headless Chromium, Chrome or Edge, a process of its own for each page. docs/decisions/0005-pdf-by-headless-chromium.md</summary>
internal sealed class ChromiumPdfPrinter(
    BrowserFinder finder,
    IOptions<PdfPrintingOptions> settings,
    ILogger<ChromiumPdfPrinter> log) : IPdfPrinter, IDisposable
{
    // The first with boxes in the margin of a page, which the page numbers stand in.
    private const int FirstGoodBrowser = 131;

    // What a browser needs to know of its surroundings. The rest stays here: the environment may hold the database's password.
    private static readonly string[] Handed =
    [
        "PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "XDG_RUNTIME_DIR", "FONTCONFIG_PATH", "FONTCONFIG_FILE", "LD_LIBRARY_PATH",
        "SystemRoot", "SystemDrive", "windir", "ComSpec", "PATHEXT", "TEMP", "TMP", "USERNAME", "USERPROFILE", "HOMEDRIVE", "HOMEPATH",
        "APPDATA", "LOCALAPPDATA", "ProgramData", "ProgramFiles", "ProgramFiles(x86)", "ProgramW6432", "CommonProgramFiles",
        "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE", "OS",
    ];

    private readonly SemaphoreSlim queue = new(settings.Value.AtOnce);
    private int tidied;

    public async Task<PrintedPdf> Print(string html, PdfPrintOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var page = PageToPrint.Archive(html);
        var browser = finder.Find(settings.Value.BrowserPath);
        if (browser is null)
        {
            log.LogWarning("No browser to print with; Reports:BrowserPath is {BrowserPath}", settings.Value.BrowserPath ?? "not set");
            return new NoBrowser(BrowserFinder.HowToInstall(settings.Value.BrowserPath));
        }

        await queue.WaitAsync(cancellationToken);
        try
        {
            return await PrintWith(browser, page, options, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PdfPrintingFailedException(
                "The PDF could not be printed because its temporary files could not be written. "
                + "The disk may be full, or the folder closed to this program; free some space and try again.",
                e);
        }
        finally
        {
            queue.Release();
        }
    }

    public void Dispose() => queue.Dispose();

    private async Task<PrintedPdf> PrintWith(string browser, byte[] page, PdfPrintOptions options, CancellationToken cancellationToken)
    {
        var parent = BrowserFinder.OnlyFolderOf(browser) ?? settings.Value.WorkFolder;
        if (Interlocked.Exchange(ref tidied, 1) == 0)
        {
            PrintFolder.RemoveForgotten(parent);
        }

        await using var folder = PrintFolder.Create(parent);
        var source = folder.Named("page.mht");
        var target = folder.Named("page.pdf");
        await File.WriteAllBytesAsync(source, page, cancellationToken);

        var watch = Stopwatch.StartNew();
        var end = await Run(Start(browser, folder, source, target), cancellationToken);
        log.LogDebug("The browser ended with {ExitCode} after {Elapsed}, at most {Memory} MB", end.ExitCode, watch.Elapsed, end.PeakMemory >> 20);
        if (end.Over is { } bound)
        {
            log.LogWarning("Printing overran its {Bound} after {Elapsed} and {Memory} MB: {LastWords}", bound, watch.Elapsed, end.PeakMemory >> 20, end.LastWords);
            return Stopped(bound);
        }

        // Chromium ends with 0 even where it printed nothing: only the file tells.
        var pdf = File.Exists(target) ? await File.ReadAllBytesAsync(target, cancellationToken) : [];
        if (!PdfFile.IsWhole(pdf))
        {
            log.LogError("The browser ended with {ExitCode} and without a PDF: {LastWords}", end.ExitCode, end.LastWords);
            throw new PdfPrintingFailedException(end.LastWords.Contains("No usable sandbox", StringComparison.Ordinal)
                ? "The browser could not print because this machine does not let it make its sandbox; allow unprivileged user namespaces and try again."
                : "The browser stopped without making the PDF. Try again; if it happens again, its last words are in the log.");
        }

        if (PdfFile.BrowserVersion(pdf) is < FirstGoodBrowser and var version)
        {
            log.LogWarning("The browser is version {Version}; page numbers are printed from version {First}", version, FirstGoodBrowser);
        }

        PdfFile.SetDates(pdf, options.Dated);
        return new PdfPrinted(pdf, PdfFile.Pages(pdf));
    }

    private async Task<RunEnd> Run(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        try
        {
            return await BoundedRun.Run(
                start, TimeSpan.FromSeconds(settings.Value.TimeoutSeconds), (long)settings.Value.MaxMemoryMb << 20, cancellationToken);
        }
        catch (Win32Exception e)
        {
            throw new PdfPrintingFailedException("The browser that prints the PDF could not be started. Check the setting Reports:BrowserPath.", e);
        }
    }

    private Overran Stopped(RunBound bound) => bound switch
    {
        RunBound.Time => new Overran(
            PrintingBound.Time,
            $"Printing the PDF took longer than {settings.Value.TimeoutSeconds} s and was stopped. "
            + "Try again when the machine is less busy, or allow more in the setting Reports:TimeoutSeconds."),
        _ => new Overran(
            PrintingBound.Memory,
            $"Printing the PDF took more than {settings.Value.MaxMemoryMb} MB of memory and was stopped. "
            + "Print less at once, or allow more in the setting Reports:MaxMemoryMb."),
    };

    private static ProcessStartInfo Start(string browser, PrintFolder folder, string source, string target)
    {
        var start = new ProcessStartInfo(browser) { WorkingDirectory = folder.Path };
        foreach (var argument in Arguments(folder, source, target))
        {
            start.ArgumentList.Add(argument);
        }

        var all = start.Environment.ToDictionary(StringComparer.OrdinalIgnoreCase);
        start.Environment.Clear();
        foreach (var name in Handed)
        {
            if (all.TryGetValue(name, out var value))
            {
                start.Environment[name] = value;
            }
        }

        if (!OperatingSystem.IsWindows())
        {
            // Which font stands in for a missing letter hangs on the language, and must not hang on the machine's.
            start.Environment["LANG"] = "C.UTF-8";
            // No bus to look for: neither a desktop's nor a session's.
            start.Environment["DBUS_SESSION_BUS_ADDRESS"] = "disabled:";
        }

        // Its own temporary files go with the folder even when it is killed; where their path would be too long for the
        // address of a socket (108 bytes, some 45 of them its own), they go where it puts them.
        const int LongestForSocket = 60;
        if (OperatingSystem.IsLinux() && folder.Path.Length <= LongestForSocket)
        {
            start.Environment["TMPDIR"] = folder.Path;
        }

        return start;
    }

    private static IEnumerable<string> Arguments(PrintFolder folder, string source, string target)
    {
        string[] always =
        [
            "--headless",
            $"--user-data-dir={folder.Named("profile")}",
            $"--print-to-pdf={target}",
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
            "--export-tagged-pdf",
            "--font-render-hinting=none",
            "--lang=en-GB",
            // Behind the page's own two walls (PageToPrint) no name is found and no address reached, this machine's own included.
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--proxy-server=127.0.0.1:9",
            "--proxy-bypass-list=<-loopback>",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-extensions",
            "--disable-default-apps",
            "--disable-breakpad",
            "--disable-crash-reporter",
            "--disable-gpu",
            "--no-first-run",
            "--no-default-browser-check",
            "--password-store=basic",
            "--use-mock-keychain",
        ];
        foreach (var argument in always)
        {
            yield return argument;
        }

        if (OperatingSystem.IsLinux())
        {
            // Containers give /dev/shm 64 MB, which is too little for it.
            yield return "--disable-dev-shm-usage";
            if (Environment.IsPrivilegedProcess)
            {
                // It refuses to start as root otherwise.
                yield return "--no-sandbox";
            }
        }

        yield return new Uri(source).AbsoluteUri;
    }
}
