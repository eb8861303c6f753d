namespace AbcdConnect.Domain.Reports.Disclosure;

/// <summary>Lays publications one upon the other: which of their counts are the same unknown, and how all of them are tied.</summary>
internal sealed class PublicationBook(CountingRules rules)
{
    private readonly Dictionary<CellKey, Standing> current = [];
    private readonly Dictionary<CellKey, bool> countedOnce = [];
    private readonly Dictionary<CellKey, int> gaps = [];
    private readonly List<CellKey?> keys = [];
    private readonly HashSet<string> known = [];

    public CellSystem System { get; } = new();

    public int UnknownOf(CellKey key) => current[key].Unknown;

    public bool IsPublished(int unknown) => keys[unknown] is not null;

    public CellKey KeyOf(int unknown) => keys[unknown] ?? default;

    public void AddPast(Publication publication)
    {
        var policy = DisclosurePolicy.Of(publication.Rule);
        foreach (var (cell, hidden) in publication.Cells)
        {
            Lay(cell, policy, hidden ? CellState.NotShown : CellState.ShownBefore);
        }

        Tie([.. publication.Cells.Select(c => c.Cell.Key)], publication.Places);
    }

    public void AddNew(DisclosurePolicy policy, IReadOnlyList<long> places, IReadOnlyList<Cell> cells)
    {
        foreach (var cell in cells)
        {
            Lay(cell, policy, CellState.Open);
        }

        Tie([.. cells.Select(c => c.Key)], places);
    }

    private void Lay(Cell cell, DisclosurePolicy policy, CellState state)
    {
        countedOnce[cell.Key] = cell.CountedOnce;
        var fresh = cell.In(policy) with { State = state };
        if (!current.TryGetValue(cell.Key, out var standing))
        {
            Begin(cell.Key, fresh);
            return;
        }

        var old = System.Cells[standing.Unknown];
        var moved = cell.Value - (old.Value + standing.Offset);
        if (moved != 0 && (old.State != CellState.NotShown || Math.Abs(moved) > policy.LargestHidden))
        {
            Begin(cell.Key, fresh);
            return;
        }

        // The same unknown, with what moved granted.
        var offset = standing.Offset + moved;
        current[cell.Key] = new Standing(standing.Unknown, offset);
        var shown = (Low: fresh.Shown.Low - offset, High: fresh.Shown.High - offset);
        if (old.State == CellState.ShownBefore)
        {
            // What was shown is no secret any more, whatever the rule is now; shown again, it may be known more nearly.
            System.Replace(standing.Unknown, state == CellState.NotShown ? old : old with { Shown = (Math.Max(old.Shown.Low, shown.Low), Math.Min(old.Shown.High, shown.High)) });
            return;
        }

        var floor = Math.Max(old.Floor, -offset);
        System.Replace(standing.Unknown, old with
        {
            State = state,
            Shown = shown,
            Demand = Both(old.Demand, fresh.Demand is { } demand ? (Math.Max(floor, demand.Low - offset), demand.High - offset) : null),
            Cost = fresh.Cost,
            Floor = floor,
        });
    }

    private static (int Low, int High)? Both((int Low, int High)? one, (int Low, int High)? other) => (one, other) switch
    {
        (null, _) => other,
        (_, null) => one,
        ({ } first, { } second) => (Math.Min(first.Low, second.Low), Math.Max(first.High, second.High)),
    };

    private void Begin(CellKey key, SystemCell cell)
    {
        current[key] = new Standing(System.Add(cell), 0);
        keys.Add(key);
    }

    private void Tie(IReadOnlyCollection<CellKey> fresh, IReadOnlyList<long> places)
    {
        var now = fresh.ToHashSet();
        new CellTies(rules, now, Add, ValueOf, Gap).Find(countedOnce, places);

        void Add(IReadOnlyList<(CellKey Cell, int Times)> terms, RowSense sense)
        {
            if (!terms.Any(t => now.Contains(t.Cell)))
            {
                return;
            }

            // Counts of different days: where an entry came late between them, the sum says nothing of either.
            var misses = terms.Sum(t => (long)t.Times * ValueOf(t.Cell));
            if (sense == RowSense.Equal ? misses != 0 : misses > 0)
            {
                return;
            }

            var unknowns = terms.Select(t => (Cell: UnknownIn(t.Cell), t.Times)).OrderBy(t => t.Cell).ToList();
            var right = -terms.Sum(t => (long)t.Times * OffsetOf(t.Cell));
            if (known.Add($"{sense} {right} {string.Join(' ', unknowns)}"))
            {
                System.Tie(unknowns, sense, right);
            }
        }
    }

    private int UnknownIn(CellKey key) => current.TryGetValue(key, out var standing) ? standing.Unknown : gaps[key];

    private int OffsetOf(CellKey key) => current.TryGetValue(key, out var standing) ? standing.Offset : 0;

    private int ValueOf(CellKey key) => System.Cells[UnknownIn(key)].Value + OffsetOf(key);

    // A stretch of time that no publication tells of by itself. Where the counts around it have moved, it is another.
    private CellKey Gap(CellKey key, int value)
    {
        var own = key with { Part = $"{key.Part} between, {value}" };
        if (!gaps.ContainsKey(own))
        {
            gaps[own] = System.Add(new SystemCell(value, CellState.NotShown, (value, value), null, 1));
            keys.Add(null);
        }

        return own;
    }

    private readonly record struct Standing(int Unknown, int Offset);
}
