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
            if (!cells.Exists(c => system.Cells[c].MustHide))
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

        var detour = new Detour(system, cells, ties);
        var reached = new List<int[]>();
        foreach (var secret in secrets.OrderByDescending(s => s.Need))
        {
            if (reached.Exists(secret.IsReachedBy))
            {
                continue;
            }

            if (detour.Cheapest(secret, hidden) is not { } way)
            {
                helpless.Add(secret.Cell);
                continue;
            }

            reached.Add(way);
            foreach (var cell in cells.Where(c => system.Cells[c].State == CellState.Open && detour.Leaves(c, way)))
            {
                hidden[cell] = true;
            }
        }

        var possible = secrets.Where(s => !helpless.Contains(s.Cell)).ToList();
        if (!new Trimmer(system, cells, ties, hidden, possible).Trim())
        {
            HideEverything(cells, ties, possible);
        }

        if (cells.Count(c => system.Cells[c].State == CellState.Open) > exactUpTo || !cells.Exists(IsExtra))
        {
            return cells.Exists(IsExtra) ? null : 0;
        }

        var exact = ExactProtection.Solve(system, cells, ties, possible, CostOf(cells));
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
        helpless.AddRange(trimmer.NotReached().Select(s => s.Cell).Distinct().Where(c => !helpless.Contains(c)));
    }
}

/// <summary>A count that must be able to be so much larger, or smaller, than it is.</summary>
/// <param name="Up">Larger, or smaller.</param>
/// <param name="Need">By how much.</param>
internal sealed record Secret(int Cell, bool Up, int Need)
{
    public bool IsReachedBy(int[] way) => Up ? way[Cell] >= Need : way[Cell] <= -Need;

    public static List<Secret> Of(CellSystem system, IEnumerable<int> cells)
    {
        var secrets = new List<Secret>();
        foreach (var at in cells)
        {
            if (system.Cells[at] is { Demand: { } demand } cell)
            {
                if (demand.High > cell.Value)
                {
                    secrets.Add(new Secret(at, true, demand.High - cell.Value));
                }

                if (demand.Low < cell.Value)
                {
                    secrets.Add(new Secret(at, false, cell.Value - demand.Low));
                }
            }
        }

        return secrets;
    }
}
