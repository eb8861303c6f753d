using System.Diagnostics;
using System.Text;

namespace AbcdConnect.Infrastructure.Reports;

/// <summary>Runs a program to its end, or to the end of its time or memory, and leaves none of its processes behind.</summary>
internal static class BoundedRun
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ForLastWords = TimeSpan.FromSeconds(2);

    /// <exception cref="System.ComponentModel.Win32Exception">The program could not be started.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; the program has been stopped.</exception>
    public static async Task<RunEnd> Run(ProcessStartInfo start, TimeSpan timeout, long mostMemory, CancellationToken cancellationToken)
    {
        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = new Process { StartInfo = start };
        process.Start();

        // Read here and not by events: WaitForExitAsync would then wait for the streams to close, and a grandchild may hold them open.
        using var output = process.StandardOutput;
        using var errors = process.StandardError;
        process.StandardInput.Close();
        var tail = new Tail();
        var read = Task.WhenAll(tail.Read(errors), new Tail().Read(output));

        var tree = new ProcessTree(process);
        using var outOfTime = new CancellationTokenSource(timeout);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(outOfTime.Token, cancellationToken);
        long peak = 0;
        RunBound? over = null;
        try
        {
            var exit = process.WaitForExitAsync(stop.Token);
            do
            {
                peak = Math.Max(peak, tree.Memory());
                over = peak > mostMemory ? RunBound.Memory : null;
            }
            while (over is null && await Task.WhenAny(exit, Task.Delay(BetweenLooks, CancellationToken.None)) != exit);

            if (over is null)
            {
                await exit;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            over = RunBound.Time;
        }
        finally
        {
            await tree.End();
        }

        await Task.WhenAny(read, Task.Delay(ForLastWords, CancellationToken.None));
        return new RunEnd(over, process.ExitCode, peak, tail.ToString());
    }

    /// <summary>Keeps the end of what a program says, however much that is.</summary>
    private sealed class Tail
    {
        private const int Kept = 8 * 1024;
        private const int LinesKept = 20;
        private readonly StringBuilder text = new();
        private readonly Lock gate = new();

        public async Task Read(StreamReader from)
        {
            var buffer = new char[1024];
            try
            {
                int count;
                while ((count = await from.ReadAsync(buffer)) > 0)
                {
                    lock (gate)
                    {
                        text.Append(buffer, 0, count);
                        text.Remove(0, Math.Max(0, text.Length - Kept));
                    }
                }
            }
            catch (IOException)
            {
                // Closed at the other end, or by us after the last words.
            }
            catch (ObjectDisposedException)
            {
                // Closed by us after the last words.
            }
            catch (OperationCanceledException)
            {
                // Closed by us after the last words.
            }
        }

        public override string ToString()
        {
            lock (gate)
            {
                var lines = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    // What a page writes to its console may quote the page, which the log must not; a machine without a desktop has no bus.
                    .Where(line => !line.Contains("CONSOLE", StringComparison.Ordinal) && !line.Contains(":dbus/", StringComparison.Ordinal))
                    .TakeLast(LinesKept);
                return string.Join('\n', lines);
            }
        }
    }
}

internal enum RunBound
{
    Time,
    Memory,
}

/// <param name="Over">The bound that the program was stopped at; null if it ended by itself.</param>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="PeakMemory">The most bytes of memory that were seen.</param>
/// <param name="LastWords">The last lines of its standard error.</param>
internal sealed record RunEnd(RunBound? Over, int ExitCode, long PeakMemory, string LastWords);
