using System.Globalization;
using System.Text.Json;
using AbcdConnect.Domain.Access;
using Microsoft.Playwright;

namespace AbcdConnect.Benchmarks;

/// <summary>The form for a conversation on a slow phone: how much it loads, and until when one waits to type. Nothing is kept in the
/// browser's cache, the network answers after 400 ms at 400 kbit/s, the processor is slowed to a quarter.</summary>
internal static class Capturing
{
    private const int Times = 15;
    private const double BytesASecond = 400_000 / 8.0;

    // From when the name can be typed and is completed: the page is drawn and its script has run.
    private const string WatchUsable = """
        new MutationObserver(() => {
          if (document.querySelector('#PersonIds[role=combobox]')) { window.usable ??= performance.now(); }
        }).observe(document, { attributes: true, childList: true, subtree: true });
        """;

    public static async Task<int> Measure(Settings settings)
    {
        await using var city = await CityData.Ready(settings);
        await using var host = new WebHost(city.Folder);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = host.ClientOptions.BaseAddress.ToString(), ViewportSize = new ViewportSize { Width = 360, Height = 740 }, HasTouch = true });
        await Chromium.SignIn(context, Role.Worker);

        var (drawn, usable, loaded) = (new List<double>(), new List<double>(), new List<double>());
        var bytes = new SortedDictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i <= Times; i++)
        {
            var opened = await Open(context, bytes);
            if (i > 0)
            {
                drawn.Add(opened.Drawn);
                usable.Add(opened.Usable);
                loaded.Add(opened.Loaded);
            }
        }

        Console.WriteLine($"Scale {settings.Scale}; {Environment.ProcessorCount} cores; Chromium {browser.Version}; 400 ms, 400 kbit/s, processor at a quarter, empty cache, {Times} times.\n");
        Console.WriteLine("| | p50, ms | p95, ms |\n|---|---:|---:|");
        Console.WriteLine($"| First drawn | {drawn.At(0.5):0} | {drawn.At(0.95):0} |");
        Console.WriteLine($"| Usable: a name can be typed and is completed | {usable.At(0.5):0} | {usable.At(0.95):0} |");
        Console.WriteLine($"| All loaded | {loaded.At(0.5):0} | {loaded.At(0.95):0} |\n");
        Console.WriteLine("| transferred | bytes |\n|---|---:|");
        foreach (var (name, size) in bytes)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {size:#,0} |"));
        }

        Console.WriteLine($"| together | {bytes.Values.Sum():#,0} |");
        return 0;
    }

    private static async Task<(double Drawn, double Usable, double Loaded)> Open(IBrowserContext context, SortedDictionary<string, double> bytes)
    {
        var page = await context.NewPageAsync();
        var devTools = await context.NewCDPSessionAsync(page);
        await devTools.SendAsync("Network.enable");
        await devTools.SendAsync("Network.clearBrowserCache");
        await devTools.SendAsync("Network.setBypassServiceWorker", new() { ["bypass"] = true });
        await devTools.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 400, ["downloadThroughput"] = BytesASecond, ["uploadThroughput"] = BytesASecond });
        await devTools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
        Dictionary<string, string> names = [];
        devTools.Event("Network.responseReceived").OnEvent += (_, e) => names[Text(e, "requestId")] = new Uri(e!.Value.GetProperty("response").GetProperty("url").GetString()!).AbsolutePath;
        devTools.Event("Network.loadingFinished").OnEvent += (_, e) =>
        {
            if (names.TryGetValue(Text(e, "requestId"), out var name) && name.StartsWith('/'))
            {
                bytes[name] = e!.Value.GetProperty("encodedDataLength").GetDouble();
            }
        };
        await page.AddInitScriptAsync(WatchUsable);
        await page.GotoAsync("/conversations/new", new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        var times = await page.EvaluateAsync<double[]>("[performance.getEntriesByName('first-contentful-paint')[0].startTime, window.usable, performance.getEntriesByType('navigation')[0].loadEventEnd]");
        await page.CloseAsync();
        return (times[0], Math.Max(times[0], times[1]), times[2]);
    }

    private static string Text(JsonElement? from, string name) => from!.Value.GetProperty(name).GetString()!;
}
