using AbcdConnect.Domain.Access;

namespace AbcdConnect.Benchmarks;

/// <summary>The same pages over half of the history and over all of it: what grows, and how fast.</summary>
internal static class Growth
{
    public static async Task<int> Measure(Settings settings)
    {
        var half = await Times(settings with { Scale = settings.Scale / 2 });
        var whole = await Times(settings with { Scale = settings.Scale });
        Console.WriteLine($"Coordinator, one at a time, p50 in milliseconds of server time. A ratio of 1 does not grow; log(history) would give 1.05; 2 grows with the history.\n");
        Console.WriteLine($"| | scale {settings.Scale / 2:0.###} | scale {settings.Scale:0.###} | ratio |\n|---|---:|---:|---:|");
        foreach (var (name, before) in half)
        {
            if (whole.TryGetValue(name, out var after))
            {
                Console.WriteLine($"| {name} | {before:0.0} | {after:0.0} | {after / before:0.00} |");
            }
        }

        return 0;
    }

    private static async Task<Dictionary<string, double>> Times(Settings settings)
    {
        await using var city = await CityData.Ready(settings);
        await using var host = new WebHost(city.Folder);
        using var browser = await host.SignIn(Infrastructure.Access.DemoAccounts.EmailOf(Role.Coordinator));
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        var pages = await Pages.For(city, []);
        await PageTimes.Warm(host, browser, pages);
        foreach (var asked in pages)
        {
            var (times, _) = await PageTimes.OneAtATime(host, browser, asked, "growth", 100);
            if (times.Count > 0)
            {
                found[asked.Name] = times.At(0.5);
            }
        }

        return found;
    }
}
