using AbcdConnect.Domain.Access;
using Microsoft.Playwright;

namespace AbcdConnect.Benchmarks;

/// <summary>How smoothly the city's map is dragged and zoomed in Chromium: the time between two frames while it moves, tasks that keep
/// the page from answering, and how long after letting go everything is drawn. At a desk, and on a phone whose processor is a quarter as fast.</summary>
internal static class Panning
{
    private const int Moves = 10;
    private const int Steps = 30;

    // Frames while the map moves, and long tasks: https://w3c.github.io/longtasks/ calls those of more than 50 ms so.
    private const string Watch = """
        () => {
          const seen = (window.seen = { gaps: [], long: [], on: false });
          let last = 0;
          const frame = (now) => {
            if (seen.on && last > 0) { seen.gaps.push(now - last); }
            last = seen.on ? now : 0;
            requestAnimationFrame(frame);
          };
          requestAnimationFrame(frame);
          new PerformanceObserver((list) => { if (seen.on) { seen.long.push(...list.getEntries().map((e) => e.duration)); } }).observe({ type: 'longtask' });
        }
        """;

    public static async Task<int> Measure(Settings settings)
    {
        await using var city = await CityData.Ready(settings);
        await using var host = new WebHost(city.Folder);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);
        Console.WriteLine($"Scale {settings.Scale}; {Environment.ProcessorCount} cores shared by server and browser; Chromium {browser.Version}, drawn without a graphics card. Each {Moves} times.\n");
        Console.WriteLine("| | marks | between frames, ms: p50 | p95 | longest | tasks over 50 ms | longest, ms | all drawn after letting go, ms: p50 | slowest |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        await Device(host, browser, "Desk, 1280 pixels", 1280, slower: 1);
        await Device(host, browser, "Phone, 360 pixels, processor at a quarter", 360, slower: 4);
        return 0;
    }

    private static async Task Device(WebHost host, IBrowser browser, string device, int width, int slower)
    {
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = host.ClientOptions.BaseAddress.ToString(), ViewportSize = new ViewportSize { Width = width, Height = 800 }, HasTouch = slower > 1 });
        await Chromium.SignIn(context, Role.Coordinator);
        var page = await context.NewPageAsync();
        var devTools = await context.NewCDPSessionAsync(page);
        await page.GotoAsync("/assets");
        var map = page.Locator("[data-map-here]");
        await map.ScrollIntoViewIfNeededAsync();
        await Drawn(page, 1);
        await page.EvaluateAsync(Watch);
        await devTools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = slower });
        var closer = page.Locator(".leaflet-control-zoom-in");
        foreach (var (where, zooms) in ((string, int)[])[("the whole city", 0), ("a quarter of it", 2), ("a neighbourhood", 2)])
        {
            for (var i = 0; i < zooms; i++)
            {
                await Until(page, () => closer.ClickAsync());
            }

            var box = await map.BoundingBoxAsync() ?? throw new InvalidOperationException("The map is not on the page.");
            await Tell($"{device}: dragging over {where}", page, i => slower > 1 ? Swipe(devTools, box, i) : Drag(page, box, i));
        }

        await Tell($"{device}: a step closer, and back", page, i => (i % 2 == 0 ? page.Locator(".leaflet-control-zoom-out") : closer).ClickAsync());
    }

    private static async Task Tell(string what, IPage page, Func<int, Task> move)
    {
        await page.EvaluateAsync("() => { window.seen.gaps = []; window.seen.long = []; }");
        var after = new List<double>();
        for (var i = 0; i < Moves; i++)
        {
            after.Add(await Until(page, () => move(i)));
        }

        var gaps = (await page.EvaluateAsync<double[]>("() => window.seen.gaps")).ToList();
        var tasks = (await page.EvaluateAsync<double[]>("() => window.seen.long")).ToList();
        var marks = await page.Locator("[data-map-here] .leaflet-marker-icon").CountAsync();
        Console.WriteLine($"| {what} | {marks} | {gaps.At(0.5):0.0} | {gaps.At(0.95):0.0} | {gaps.Max():0} | {tasks.Count} | {(tasks.Count == 0 ? "" : $"{tasks.Max():0}")} | {after.At(0.5):0} | {after.Max():0} |");
    }

    /// <summary>Moves the map and waits until all of its new place is drawn.</summary>
    /// <returns>Milliseconds from the end of the hand's move.</returns>
    private static async Task<double> Until(IPage page, Func<Task> move)
    {
        var drawn = await page.EvaluateAsync<int>("() => { window.seen.on = true; return Number(document.querySelector('[data-map]').dataset.drawn ?? '0'); }");
        await move();
        var letGo = await page.EvaluateAsync<double>("() => performance.now()");
        await Drawn(page, drawn + 1);
        var there = await page.EvaluateAsync<double>("() => { window.seen.on = false; return performance.now(); }");
        return there - letGo;
    }

    // Left, down, right, up, and so round again: never out of the city.
    private static (int X, int Y) Way(int i, float width) => (i % 4) switch
    {
        0 => (-(int)(width * 0.6), 0),
        1 => (0, -200),
        2 => ((int)(width * 0.6), 0),
        _ => (0, 200),
    };

    private static async Task Drag(IPage page, LocatorBoundingBoxResult box, int i)
    {
        var (x, y) = Way(i, box.Width);
        var (fromX, fromY) = (box.X + (box.Width / 2) - (x / 2), box.Y + (box.Height / 2) - (y / 2));
        await page.Mouse.MoveAsync(fromX, fromY);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(fromX + x, fromY + y, new MouseMoveOptions { Steps = Steps });
        await page.Mouse.UpAsync();
    }

    private static async Task Swipe(ICDPSession devTools, LocatorBoundingBoxResult box, int i)
    {
        var (x, y) = Way(i, box.Width);
        var (fromX, fromY) = (box.X + (box.Width / 2) - (x / 2), box.Y + (box.Height / 2) - (y / 2));
        await Touch("touchStart", 0);
        for (var step = 1; step <= Steps; step++)
        {
            await Touch("touchMove", step / (float)Steps);
        }

        await Touch("touchEnd", null);

        Task Touch(string type, float? part) => devTools.SendAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = type,
            ["touchPoints"] = part is { } way ? new[] { new Dictionary<string, object> { ["x"] = fromX + (x * way), ["y"] = fromY + (y * way) } } : [],
        });
    }

    private static Task<IJSHandle> Drawn(IPage page, int times) =>
        page.WaitForFunctionAsync("times => Number(document.querySelector('[data-map]')?.dataset.drawn ?? '0') >= times", times);
}
