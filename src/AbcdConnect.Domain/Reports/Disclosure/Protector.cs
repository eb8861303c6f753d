namespace AbcdConnect.Domain.Reports.Disclosure;

/// <summary>
/// Chooses which cells are hidden: those that must be, and as few others, weighed by what hiding them costs, as keep these from being
/// worked out.
/// </summary>
/// <remarks>
/// Cell suppression with upper and lower protection levels on tables with any linear ties. For one secret at a time, the cheapest way in
/// which the counts could be other than they are, so that the secret lies as far off as it must, is a linear program, and the cells that
/// change in it are hidden: Kelly, Golden and Assad, "Cell suppression: disclosure protection for sensitive tabular data", Networks 22
/// (1992); Fischetti and Salazar-González (2001), section 5. Then no cell stays hidden that can be shown: each is tried, the
/// dearest first. What comes out cannot be bettered by showing any one cell more; small tables go on to <see cref="ExactProtection"/>,
/// which finds the cheapest set there is. That it is safe does not rest on any of this: every secret has two tables
/// in whole numbers, verified exactly, which agree with everything shown and in which it is as small and as large as it must be able to be.
/// </remarks>
internal sealed class Protector
{
    private readonly CellSystem system;
    private readonly bool[] hidden;
    private readonly List<int> helpless = [];

    private Protector(CellSystem system)
    {
        this.system = system;
        hidden = [.. system.Cells.Select(c => c.State == CellState.NotShown || (c.State == CellState.Open && c.MustHide))];
    }

    /// <summary>What is hidden, and for which secrets nothing helps: what is published already tells them.</summary>
    /// <param name="LeastCost">No safe set costs less than this; null where that was not worked out. Equal to <paramref name="Cost"/>: the cheapest there is.</param>
    /// <param name="Cost">What the hidden cells cost beyond those that must be hidden.</param>
    public sealed record Outcome(bool[] Hidden, IReadOnlyList<int> Helpless, long Cost, long? LeastCost);

    public static Outcome Protect(CellSystem system, int exactUpTo = ExactProtection.UsualMost)
    {
        var protector = new Protector(system);
        long? least = 0;
        foreach (var (cells, ties) in CellSystem.Components(system.Cells.Count, system.Ties, c => system.Cells[c].IsKnown))
        {
            // Where nothing is new, nothing can be hidden.
            if (!cells.Exists(c => system.Cells[c].MustHide) || !cells.Exists(c => system.Cells[c].State == CellState.Open))
            {
                continue;
            }

            var bound = protector.Protect(cells, ties, exactUpTo);
            least = bound is { } known && least is { } before ? before + known : null;
        }

        return new Outcome(protector.hidden, [.. protector.helpless.Distinct()], protector.CostOf(Enumerable.Range(0, system.Cells.Count)), least);
    }

    private long CostOf(IEnumerable<int> cells) => cells.Where(IsExtra).Sum(c => (long)system.Cells[c].Cost);

    private bool IsExtra(int cell) => hidden[cell] && system.Cells[cell] is { State: CellState.Open, MustHide: false };

    /// <returns>The least that this component can cost; null where that was not worked out.</returns>
    private long? Protect(List<int> cells, List<Tie> ties, int exactUpTo)
    {
        var secrets = Secret.Of(system, cells);
        if (ties.Count == 0)
        {
            return 0;
        }

        // Most are kept by what must be hidden anyway, and by rounding: for these no way out is looked for.
        var left = new Trimmer(system, cells, ties, hidden, secrets).NotReached();
        if (left.Count == 0)
        {
            return 0;
        }

        var detour = new Detour(system, cells, ties);
        var reached = new List<int[]>();
        var lost = new HashSet<Secret>();
        foreach (var secret in left.OrderBy(s => s.IsWish).ThenByDescending(s => s.Need))
        {
            if (reached.Exists(secret.IsReachedBy))
            {
                continue;
            }

            if (detour.Cheapest(secret, hidden) is not { } way)
            {
                lost.Add(secret);
                continue;
            }

            reached.Add(way);
            foreach (var cell in cells.Where(c => system.Cells[c].State == CellState.Open && detour.Leaves(c, way)))
            {
                hidden[cell] = true;
            }
        }

        helpless.AddRange(lost.Where(s => !s.IsWish).Select(s => s.Cell));
        var possible = secrets.FindAll(s => !lost.Contains(s));
        var trimmer = new Trimmer(system, cells, ties, hidden, possible);
        if (!trimmer.Trim())
        {
            HideEverything(cells, ties, possible);
            return null;
        }

        if (cells.Count(c => system.Cells[c].State == CellState.Open) > exactUpTo || !cells.Exists(IsExtra))
        {
            return cells.Exists(IsExtra) ? null : 0;
        }

        var exact = ExactProtection.Solve(system, cells, ties, [.. trimmer.Kept], CostOf(cells));
        if (exact.Hidden is { } better)
        {
            foreach (var cell in cells)
            {
                hidden[cell] = better.Contains(cell);
            }
        }

        return exact.LeastCost;
    }

    // Only where no tables in whole numbers were found for the cells chosen: rare, and not met in tables of two dimensions.
    private void HideEverything(List<int> cells, List<Tie> ties, List<Secret> secrets)
    {
        foreach (var cell in cells.Where(c => system.Cells[c].State == CellState.Open))
        {
            hidden[cell] = true;
        }

        var trimmer = new Trimmer(system, cells, ties, hidden, secrets);
        helpless.AddRange(trimmer.NotReached().Where(s => !s.IsWish).Select(s => s.Cell).Distinct().Where(c => !helpless.Contains(c)));
    }
}

/// <summary>A count that must be able to be so much larger, or smaller, than it is.</summary>
/// <param name="Up">Larger, or smaller.</param>
/// <param name="Need">By how much.</param>
/// <param name="IsWish">Kept where what is published already lets it be kept.</param>
internal sealed record Secret(int Cell, bool Up, int Need, bool IsWish = false)
{
    public bool IsReachedBy(int[] way) => Up ? way[Cell] >= Need : way[Cell] <= -Need;

    public static List<Secret> Of(CellSystem system, IEnumerable<int> cells)
    {
        var secrets = new List<Secret>();
        foreach (var at in cells)
        {
            var cell = system.Cells[at];
            var (up, down) = Add(at, cell, cell.Demand, 0, 0, isWish: false);
            Add(at, cell, cell.Wish, up, down, isWish: true);
        }

        return secrets;

        // What goes beyond what is demanded already.
        (int Up, int Down) Add(int at, SystemCell cell, (int Low, int High)? range, int up, int down, bool isWish)
        {
            if (range is not { } wanted)
            {
                return (up, down);
            }

            if (wanted.High - cell.Value > up)
            {
                up = wanted.High - cell.Value;
                secrets.Add(new Secret(at, true, up, isWish));
            }

            if (cell.Value - Math.Max(wanted.Low, cell.Floor) > down)
            {
                down = cell.Value - Math.Max(wanted.Low, cell.Floor);
                secrets.Add(new Secret(at, false, down, isWish));
            }

            return (up, down);
        }
    }
}
