using AbcdConnect.Domain.Access;

namespace AbcdConnect.Benchmarks;

/// <summary>The search box, by what is typed into it.</summary>
internal static class Searching
{
    public static async Task<int> Measure(Settings settings)
    {
        await using var city = await CityData.Ready(settings);
        await using var host = new WebHost(city.Folder);
        (string What, string Path, string[] Typed)[] kinds =
        [
            ("The search page: a word that many texts hold", "/search?q=", ["garden", "people", "street", "children"]),
            ("The same: the beginning of a word", "/search?q=", ["gar", "neigh", "bre", "chi"]),
            ("The same: a rare word", "/search?q=", ["accordion", "trombone", "falafel", "marquee"]),
            ("The same: two words", "/search?q=", ["garden key", "bread neighbour", "children street", "choir thursday"]),
            ("The same: a first name", "/search?q=", ["wojtek", "margaret", "amina", "brenda"]),
            ("The same: a name as it sounds", "/search?q=", ["katherine", "shawn", "stefan", "filip"]),
            ("The same: a slip in the spelling", "/search?q=", ["magraret", "libarry", "nieghbour", "gardenn"]),
            ("The same: the end of a telephone number", "/search?q=", ["0123", "900456", "0789", "07700 900001"]),
            ("The same: nothing holds it", "/search?q=", ["qqxzy", "zzyzx", "wvvqk", "xxqqz"]),
            ("As typed, letter by letter", "/search/suggest?q=", [.. LetterByLetter("margaret"), .. LetterByLetter("library"), .. LetterByLetter("crochet tue"), .. LetterByLetter("fernhil"), .. LetterByLetter("nieghbour")]),
            ("Conversations found by word", "/conversations?q=", ["garden", "bread", "choir", "neighbour"]),
            ("Assets found by word", "/assets?q=", ["library", "garden", "hall", "cafe"]),
            ("People found by name", "/people?q=", ["marg", "amina", "kow", "smith"]),
            ("People suggested while typing", "/people/suggest?q=", LetterByLetter("margaret")),
            ("Assets suggested while typing", "/assets/suggest?q=", LetterByLetter("library")),
        ];
        Console.WriteLine("Milliseconds of server time for the whole page, one at a time.\n");
        using (var first = await host.SignIn(Infrastructure.Access.DemoAccounts.EmailOf(Role.Coordinator)))
        {
            // What is compiled while it runs is compiled before anything is measured.
            foreach (var (what, path, typed) in kinds)
            {
                await PageTimes.OneAtATime(host, first, new Asked(what, i => path + Uri.EscapeDataString(typed[i % typed.Length])), "first", 60);
            }
        }

        foreach (var role in new[] { Role.Worker, Role.Coordinator, Role.Partner, Role.Commissioner })
        {
            using var browser = await host.SignIn(Infrastructure.Access.DemoAccounts.EmailOf(role));
            Console.WriteLine($"| {role} | p50 | p95 |\n|---|---:|---:|");
            foreach (var (what, path, typed) in kinds)
            {
                var (times, status) = await PageTimes.OneAtATime(host, browser, new Asked(what, i => path + Uri.EscapeDataString(typed[i % typed.Length])), $"search {role}", 100);
                Console.WriteLine(times.Count == 0 ? $"| {what} | answers {(int)status} | |" : $"| {what} | {times.At(0.5):0.0} | {times.At(0.95):0.0} |");
            }

            Console.WriteLine();
        }

        return 0;
    }

    private static string[] LetterByLetter(string words) => [.. Enumerable.Range(2, words.Length - 1).Select(length => words[..length])];
}
