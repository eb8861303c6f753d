using System.Globalization;

namespace AbcdConnect.Cli;

/// <summary>A bar on one line while a file is read. Where the output is not a terminal, a line at each tenth of the way (at each
/// report, where the way's length is not known): what a line says is done has been stored.</summary>
internal sealed class ProgressBar(Func<double?> share, TextWriter console, bool interactive, string what = "rows") : IProgress<int>, IDisposable
{
    private const int Width = 30;
    private int tenth;

    /// <summary>A file that cannot be gone back in, such as what another program writes, has no length to be known.</summary>
    public static ProgressBar Over(Stream file) =>
        new(() => file.CanSeek ? file.Length == 0 ? 1 : (double)file.Position / file.Length : null, Console.Error, !Console.IsErrorRedirected);

    public void Report(int value)
    {
        var way = share();
        if (interactive)
        {
            var done = (int)(Math.Clamp(way ?? 0, 0, 1) * Width);
            console.Write($"\r[{new string('#', done)}{new string('.', Width - done)}] {value:N0} {what}");
        }
        else if (way is null || (int)(way * 10) > tenth)
        {
            tenth = (int)((way ?? 0) * 10);
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value:N0} {what}"));
        }
    }

    public void Dispose()
    {
        if (interactive)
        {
            console.Write($"\r{new string(' ', Width + 30)}\r");
        }
    }
}
