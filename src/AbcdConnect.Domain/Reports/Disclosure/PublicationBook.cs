namespace AbcdConnect.Domain.Reports.Disclosure;

/// <summary>Lays publications one upon the other: which of their counts are the same unknown, and how all of them are tied.</summary>
internal sealed class PublicationBook(CountingRules rules)
{
    private readonly Dictionary<CellKey, int> current = [];
    private readonly Dictionary<CellKey, Cell> latest = [];
    private readonly Dictionary<CellKey, int> gaps = [];
    private readonly List<CellKey?> keys = [];
    private readonly HashSet<string> known = [];

    public CellSystem System { get; } = new();

    public int UnknownOf(CellKey key) => current[key];

    public bool IsPublished(int unknown) => keys[unknown] is not null;

    public CellKey KeyOf(int unknown) => keys[unknown] ?? default;

    /// <summary>The counts that were told last, and are not known to be out of date.</summary>
    public IEnumerable<(CellKey Key, int Value)> Told => latest.Select(l => (l.Key, l.Value.Value));

    public void AddPast(Publication publication)
    {
        Forget(publication.Outdated);
        var policy = DisclosurePolicy.Of(publication.Rule);
        foreach (var (cell, hidden) in publication.Cells)
        {
            Lay(cell, policy, hidden ? CellState.NotShown : CellState.ShownBefore);
        }

        Tie([.. publication.Cells.Select(c => c.Cell.Key)], publication.Places);
    }

    public void AddNew(DisclosurePolicy policy, IReadOnlyList<long> places, IReadOnlyList<Cell> cells, IReadOnlyList<CellKey> outdated)
    {
        Forget(outdated);
        foreach (var cell in cells)
        {
            Lay(cell, policy, cell.IsTold ? CellState.Open : CellState.NotShown);
        }

        Tie([.. cells.Select(c => c.Key)], places);
    }

    // What ties it had it keeps; it gets no new ones.
    private void Forget(IReadOnlyList<CellKey> outdated)
    {
        foreach (var key in outdated)
        {
            current.Remove(key);
            latest.Remove(key);
        }
    }

    private void Lay(Cell cell, DisclosurePolicy policy, CellState state)
    {
        latest[cell.Key] = cell;
        var fresh = cell.In(policy) with { State = state };
        // What was put right is another count from then on.
        if (!current.TryGetValue(cell.Key, out var unknown) || System.Cells[unknown].Value != cell.Value)
        {
            Begin(cell.Key, fresh);
            return;
        }

        var old = System.Cells[unknown];
        if (old.State == CellState.ShownBefore)
        {
            if (state == CellState.Open && (fresh.Shown.Low > old.Shown.Low || fresh.Shown.High < old.Shown.High))
            {
                // Rounded then, and exact now: it may be hidden, and then it is known as nearly as it was.
                Begin(cell.Key, fresh with { Demand = null });
                System.Tie([(unknown, -1), (current[cell.Key], 1)], RowSense.Equal, 0);
                return;
            }

            // What was shown is no secret any more, whatever the rule is now; shown again, it may be known more nearly.
            System.Replace(unknown, state == CellState.NotShown ? old : old with { Shown = (Math.Max(old.Shown.Low, fresh.Shown.Low), Math.Min(old.Shown.High, fresh.Shown.High)) });
            return;
        }

        // It stays protected by the rule of the day on which it was hidden, which all reports since have kept. What a stricter one asks
        // for now is kept as far as those reports let it.
        System.Replace(unknown, old with
        {
            State = fresh.MustHide && state == CellState.Open ? CellState.NotShown : state,
            Shown = fresh.Shown,
            Wish = fresh.Demand,
            Cost = fresh.Cost,
        });
    }

    private void Begin(CellKey key, SystemCell cell)
    {
        current[key] = System.Add(cell);
        keys.Add(key);
    }

    private void Tie(IReadOnlyCollection<CellKey> fresh, IReadOnlyList<long> places)
    {
        var now = fresh.ToHashSet();
        new CellTies(rules, now, Add, ValueOf, Gap).Find(latest, places);

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
            if (known.Add($"{sense} {string.Join(' ', unknowns)}"))
            {
                System.Tie(unknowns, sense, 0);
            }
        }
    }

    private int UnknownIn(CellKey key) => current.TryGetValue(key, out var unknown) ? unknown : gaps[key];

    private int ValueOf(CellKey key) => System.Cells[UnknownIn(key)].Value;

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
}
