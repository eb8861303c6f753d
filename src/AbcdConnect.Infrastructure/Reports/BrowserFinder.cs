namespace AbcdConnect.Infrastructure.Reports;

/// <summary>Finds a Chromium to print with: the one in the settings, then the path, then the usual places.</summary>
internal sealed class BrowserFinder(IReadOnlyList<string> pathFolders, IReadOnlyList<string> usualPlaces)
{
    private static readonly string[] Names =
    [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge", "microsoft-edge", "microsoft-edge-stable",
    ];

    public static BrowserFinder OfThisMachine() => new(
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        UsualPlaces());

    /// <param name="setting">
    /// What the settings name, if anything. It is never replaced by another browser: whoever named one has a reason,
    /// and wants to hear that it is gone.
    /// </param>
    public string? Find(string? setting)
    {
        if (!string.IsNullOrWhiteSpace(setting))
        {
            return File.Exists(setting) ? Path.GetFullPath(setting) : null;
        }

        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        return Names.SelectMany(name => pathFolders.Select(folder => Path.Combine(folder, name + suffix)))
            .Concat(usualPlaces)
            .FirstOrDefault(CanRun);
    }

    public static string HowToInstall(string? setting) => string.IsNullOrWhiteSpace(setting)
        ? "No browser was found to print the PDF with. "
            + "On Debian or Ubuntu install one with: sudo apt install chromium fonts-noto-core. "
            + "On Windows or macOS install Google Chrome or Microsoft Edge. "
            + "If there is one in an unusual place, name it in the setting Reports:BrowserPath. "
            + "The web page and the CSV of the same figures work without it."
        : "The setting Reports:BrowserPath names a browser that is not there. "
            + "Correct the setting, or remove it to use the browser that is found on the machine. "
            + "The web page and the CSV of the same figures work without it.";

    /// <summary>
    /// A browser installed as a snap sees neither the system's temporary folder nor hidden folders of the user: it can only be
    /// handed a page in the snap's own folder.
    /// </summary>
    public static string? OnlyFolderOf(string browser) => OperatingSystem.IsLinux() && IsSnap(browser)
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "snap", "chromium", "common")
        : null;

    private static bool IsSnap(string browser)
    {
        const int LongestLauncher = 16 * 1024;
        return browser.StartsWith("/snap/", StringComparison.Ordinal)
            // Ubuntu's chromium-browser is a small script that starts the snap.
            || (new FileInfo(browser).Length < LongestLauncher
                && File.ReadAllText(browser).Contains("/snap/bin/chromium", StringComparison.Ordinal));
    }

    private static bool CanRun(string file)
    {
        const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(file) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & AnyExecute) != UnixFileMode.None);
    }

    private static List<string> UsualPlaces()
    {
        if (OperatingSystem.IsWindows())
        {
            var roots = new[]
            {
                Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles),
                Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86),
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData),
            };
            var browsers = new[]
            {
                Path.Combine("Chromium", "Application", "chrome.exe"),
                Path.Combine("Google", "Chrome", "Application", "chrome.exe"),
                Path.Combine("Microsoft", "Edge", "Application", "msedge.exe"),
            };
            return [.. browsers.SelectMany(browser => roots.Where(root => root.Length > 0).Select(root => Path.Combine(root, browser)))];
        }

        if (OperatingSystem.IsMacOS())
        {
            var roots = new[] { "/Applications", Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "Applications") };
            var browsers = new[]
            {
                "Chromium.app/Contents/MacOS/Chromium",
                "Google Chrome.app/Contents/MacOS/Google Chrome",
                "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            };
            return [.. browsers.SelectMany(browser => roots.Select(root => Path.Combine(root, browser)))];
        }

        // A service may run with a bare path.
        return
        [
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/lib/chromium/chromium",
            "/usr/bin/google-chrome",
            "/opt/google/chrome/chrome",
            "/opt/microsoft/msedge/msedge",
            "/snap/bin/chromium",
        ];
    }
}
