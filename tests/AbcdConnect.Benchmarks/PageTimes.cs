using System.Net;
using System.Runtime.InteropServices;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Benchmarks;

/// <summary>Server time of each page, for a worker and a coordinator, one and eight at a time.</summary>
internal static class PageTimes
{
    // A server has served for days: until its code is compiled for good, which takes twice thirty calls, it is not what people meet.
    private const int WarmUp = 100;
    private const int Alone = 100;
    private const int Together = 240;

    public static async Task<int> Measure(Settings settings)
    {
        await using var city = await CityData.Ready(settings);
        await using var host = new WebHost(city.Folder);
        Console.WriteLine($"Scale {settings.Scale}; {Environment.ProcessorCount} cores; {RuntimeInformation.FrameworkDescription}; milliseconds of server time.\n");
        foreach (var role in new[] { Role.Worker, Role.Coordinator })
        {
            using var browser = await host.SignIn(Infrastructure.Access.DemoAccounts.EmailOf(role));
            var pages = await Pages.For(city, await PlacesOf(city, role));
            await Warm(host, browser, pages);
            Console.WriteLine($"| {role} | one at a time: p50 | p95 | eight at a time: p50 | p95 |\n|---|---:|---:|---:|---:|");
            foreach (var asked in pages)
            {
                Console.WriteLine(await Row(host, browser, asked, role.ToString()));
            }

            Console.WriteLine();
        }

        return 0;
    }

    /// <summary>The neighbourhoods of the demo's worker; none for a coordinator, who sees all.</summary>
    public static async Task<IReadOnlyList<NeighbourhoodId>> PlacesOf(CityData city, Role role)
    {
        var email = Infrastructure.Access.DemoAccounts.EmailOf(role);
        return role != Role.Worker ? [] : await city.Db(db => db.Members.Where(m => m.Email == email).SelectMany(m => m.Neighbourhoods.Select(n => n.NeighbourhoodId)).ToListAsync());
    }

    /// <summary>Asks for every page, so that what they share is compiled for good before the first of them is measured.</summary>
    public static async Task Warm(WebHost host, Browser browser, IReadOnlyList<Asked> pages)
    {
        foreach (var asked in pages)
        {
            await OneAtATime(host, browser, asked, "nobody", 0);
        }
    }

    /// <summary>Asks one at a time, after a warm-up.</summary>
    /// <returns>Milliseconds of each, or the status where the page is not for this person.</returns>
    public static async Task<(IReadOnlyList<double> Times, HttpStatusCode Status)> OneAtATime(WebHost host, Browser browser, Asked asked, string who, int times, int warmUp = WarmUp)
    {
        var name = $"{who} alone {asked.Name}";
        var status = HttpStatusCode.OK;
        for (var i = 0; i < warmUp + times; i++)
        {
            status = await asked.Ask(browser, i, i < warmUp ? null : name);
            if ((int)status >= 400 || (asked.Fields is null && status != HttpStatusCode.OK))
            {
                return ([], status);
            }
        }

        return (host.Times.Of(name), status);
    }

    private static async Task<string> Row(WebHost host, Browser browser, Asked asked, string who)
    {
        var (alone, status) = await OneAtATime(host, browser, asked, who, Alone);
        if (alone.Count == 0)
        {
            return $"| {asked.Name} | answers {(int)status} | | | |";
        }

        var name = $"{who} together {asked.Name}";
        await Parallel.ForAsync(0, Together, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) => await asked.Ask(browser, i, name));
        var together = host.Times.Of(name);
        return $"| {asked.Name} | {alone.At(0.5):0.0} | {alone.At(0.95):0.0} | {together.At(0.5):0.0} | {together.At(0.95):0.0} |";
    }
}
