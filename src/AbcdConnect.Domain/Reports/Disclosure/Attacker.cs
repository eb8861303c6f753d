namespace AbcdConnect.Domain.Reports.Disclosure;

/// <summary>What a reader knows for certain of a count.</summary>
/// <param name="High">Null where nothing bounds it.</param>
public readonly record struct Interval(long Low, long? High)
{
    public bool Covers(int low, int high) => Low <= low && (High is not { } most || most >= high);

    public override string ToString() => (Low, High) switch
    {
        (var low, null) => $"{low} or more",
        var (low, high) when low == high => $"exactly {low}",
        var (low, high) => $"from {low} to {high}",
    };
}

/// <summary>A count as it was published.</summary>
/// <param name="Low">From where to where it lies: one number where it is shown, a rounding's interval, 0 and more where it is hidden.</param>
/// <param name="High">Null where nothing bounds it.</param>
internal readonly record struct Seen(int Low, int? High)
{
    public bool IsExact => Low == High;
}

/// <summary>
/// Reads what was published, and works out for each hidden count the tightest interval that it must lie in. It shares nothing with the protector but
/// the solver: what the protector meant to do it does not know.
/// </summary>
/// <remarks>The attacker's problem of Fischetti and Salazar-González (2001), section 2: for each cell the least and the greatest value that
/// agrees with everything published, here in whole numbers. A bound is believed only where a table in whole numbers, verified exactly, reaches
/// it; where none was found the interval is taken to be narrower, which refuses rather than permits.</remarks>
internal sealed class Attacker
{
    private const int MostBranches = 400;

    private readonly IReadOnlyList<Seen> seen;
    private readonly IReadOnlyList<Tie> ties;

    public Attacker(IReadOnlyList<Seen> seen, IReadOnlyList<Tie> ties) => (this.seen, this.ties) = (seen, ties);

    /// <summary>The tightest interval of each count that is not shown to the last one.</summary>
    public IReadOnlyDictionary<int, Interval> Intervals() => Attack(demands: null);

    /// <summary>The intervals that do not hold what must stay possible; the others are not looked at to the end.</summary>
    public IReadOnlyDictionary<int, Interval> Breaches(IReadOnlyDictionary<int, (int Low, int High)> demands)
    {
        var found = Attack(demands);
        return demands.Where(d => found.TryGetValue(d.Key, out var interval) ? !interval.Covers(d.Value.Low, d.Value.High) : !IsPossible(d.Key, d.Value))
            .ToDictionary(d => d.Key, d => found.TryGetValue(d.Key, out var interval) ? interval : new Interval(seen[d.Key].Low, seen[d.Key].High));
    }

    private bool IsPossible(int cell, (int Low, int High) demand) => new Interval(seen[cell].Low, seen[cell].High).Covers(demand.Low, demand.High);

    private Dictionary<int, Interval> Attack(IReadOnlyDictionary<int, (int Low, int High)>? demands)
    {
        var found = new Dictionary<int, Interval>();
        foreach (var (cells, held) in CellSystem.Components(seen.Count, ties, c => seen[c].IsExact))
        {
            if (demands is not null && !cells.Exists(demands.ContainsKey))
            {
                continue;
            }

            Attack(cells, held, demands, found);
        }

        return found;
    }

    private void Attack(List<int> cells, List<Tie> held, IReadOnlyDictionary<int, (int Low, int High)>? demands, Dictionary<int, Interval> found)
    {
        var program = new LinearProgram();
        var column = new Dictionary<int, int>(cells.Count);
        foreach (var cell in cells)
        {
            column[cell] = program.AddColumn(seen[cell].Low, seen[cell].High ?? double.PositiveInfinity);
        }

        foreach (var tie in held)
        {
            var known = tie.Terms.Where(t => seen[t.Cell].IsExact).Sum(t => (long)t.Times * seen[t.Cell].Low);
            program.AddRow([.. tie.Terms.Where(t => !seen[t.Cell].IsExact).Select(t => new Term(column[t.Cell], t.Times))], tie.Sense, tie.Right - known);
        }

        var simplex = new Simplex(program);
        var least = cells.ToDictionary(c => c, _ => long.MaxValue);
        var most = cells.ToDictionary(c => c, _ => long.MinValue);
        foreach (var cell in cells)
        {
            if (demands is not null && !demands.ContainsKey(cell))
            {
                continue;
            }

            var demand = demands?[cell];
            if (demand is { } asked)
            {
                // Whether it can be so few, and so many: that is easier to find than how few and how many at most.
                Reach(cell, asked.Low, least[cell] > asked.Low, up: false);
                Reach(cell, asked.High, most[cell] < asked.High, up: true);
            }

            if (least[cell] > (demand?.Low ?? seen[cell].Low))
            {
                Push(cell, -1);
            }

            var unbounded = false;
            if (most[cell] < (demand?.High ?? seen[cell].High ?? long.MaxValue))
            {
                unbounded = Push(cell, 1);
            }

            if (least[cell] == long.MaxValue)
            {
                // Nothing in whole numbers was found at all: to be safe, taken for known.
                found[cell] = new Interval(seen[cell].Low, seen[cell].Low);
                continue;
            }

            found[cell] = new Interval(least[cell], unbounded ? null : Math.Max(most[cell], least[cell]));
        }

        bool Push(int cell, int direction)
        {
            var objective = new double[program.Columns];
            objective[column[cell]] = direction;
            if (simplex.Maximise(objective) == LinearOutcome.Unbounded)
            {
                return true;
            }

            Learn(WholeNumbers.Maximise(simplex, program, objective));
            return false;
        }

        void Reach(int cell, int value, bool isOpen, bool up)
        {
            var (low, high) = simplex.BoundsOf(column[cell]);
            if (isOpen && value >= low && value <= high)
            {
                simplex.SetBounds(column[cell], up ? value : low, up ? high : value);
                Learn(WholeNumbers.Maximise(simplex, program, new double[program.Columns], MostBranches));
                simplex.SetBounds(column[cell], low, high);
            }
        }

        // Every table found on the way tells of all cells.
        void Learn(long[]? table)
        {
            if (table is null)
            {
                return;
            }

            foreach (var (other, at) in column)
            {
                least[other] = Math.Min(least[other], table[at]);
                most[other] = Math.Max(most[other], table[at]);
            }
        }
    }
}
