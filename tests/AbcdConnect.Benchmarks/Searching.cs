using AbcdConnect.Domain.Access;

namespace AbcdConnect.Benchmarks;

/// <summary>The search box, by what is typed into it.</summary>
internal static class Searching
{
    public static async Task<int> Measure(Settings settings)
    {
        await using var city = await CityData.Ready(settings);
        await using var host = new WebHost(city.Folder);
        (string What, string[] Typed)[] kinds =
        [
            ("A word that many texts hold", ["garden", "people", "street", "children"]),
            ("The beginning of a word", ["gar", "neigh", "bre", "chi"]),
            ("A rare word", ["accordion", "trombone", "falafel", "marquee"]),
            ("Two words", ["garden key", "bread neighbour", "children street", "choir thursday"]),
            ("A first name", ["wojtek", "margaret", "amina", "brenda"]),
            ("A name as it sounds", ["katherine", "shawn", "stefan", "filip"]),
            ("Nothing holds it", ["qqxzy", "zzyzx", "wvvqk", "xxqqz"]),
        ];
        Console.WriteLine("Milliseconds of server time for the whole page, one at a time.\n");
        foreach (var role in new[] { Role.Worker, Role.Coordinator })
        {
            using var browser = await host.SignIn(Infrastructure.Access.DemoAccounts.EmailOf(role));
            Console.WriteLine($"| {role} | p50 | p95 |\n|---|---:|---:|");
            foreach (var (what, typed) in kinds)
            {
                var (times, status) = await PageTimes.OneAtATime(host, browser, new Asked(what, i => $"/search?q={Uri.EscapeDataString(typed[i % typed.Length])}"), $"search {role}", 100);
                Console.WriteLine(times.Count == 0 ? $"| {what} | answers {(int)status} | |" : $"| {what} | {times.At(0.5):0.0} | {times.At(0.95):0.0} |");
            }

            Console.WriteLine();
        }

        return 0;
    }
}
