using System.Diagnostics;
using AbcdConnect.Domain.Access;

namespace AbcdConnect.Benchmarks;

/// <summary>The monthly report as a PDF: made by a browser of its own, then from what was kept.</summary>
internal static class Printing
{
    public static async Task<int> Measure(Settings settings)
    {
        await using var city = await CityData.Ready(settings);
        await using var host = new WebHost(city.Folder);
        using var browser = await host.SignIn(Infrastructure.Access.DemoAccounts.EmailOf(Role.Coordinator));
        Console.WriteLine("| | p50, s | p95, s |\n|---|---:|---:|");
        await Time("A draft as a page: all outcomes of a month, kept safe to publish", $"/reports/{city.LastMonth.AddMonths(-1)}/draft", 20);
        await Time("A draft: compiled figures to finished PDF", $"/reports/{city.LastMonth.AddMonths(-1)}/draft.pdf", 7);
        await Time("The published report's file, as kept", $"/reports/{city.LastMonth}.pdf", 20);
        return 0;

        async Task Time(string what, string path, int times)
        {
            var taken = new List<double>();
            for (var i = 0; i <= times; i++)
            {
                var watch = Stopwatch.StartNew();
                var status = await browser.Get(path, null);
                if ((int)status != 200)
                {
                    Console.WriteLine($"| {what} | answers {(int)status} | |");
                    return;
                }

                if (i > 0)
                {
                    taken.Add(watch.Elapsed.TotalSeconds);
                }
            }

            Console.WriteLine($"| {what} | {taken.At(0.5):0.00} | {taken.At(0.95):0.00} |");
        }
    }
}
