using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using AbcdConnect.Testing;
using Microsoft.Playwright;

namespace AbcdConnect.Browser.Tests;

/// <summary>The real application in a process of its own with the demo borough in it, and a real browser. One for all tests: the
/// first start loads fourteen months.</summary>
public sealed partial class DemoApp : IAsyncLifetime
{
    public const string Password = "Strong-start-2026";

    private static readonly string[] Switches = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly string folder = Directory.CreateTempSubdirectory("abcd-browser-").FullName;
    private readonly StringBuilder said = new();
    private readonly TaskCompletionSource<string> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? web;
    private IPlaywright? playwright;

    public string Address { get; private set; } = "";

    /// <summary>The database itself, to count in what arrived.</summary>
    public string DatabaseFile => Path.Combine(folder, "abcd.db");

    /// <summary>The same place, by the machine's name for itself.</summary>
    public string ByName => Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>The walks of all pages, by role: the first that is asked for begins them all.</summary>
    internal Lazy<IReadOnlyDictionary<string, Task<IReadOnlyList<string>>>> Walks { get; private set; } = null!;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Walks = new(() => EveryPageTests.WalkAll(this));
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.ArgumentList.Add(typeof(Web.Features.Shared.AbcdController).Assembly.Location);
        start.ArgumentList.Add("--contentRoot");
        start.ArgumentList.Add(Path.Combine(Repository.Root, "src", "AbcdConnect.Web"));
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Data__Folder"] = folder;
        // All the tests' phones sign in from one address.
        start.Environment["SignIn__Tries"] = "10000";
        web = Process.Start(start)!;
        web.OutputDataReceived += (_, line) => Hear(line.Data);
        web.ErrorDataReceived += (_, line) => Hear(line.Data);
        web.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The application stopped before it listened:\n" + said));
        web.EnableRaisingEvents = true;
        web.BeginOutputReadLine();
        web.BeginErrorReadLine();
        Address = await listening.Task;

        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium(),
            Args = Switches,
        });
    }

    /// <summary>A window of its own, signed in as that demo member; a phone's unless said otherwise.</summary>
    public async Task<IPage> SignIn(string who, int width = 360, bool javaScript = true, string? address = null)
    {
        var page = await Open(width, javaScript, address);
        await SignIn(page, who);
        return page;
    }

    /// <summary>A phone's browser of its own that keeps what it has in that folder, signed in.</summary>
    public async Task<IPage> SignInWith(string profile, string who)
    {
        var context = await playwright!.Chromium.LaunchPersistentContextAsync(profile, new BrowserTypeLaunchPersistentContextOptions
        {
            BaseURL = Address,
            ViewportSize = new ViewportSize { Width = 360, Height = 740 },
            Locale = "en-GB",
            TimezoneId = "Europe/London",
            ExecutablePath = Chromium(),
            Args = Switches,
        });
        var page = await context.NewPageAsync();
        await SignIn(page, who);
        return page;
    }

    private static async Task SignIn(IPage page, string who)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name=Email]", $"{who}@demo.example");
        await page.FillAsync("[name=Password]", Password);
        await page.PressAsync("[name=Password]", "Enter");
        await page.Locator("form[action='/sign-out']").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
    }

    public async Task<IPage> Open(int width = 360, bool javaScript = true, string? address = null)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address ?? Address,
            ViewportSize = new ViewportSize { Width = width, Height = 740 },
            JavaScriptEnabled = javaScript,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
        });
        return await context.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (web is not null)
        {
            web.Kill(entireProcessTree: true);
            await web.WaitForExitAsync();
            web.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string Chromium()
    {
        string[] names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
        var path = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator);
        return path.SelectMany(_ => names, Path.Combine).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("Browser tests need Chromium: tests/run.sh installs it.");
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (said)
        {
            said.AppendLine(line);
        }

        var address = Listening().Match(line);
        if (address.Success)
        {
            listening.TrySetResult(address.Groups["address"].Value);
        }
    }

    [GeneratedRegex(@"listening on: (?<address>http://127\.0\.0\.1:\d+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Listening();
}

[CollectionDefinition(Name)]
public sealed class DemoCollection : ICollectionFixture<DemoApp>
{
    public const string Name = "The demo borough";
}

internal static class Arriving
{
    private static readonly PageWaitForURLOptions Committed = new() { WaitUntil = WaitUntilState.Commit };

    /// <summary>Waits until the page is at that address; what is to stand there is waited for by itself. A wait for "load" that begins
    /// while the page loads can miss it, and never ends.</summary>
    public static Task Arrives(this IPage page, string address) => page.WaitForURLAsync(address, Committed);

    /// <inheritdoc cref="Arrives(IPage, string)"/>
    public static Task Arrives(this IPage page, Func<string, bool> address) => page.WaitForURLAsync(address, Committed);

    /// <inheritdoc cref="Arrives(IPage, string)"/>
    public static Task Arrives(this IPage page, Regex address) => page.WaitForURLAsync(address, Committed);
}
