namespace AbcdConnect.Domain.Reports.Disclosure;

/// <summary>
/// Cells with what ties them, put together by hand, and what may be published of them: for a table that stands alone. What is published
/// again and again goes through <see cref="EverPublished"/>, which knows the ties itself.
/// </summary>
public sealed class CellTable(DisclosurePolicy policy)
{
    /// <summary>What hiding a total costs, against 1 for one of many cells.</summary>
    public const int CostOfTotal = 4;

    /// <summary>What hiding a figure costs that everybody looks at first.</summary>
    public const int CostOfHeadline = 12;

    private readonly CellSystem system = new();
    private readonly List<Cell> cells = [];

    /// <returns>The cell's number in this table.</returns>
    public int Add(CellKey key, int value, bool ofPeople, bool tellsIfNought = false, int cost = 1)
    {
        var cell = new Cell(key, value, ofPeople, TellsIfNought: tellsIfNought, Cost: cost);
        cells.Add(cell);
        return system.Add(cell.In(policy));
    }

    /// <summary>The parts make the whole.</summary>
    public void Sum(int whole, IReadOnlyList<int> parts) => system.Tie([(whole, -1), .. parts.Select(p => (p, 1))], RowSense.Equal, 0);

    /// <summary>One is no more than some others together.</summary>
    public void NoMoreThan(int cell, params IReadOnlyList<int> others) => system.Tie([(cell, 1), .. others.Select(o => (o, -1))], RowSense.AtMost, 0);

    /// <summary>Hides what must be hidden and what would tell it, and has an attacker try what is left.</summary>
    public PublishedTable Publish()
    {
        var protection = Protector.Protect(system);
        var seen = system.Cells.Select((c, at) => c.Seen(protection.Hidden[at])).ToList();
        var demands = Enumerable.Range(0, cells.Count).Where(c => system.Cells[c].MustHide).ToDictionary(c => c, c => system.Cells[c].Demand!.Value);
        var breaches = new Attacker(seen, system.Ties).Breaches(demands);
        return new PublishedTable(
            [.. cells.Select((c, at) => protection.Hidden[at] ? PublishedCount.Hidden : c.Shown(policy))],
            [.. breaches.Select(b => new Breach(cells[b.Key].Key, b.Value, demands[b.Key].Low, demands[b.Key].High))],
            protection.Cost,
            protection.LeastCost);
    }
}

/// <summary>A secret that what is published would tell, or tell too nearly.</summary>
/// <param name="Known">What a reader could work out.</param>
/// <param name="Low">From here …</param>
/// <param name="High">… to here everything must stay possible.</param>
public sealed record Breach(CellKey Cell, Interval Known, int Low, int High);

/// <summary>What may be published of a table.</summary>
/// <param name="Breaches">Where not even hiding everything helps. It must not be published while there are any.</param>
/// <param name="Cost">What the cells cost that are hidden beyond those that must be.</param>
/// <param name="LeastCost">No safe choice costs less; null where that was not worked out.</param>
public sealed record PublishedTable(IReadOnlyList<PublishedCount> Counts, IReadOnlyList<Breach> Breaches, long Cost, long? LeastCost)
{
    public PublishedCount this[int cell] => Counts[cell];
}
