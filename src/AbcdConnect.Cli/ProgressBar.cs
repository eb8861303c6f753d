namespace AbcdConnect.Cli;

/// <summary>A bar on one line while a file is read; nothing where the output is not a terminal.</summary>
internal sealed class ProgressBar(Func<double> share, TextWriter console, bool interactive) : IProgress<int>, IDisposable
{
    private const int Width = 30;

    public static ProgressBar Over(Stream file) => new(() => file.Length == 0 ? 1 : (double)file.Position / file.Length, Console.Error, !Console.IsErrorRedirected);

    public void Report(int value)
    {
        if (interactive)
        {
            var done = (int)(Math.Clamp(share(), 0, 1) * Width);
            console.Write($"\r[{new string('#', done)}{new string('.', Width - done)}] {value:N0} rows");
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
