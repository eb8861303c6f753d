using AbcdConnect.Domain.Reports.Disclosure;

namespace AbcdConnect.Domain.Tests.Reports.Disclosure;

/// <summary>Tables as programmes have them: many noughts, many small counts, a few large ones.</summary>
internal static class RandomTables
{
    public static int Count(Random random) => random.Next(10) switch
    {
        < 3 => 0,
        < 7 => random.Next(1, 8),
        < 9 => random.Next(5, 20),
        _ => random.Next(20, 200),
    };

    /// <summary>Places by months with a total of each row and column and of all.</summary>
    /// <param name="once">People are counted once, so that a year is no more than its months together, and no less than any of them.</param>
    public static CellSystem TwoWays(Random random, int places, int months, DisclosurePolicy policy, bool once = false, bool dear = false)
    {
        var inner = Enumerable.Range(0, places).Select(_ => Enumerable.Range(0, months).Select(_ => Count(random)).ToArray()).ToArray();
        var system = new CellSystem();
        var at = inner.Select(row => row.Select(v => Add(v, 1)).ToArray()).ToArray();
        var (byPlace, byMonth) = (new int[places], new int[months]);
        for (var place = 0; place < places; place++)
        {
            var (low, high) = (inner[place].Max(), inner[place].Sum());
            byPlace[place] = Add(once ? random.Next(low, high + 1) : high, dear ? 4 : 1);
        }

        for (var month = 0; month < months; month++)
        {
            byMonth[month] = Add(inner.Sum(row => row[month]), dear ? 4 : 1);
            system.Tie([(byMonth[month], -1), .. at.Select(row => (row[month], 1))], RowSense.Equal, 0);
        }

        for (var place = 0; place < places; place++)
        {
            if (!once)
            {
                system.Tie([(byPlace[place], -1), .. at[place].Select(c => (c, 1))], RowSense.Equal, 0);
                continue;
            }

            system.Tie([(byPlace[place], 1), .. at[place].Select(c => (c, -1))], RowSense.AtMost, 0);
            foreach (var cell in at[place])
            {
                system.Tie([(cell, 1), (byPlace[place], -1)], RowSense.AtMost, 0);
            }
        }

        if (!once)
        {
            var all = Add(inner.Sum(row => row.Sum()), dear ? 12 : 1);
            system.Tie([(all, -1), .. byMonth.Select(c => (c, 1))], RowSense.Equal, 0);
            system.Tie([(all, -1), .. byPlace.Select(c => (c, 1))], RowSense.Equal, 0);
        }

        return system;

        int Add(int value, int cost) => system.Add(new Cell(default, value, OfPeople: true, Cost: cost).In(policy));
    }

    /// <summary>What a reader sees of it.</summary>
    public static IReadOnlyList<Seen> Seen(this CellSystem system, bool[] hidden) =>
        [.. system.Cells.Select((c, at) => c.Seen(hidden[at]))];

    public static Dictionary<int, (int Low, int High)> Demands(this CellSystem system) =>
        Enumerable.Range(0, system.Cells.Count).Where(c => system.Cells[c].MustHide).ToDictionary(c => c, c => system.Cells[c].Demand!.Value);
}
