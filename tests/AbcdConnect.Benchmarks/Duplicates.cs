using System.Diagnostics;
using System.Globalization;
using AbcdConnect.Application.Assets.Duplicates;

namespace AbcdConnect.Benchmarks;

/// <summary>Looking for the same place twice among 50,000 made-up entries, every tenth of them a second entry of another: spelled, cut
/// or placed a little differently.</summary>
internal static class Duplicates
{
    private static readonly string[] Streets = ["Mill Lane", "Station Road", "Church Street", "Elm Row", "Harbour Way", "Oak Avenue", "Bridge Street", "Park Road", "Queen Street", "Canal Side"];
    private static readonly string[] Things = ["Library", "Community Centre", "Bowling Club", "Football Club", "Church", "Food Bank", "Allotments", "Choir", "Youth Club", "Knitting Group", "Repair Café", "Walking Group", "Primary School", "Scout Group", "Friends of the Park"];

    public static int Measure(Settings settings)
    {
        var count = (int)(50_000 * settings.Scale);
        var dice = new Random(17);
        var words = Enumerable.Range(0, 4_000).Select(_ => Word(dice)).ToArray();
        var cards = new List<AssetCard>(count);
        var twins = new HashSet<(long, long)>();
        for (var id = 1L; id <= count; id++)
        {
            if (id % 10 == 0)
            {
                var of = cards[dice.Next(cards.Count)];
                cards.Add(Again(of, id, dice));
                twins.Add((of.Id, id));
                continue;
            }

            // Few words make most names, as everywhere.
            var first = words[(int)(words.Length * Math.Pow(dice.NextDouble(), 2))];
            var second = dice.Next(3) == 0 ? " " + words[(int)(words.Length * Math.Pow(dice.NextDouble(), 2))] : "";
            cards.Add(new AssetCard(
                id, $"{first}{second} {Things[dice.Next(Things.Length)]}", $"{1 + dice.Next(200)} {Streets[dice.Next(Streets.Length)]}", $"ZZ{dice.Next(1, 40)} {dice.Next(10)}{(char)('A' + dice.Next(26))}{(char)('A' + dice.Next(26))}",
                53 + dice.NextDouble() / 5, -2.5 + dice.NextDouble() / 5, dice.Next(2) == 0 ? $"01632 {dice.Next(1_000_000):000000}" : null, null, dice.Next(3) == 0 ? $"https://{first}{id}.example" : null, List: $"list-{id % 7}"));
        }

        var before = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        var finder = new DuplicateFinder(cards);
        var read = watch.Elapsed;
        var found = finder.Find();
        var all = watch.Elapsed;
        var right = found.Count(f => twins.Contains((f.First, f.Second)));
        Console.WriteLine("| | | |\n|---|---:|---|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {count:#,0} entries looked through (budget 60 s) | {all.TotalSeconds:0.0} s | reading them {read.TotalSeconds:0.0} s; {(GC.GetTotalAllocatedBytes() - before) / 1048576:#,0} MB allocated, {GC.GetTotalMemory(false) / 1048576:#,0} MB held |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| Pairs found | {found.Count:#,0} | {right:#,0} of {twins.Count:#,0} planted (a twin's twin is a pair too) |"));
        return all < TimeSpan.FromSeconds(60) ? 0 : 1;
    }

    private static AssetCard Again(AssetCard of, long id, Random dice) => dice.Next(5) switch
    {
        0 => of with { Id = id, Name = of.Name.ToUpperInvariant(), Phone = null, List = "again" },
        1 => of with { Id = id, Name = "The " + of.Name + " CIC", Website = null, List = "again" },
        2 => of with { Id = id, Name = of.Name.Remove(2, 1), List = "again" },
        3 => of with { Id = id, Address = null, Latitude = null, Longitude = null, List = "again" },
        _ => of with { Id = id, Postcode = null, Name = of.Name + " Wealbourne", List = "again" },
    };

    private static string Word(Random dice)
    {
        const string Hard = "bcdfghklmnprstw";
        const string Soft = "aeiou";
        return string.Concat(Enumerable.Range(0, 2 + dice.Next(2)).Select(i => $"{(i == 0 ? char.ToUpperInvariant(Hard[dice.Next(Hard.Length)]) : Hard[dice.Next(Hard.Length)])}{Soft[dice.Next(Soft.Length)]}{Hard[dice.Next(Hard.Length)]}"));
    }
}
