namespace AbcdConnect.Domain.Reports.Disclosure;

/// <summary>What is done with a cell.</summary>
internal enum CellState
{
    /// <summary>It may be shown or hidden: the protector decides.</summary>
    Open,

    /// <summary>It was shown before, and whoever has the report has it.</summary>
    ShownBefore,

    /// <summary>It was hidden before, or is published nowhere.</summary>
    NotShown,
}

/// <summary>A cell as the protector sees it.</summary>
/// <param name="Shown">From where to where a reader knows it to lie, where it is shown: one number, or what is rounded to it.</param>
/// <param name="Demand">What must stay possible; null where it is nobody's secret.</param>
/// <param name="Cost">What hiding it costs.</param>
/// <param name="Floor">Less it cannot be, whatever is hidden.</param>
/// <param name="Wish">What should stay possible beyond <paramref name="Demand"/>, as far as what is published already lets it: a stricter rule came afterwards.</param>
internal sealed record SystemCell(int Value, CellState State, (int Low, int High) Shown, (int Low, int High)? Demand, int Cost, int Floor = 0, (int Low, int High)? Wish = null)
{
    public bool MustHide => Demand is not null || Wish is not null;

    /// <summary>What a reader knows of it by itself.</summary>
    public Seen Seen(bool hidden) => hidden ? new Seen(Floor, null) : new Seen(Shown.Low, Shown.High);

    /// <summary>Known to the last one, and for good.</summary>
    public bool IsKnown => State == CellState.ShownBefore && Shown.Low == Shown.High;
}

/// <summary>Cells that are tied: times cell, summed, is equal to, at most or at least a number. It holds for the true counts.</summary>
internal sealed record Tie(IReadOnlyList<(int Cell, int Times)> Terms, RowSense Sense, long Right)
{
    public bool Holds(Func<int, long> value)
    {
        var sum = Terms.Sum(t => t.Times * value(t.Cell));
        return Sense switch { RowSense.Equal => sum == Right, RowSense.AtMost => sum <= Right, _ => sum >= Right };
    }
}

/// <summary>Cells and how they are tied, and which of them hang together.</summary>
internal sealed class CellSystem
{
    private readonly List<SystemCell> cells = [];
    private readonly List<Tie> ties = [];

    public IReadOnlyList<SystemCell> Cells => cells;

    public IReadOnlyList<Tie> Ties => ties;

    public int Add(SystemCell cell)
    {
        cells.Add(cell);
        return cells.Count - 1;
    }

    public void Replace(int at, SystemCell cell) => cells[at] = cell;

    public void Tie(IReadOnlyList<(int Cell, int Times)> terms, RowSense sense, long right)
    {
        var tie = new Tie(terms, sense, right);
        if (!tie.Holds(c => cells[c].Value))
        {
            throw new ArgumentException("The true counts do not keep this tie.", nameof(terms));
        }

        ties.Add(tie);
    }

    /// <summary>Cells that hang together through ties, leaving out what is known for good; with the ties that hold them.</summary>
    /// <param name="isKnown">Whether a cell is a mere number to whoever asks.</param>
    public static IEnumerable<(List<int> Cells, List<Tie> Ties)> Components(int count, IReadOnlyList<Tie> ties, Func<int, bool> isKnown)
    {
        var parent = Enumerable.Range(0, count).ToArray();
        foreach (var tie in ties)
        {
            var first = -1;
            foreach (var (cell, _) in tie.Terms)
            {
                if (isKnown(cell))
                {
                    continue;
                }

                if (first < 0)
                {
                    first = Root(cell);
                }
                else
                {
                    parent[Root(cell)] = first;
                }
            }
        }

        var groups = new Dictionary<int, (List<int> Cells, List<Tie> Ties)>();
        for (var cell = 0; cell < count; cell++)
        {
            if (!isKnown(cell))
            {
                Group(cell).Cells.Add(cell);
            }
        }

        foreach (var tie in ties)
        {
            foreach (var (cell, _) in tie.Terms)
            {
                if (!isKnown(cell))
                {
                    Group(cell).Ties.Add(tie);
                    break;
                }
            }
        }

        return groups.Values;

        int Root(int cell)
        {
            while (parent[cell] != cell)
            {
                parent[cell] = parent[parent[cell]];
                cell = parent[cell];
            }

            return cell;
        }

        (List<int> Cells, List<Tie> Ties) Group(int cell)
        {
            var root = Root(cell);
            if (!groups.TryGetValue(root, out var group))
            {
                groups[root] = group = ([], []);
            }

            return group;
        }
    }
}
