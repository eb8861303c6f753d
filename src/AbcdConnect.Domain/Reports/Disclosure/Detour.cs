namespace AbcdConnect.Domain.Reports.Disclosure;

/// <summary>The cheapest way in which the counts could be other than they are, with one of them as far off as it must be able to be.</summary>
internal sealed class Detour
{
    private readonly CellSystem system;
    private readonly List<int> cells;
    private readonly LinearProgram program = new();
    private readonly Simplex simplex;
    private readonly Dictionary<int, Columns> columns = [];

    public Detour(CellSystem system, List<int> cells, List<Tie> ties)
    {
        (this.system, this.cells) = (system, cells);
        foreach (var at in cells)
        {
            var cell = system.Cells[at];
            var mayHide = cell.State != CellState.ShownBefore;
            // Within its rounding it moves for nothing, and first: so that both ways of falling together never fall below the floor.
            var (below, above) = cell.State == CellState.NotShown || cell.MustHide ? (0, 0) : (Math.Min(cell.Value - cell.Shown.Low, cell.Value - cell.Floor), cell.Shown.High - cell.Value);
            var left = cell.Value - cell.Floor - below;
            columns[at] = new Columns(
                Up: mayHide ? program.AddColumn(0, double.PositiveInfinity) : -1,
                Down: mayHide && left > 0 ? program.AddColumn(0, left) : -1,
                FreeUp: above > 0 ? program.AddColumn(0, above) : -1,
                FreeDown: below > 0 ? program.AddColumn(0, below) : -1);
        }

        foreach (var tie in ties)
        {
            var spare = tie.Right - tie.Terms.Sum(t => (long)t.Times * system.Cells[t.Cell].Value);
            program.AddRow([.. tie.Terms.Where(t => columns.ContainsKey(t.Cell)).SelectMany(t => columns[t.Cell].Terms(t.Times))], tie.Sense, spare);
        }

        simplex = new Simplex(program);
    }

    /// <param name="hidden">What is hidden already costs nothing more.</param>
    /// <returns>By how much each cell changes; null where there is no such way.</returns>
    public int[]? Cheapest(Secret secret, bool[] hidden)
    {
        var objective = new double[program.Columns];
        foreach (var at in cells)
        {
            var own = columns[at];
            // A little even where it is free, so that ways stay short; among cells that cost the same the smaller count goes first.
            var cost = hidden[at] ? -0.001 : -system.Cells[at].Cost - (0.0001 * Math.Min(system.Cells[at].Value, 1_000));
            Set(own.Up, cost);
            Set(own.Down, cost);
            Set(own.FreeUp, -0.0001);
            Set(own.FreeDown, -0.0001);
        }

        var (towards, away) = secret.Up ? (columns[secret.Cell].Up, columns[secret.Cell].Down) : (columns[secret.Cell].Down, columns[secret.Cell].Up);
        if (towards < 0)
        {
            return null;
        }

        var (before, beforeAway) = (simplex.BoundsOf(towards), away < 0 ? default : simplex.BoundsOf(away));
        simplex.SetBounds(towards, secret.Need, before.High);
        if (away >= 0)
        {
            simplex.SetBounds(away, 0, 0);
        }

        var outcome = simplex.Maximise(objective);
        var way = outcome == LinearOutcome.Optimal ? Changes() : null;
        simplex.SetBounds(towards, before.Low, before.High);
        if (away >= 0)
        {
            simplex.SetBounds(away, beforeAway.Low, beforeAway.High);
        }

        return way;

        void Set(int column, double cost)
        {
            if (column >= 0)
            {
                objective[column] = cost;
            }
        }
    }

    /// <summary>Whether a cell that was shown would not be true any more.</summary>
    public bool Leaves(int cell, int[] way)
    {
        var (value, shown) = (system.Cells[cell].Value + way[cell], system.Cells[cell].Shown);
        return value < shown.Low || value > shown.High;
    }

    // Halves are rounded away from nought: what changes at all is seen to change.
    private int[] Changes()
    {
        var way = new int[system.Cells.Count];
        foreach (var at in cells)
        {
            var change = columns[at].Change(simplex);
            way[at] = (int)(change > 0 ? Math.Ceiling(change - 1e-6) : Math.Floor(change + 1e-6));
        }

        return way;
    }

    private sealed record Columns(int Up, int Down, int FreeUp, int FreeDown)
    {
        public IEnumerable<Term> Terms(int times)
        {
            foreach (var (column, sign) in new[] { (Up, 1), (Down, -1), (FreeUp, 1), (FreeDown, -1) })
            {
                if (column >= 0)
                {
                    yield return new Term(column, sign * times);
                }
            }
        }

        public double Change(Simplex simplex)
        {
            return Of(Up) - Of(Down) + Of(FreeUp) - Of(FreeDown);

            double Of(int column) => column < 0 ? 0 : simplex[column];
        }
    }
}
