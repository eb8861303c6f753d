using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AbcdConnect.Application.Meetings.Papers;
using AbcdConnect.Infrastructure.Reports;
using Microsoft.Extensions.Logging;

namespace AbcdConnect.Infrastructure.Meetings;

/// <summary>Binds with qpdf, which reads each file into plain objects and writes one file of them; what is joined to what is said by
/// <see cref="PdfJoin"/>. docs/decisions/0025-papers-in-the-pack.md</summary>
internal sealed partial class QpdfBinder(PaperSettings settings, ILogger<QpdfBinder> log) : IPackBinder
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private const long MostMemory = 1L << 30;

    // It ends with 3 where it had to put something right.
    private const int PutRight = 3;

    private readonly string? program = Find(settings.QpdfPath);

    public string? WhyNot => program is not null
        ? null
        : settings.QpdfPath is null
            ? "The papers are not put into the pack, since qpdf was not found on this machine. On Debian or Ubuntu install it with: sudo apt install qpdf. Until then the pack says where each paper opens."
            : "The setting Meetings:QpdfPath names a program that is not there. Correct it, or remove it to use the one that is found on the machine. Until then the pack says where each paper opens.";

    public async Task<IPackInHand> TakeUp(IReadOnlyList<PaperToBind> papers, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(papers);
        var folder = PrintFolder.Create(null);
        try
        {
            var held = new List<(PaperToBind Paper, string File, PdfObjects? Objects, int Pages)>();
            foreach (var (paper, at) in papers.Select((p, i) => (p, i)))
            {
                var file = folder.Named(at.ToString(CultureInfo.InvariantCulture));
                await File.WriteAllBytesAsync(file, paper.Content, token);
                var objects = paper.MediaType == "application/pdf" ? await Read(folder, file, token) : null;
                var pages = Count(objects);
                held.Add((paper, file, pages > 0 ? objects : null, pages));
            }

            return new Hand(this, folder, held);
        }
        catch
        {
            await folder.DisposeAsync();
            throw;
        }
    }

    private static int Count(PdfObjects? objects)
    {
        try
        {
            return objects is null ? 0 : PdfJoin.Pages(objects);
        }
        catch (JsonException)
        {
            return 0;
        }
    }

    /// <summary>Null where it cannot be read.</summary>
    private async Task<PdfObjects?> Read(PrintFolder folder, string file, CancellationToken token)
    {
        var json = file + ".json";
        if (!await Run(folder, ["--warning-exit-0", "--json-output", "--json-stream-data=file", $"--json-stream-prefix={file}-stream", file, json], token))
        {
            return null;
        }

        await using var read = File.OpenRead(json);
        try
        {
            return PdfObjects.Read(read);
        }
        catch (JsonException e)
        {
            NotRead(e);
            return null;
        }
    }

    private void NotRead(JsonException e) => LogNotRead(log, e);

    private async Task<bool> Run(PrintFolder folder, IReadOnlyList<string> arguments, CancellationToken token)
    {
        var start = new ProcessStartInfo(program!) { WorkingDirectory = folder.Path };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            var end = await BoundedRun.Run(start, Longest, MostMemory, token);
            if (end.Over is null && end.ExitCode is 0 or PutRight)
            {
                return true;
            }

            // Its words may quote the paper: only what it ended with is told.
            LogEnded(log, end.ExitCode, end.Over);
            return false;
        }
        catch (Win32Exception e)
        {
            LogNotStarted(log, e);
            return false;
        }
    }

    private static string? Find(string? setting)
    {
        if (!string.IsNullOrWhiteSpace(setting))
        {
            return File.Exists(setting) ? Path.GetFullPath(setting) : null;
        }

        var name = OperatingSystem.IsWindows() ? "qpdf.exe" : "qpdf";
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            // A service may run with a bare path.
            .Concat(OperatingSystem.IsWindows() ? [] : ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"])
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }

    [LoggerMessage(LogLevel.Warning, "qpdf ended with {ExitCode}, {Bound}")]
    private static partial void LogEnded(ILogger log, int exitCode, RunBound? bound);

    [LoggerMessage(LogLevel.Warning, "qpdf could not be started")]
    private static partial void LogNotStarted(ILogger log, Exception exception);

    [LoggerMessage(LogLevel.Warning, "What qpdf said of a file could not be read")]
    private static partial void LogNotRead(ILogger log, Exception exception);

    private sealed class Hand(QpdfBinder binder, PrintFolder folder, List<(PaperToBind Paper, string File, PdfObjects? Objects, int Pages)> held) : IPackInHand
    {
        public IReadOnlyList<PaperInHand> Papers { get; } = held.ConvertAll(h => new PaperInHand(h.Pages));

        public async Task<byte[]?> Bind(byte[] agenda, CancellationToken token)
        {
            var file = folder.Named("agenda");
            await File.WriteAllBytesAsync(file, agenda, token);
            if (await binder.Read(folder, file, token) is not { } pack)
            {
                return null;
            }

            try
            {
                foreach (var (paper, _, objects, _) in held)
                {
                    if (objects is not null)
                    {
                        PdfJoin.Insert(pack, objects, paper.Anchor, paper.Name);
                    }
                }

                PdfJoin.ShowBookmarks(pack);
            }
            catch (JsonException e)
            {
                binder.NotRead(e);
                return null;
            }

            var json = folder.Named("pack.json");
            await using (var write = File.Create(json))
            {
                pack.Write(write);
            }

            var target = folder.Named("pack.pdf");
            var attached = held.Where(h => h.Objects is null)
                .SelectMany((h, at) => new[] { "--add-attachment", h.File, $"--key={at:00} {h.Paper.Name}", $"--filename={h.Paper.Name}", $"--mimetype={h.Paper.MediaType}", "--" });
            return await binder.Run(folder, ["--warning-exit-0", "--json-input", json, "--deterministic-id", "--object-streams=generate", .. attached, target], token)
                ? await File.ReadAllBytesAsync(target, token)
                : null;
        }

        public ValueTask DisposeAsync() => folder.DisposeAsync();
    }
}

/// <param name="QpdfPath">Where qpdf is; null to look for it.</param>
internal sealed record PaperSettings(string? QpdfPath);
