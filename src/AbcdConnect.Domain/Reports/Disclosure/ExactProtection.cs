namespace AbcdConnect.Domain.Reports.Disclosure;

/// <summary>The cheapest set of cells that keeps every secret, for tables that are not too large.</summary>
/// <remarks>
/// Fischetti and Salazar-González (2001), sections 3 and 4: a set is tried by the attacker's linear program; where it fails, the program's
/// dual says of every set what it must hold to succeed (a capacity cut: Σ wᵢyᵢ ≥ what is needed, each wᵢ cut off at the right-hand side), and
/// the cheapest set that keeps all cuts so far is tried next. That is found by branch and bound. What all cuts so far demand is a lower
/// bound of the cost, and so is told even where the work is ended early.
/// </remarks>
internal sealed class ExactProtection
{
    /// <summary>Components with more cells to choose from are left to the heuristic.</summary>
    public const int UsualMost = 24;

    // Counted, not timed: the same table gives the same answer on any machine.
    private const int MostRounds = 60;
    private const int MostNodes = 1_500;
    private const int MostCuts = 200;
    private const double Close = 1e-6;

    private readonly CellSystem system;
    private readonly List<int> cells;
    private readonly List<Tie> ties;
    private readonly List<Secret> secrets;
    private readonly List<int> open;
    private readonly List<(double[] Weights, double Right)> cuts = [];
    private readonly LinearProgram attack = new();
    private readonly Simplex simplex;
    private readonly Dictionary<int, int> columns = [];
    private readonly double most;

    private ExactProtection(CellSystem system, List<int> cells, List<Tie> ties, List<Secret> secrets)
    {
        (this.system, this.cells, this.ties, this.secrets) = (system, cells, ties, secrets);
        open = [.. cells.Where(c => system.Cells[c] is { State: CellState.Open, MustHide: false })];
        // Farther than this no cell need move: in a table of two dimensions, no farther than the largest need.
        most = 10d * secrets.Max(s => s.Need);
        foreach (var at in cells)
        {
            var cell = system.Cells[at];
            var (low, high) = cell.State == CellState.NotShown || cell.MustHide ? (cell.Floor - cell.Value, most) : (cell.Shown.Low - cell.Value, (double)(cell.Shown.High - cell.Value));
            columns[at] = attack.AddColumn(low, high);
        }

        foreach (var tie in ties)
        {
            var spare = tie.Right - tie.Terms.Sum(t => (long)t.Times * system.Cells[t.Cell].Value);
            attack.AddRow([.. tie.Terms.Where(t => columns.ContainsKey(t.Cell)).Select(t => new Term(columns[t.Cell], t.Times))], tie.Sense, spare);
        }

        simplex = new Simplex(attack);
    }

    /// <param name="Hidden">The cheapest set, where it was found and costs less than what there was.</param>
    /// <param name="LeastCost">No safe set costs less.</param>
    public sealed record Outcome(HashSet<int>? Hidden, long LeastCost);

    /// <param name="cost">What the set costs that is known already.</param>
    public static Outcome Solve(CellSystem system, List<int> cells, List<Tie> ties, List<Secret> secrets, long cost) =>
        secrets.Count == 0 ? new Outcome(null, 0) : new ExactProtection(system, cells, ties, secrets).Solve(cost);

    private Outcome Solve(long cost)
    {
        var chosen = new bool[open.Count];
        long least = 0;
        var nodes = MostNodes;
        for (var round = 0; round < MostRounds && nodes > 0 && cuts.Count < MostCuts; round++)
        {
            if (!Cut(chosen))
            {
                return least < cost && IsProved(chosen) is { } set ? new Outcome(set, least) : new Outcome(null, Math.Min(least, cost));
            }

            var cover = new Cover([.. open.Select(c => (double)system.Cells[c].Cost)], cuts, cost, nodes);
            nodes = cover.NodesLeft;
            least = Math.Max(least, cover.LeastCost);
            if (cover.Chosen is null)
            {
                // Nothing cheaper keeps the cuts, or it was not found in time.
                return new Outcome(null, Math.Min(least, cost));
            }

            chosen = cover.Chosen;
        }

        return new Outcome(null, Math.Min(least, cost));
    }

    /// <summary>Tries a set, and adds a cut for each secret that it does not keep.</summary>
    private bool Cut(bool[] chosen)
    {
        for (var at = 0; at < open.Count; at++)
        {
            var cell = system.Cells[open[at]];
            simplex.SetBounds(columns[open[at]], chosen[at] ? cell.Floor - cell.Value : cell.Shown.Low - cell.Value, chosen[at] ? most : cell.Shown.High - cell.Value);
        }

        var any = false;
        foreach (var secret in secrets)
        {
            var objective = new double[attack.Columns];
            objective[columns[secret.Cell]] = secret.Up ? 1 : -1;
            if (simplex.Maximise(objective) != LinearOutcome.Optimal)
            {
                continue;
            }

            var reached = (secret.Up ? 1 : -1) * simplex[columns[secret.Cell]];
            if (reached >= secret.Need - Close)
            {
                continue;
            }

            any = true;
            var weights = new double[open.Count];
            var right = secret.Need - reached;
            for (var at = 0; at < open.Count; at++)
            {
                var (gain, cell) = (simplex.GainOf(columns[open[at]]), system.Cells[open[at]]);
                weights[at] = gain > Close ? gain * (most - (cell.Shown.High - cell.Value)) : gain < -Close ? -gain * (cell.Shown.Low - cell.Floor) : 0;
                right += chosen[at] ? weights[at] : 0;
            }

            cuts.Add(([.. weights.Select(w => Math.Min(w, right))], right));
        }

        return any;
    }

    private HashSet<int>? IsProved(bool[] chosen)
    {
        HashSet<int> set = [.. cells.Where(c => system.Cells[c].State == CellState.NotShown || system.Cells[c].MustHide), .. open.Where((_, at) => chosen[at])];
        var hidden = new bool[system.Cells.Count];
        foreach (var cell in set)
        {
            hidden[cell] = true;
        }

        return new Trimmer(system, cells, ties, hidden, secrets).NotReached().Count == 0 ? set : null;
    }
}

/// <summary>The cheapest choice of columns, each taken or not, that keeps every row Σ wᵢyᵢ ≥ right: by branch and bound on the linear relaxation.</summary>
internal sealed class Cover
{
    private const double Close = 1e-6;

    private readonly double[] costs;
    private readonly double[] objective;
    private readonly LinearProgram program = new();
    private readonly Simplex simplex;
    private double best;
    private double unexplored = double.PositiveInfinity;
    private int nodes;

    /// <param name="below">Only what costs less than this is wanted.</param>
    public Cover(double[] costs, List<(double[] Weights, double Right)> rows, double below, int mostNodes)
    {
        this.costs = costs;
        objective = [.. costs.Select(c => -c)];
        best = below;
        nodes = mostNodes;
        foreach (var _ in costs)
        {
            program.AddColumn(0, 1);
        }

        foreach (var (weights, right) in rows)
        {
            // Scaled to one, so that all rows weigh alike.
            program.AddRow([.. Enumerable.Range(0, costs.Length).Where(c => weights[c] > 0).Select(c => new Term(c, weights[c] / right))], RowSense.AtLeast, 1);
        }

        simplex = new Simplex(program);
        Search();
        LeastCost = (long)Math.Ceiling(Math.Min(best, unexplored) - Close);
    }

    /// <summary>Null where nothing below the cost asked for was found.</summary>
    public bool[]? Chosen { get; private set; }

    public long LeastCost { get; }

    public int NodesLeft => Math.Max(0, nodes);

    private void Search()
    {
        if (simplex.Maximise(objective) != LinearOutcome.Optimal)
        {
            return;
        }

        var cost = 0d;
        var broken = -1;
        for (var column = 0; column < costs.Length; column++)
        {
            cost += costs[column] * simplex[column];
            var share = Math.Abs(simplex[column] - Math.Round(simplex[column]));
            if (share > Close && (broken < 0 || share > Math.Abs(simplex[broken] - Math.Round(simplex[broken]))))
            {
                broken = column;
            }
        }

        // Costs are whole: half of one less is as good as one.
        cost = Math.Ceiling(cost - Close);
        if (cost >= best)
        {
            return;
        }

        if (nodes-- <= 0)
        {
            unexplored = Math.Min(unexplored, cost);
            return;
        }

        if (broken < 0)
        {
            Chosen = [.. Enumerable.Range(0, costs.Length).Select(c => simplex[c] > 0.5)];
            best = cost;
            return;
        }

        var (low, high) = simplex.BoundsOf(broken);
        simplex.SetBounds(broken, 1, 1);
        Search();
        simplex.SetBounds(broken, 0, 0);
        Search();
        simplex.SetBounds(broken, low, high);
    }
}
