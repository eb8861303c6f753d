namespace AbcdConnect.Domain.Reports.Disclosure;

/// <summary>What came of solving a linear program.</summary>
public enum LinearOutcome
{
    Optimal,

    /// <summary>Nothing keeps all rows and bounds.</summary>
    Infeasible,

    /// <summary>It can grow without end.</summary>
    Unbounded,

    /// <summary>Rounding has the better of it: whoever asked takes the cautious answer.</summary>
    Undecided,
}

/// <summary>The primal simplex method for columns with bounds, in a dense tableau that is kept from one objective to the next.</summary>
/// <remarks>
/// Dantzig, "Linear Programming and Extensions" (1963), chapters 5 and 18 (bounded variables); the first phase minimises the sum of
/// infeasibilities over whatever basis there is (Maros, "Computational Techniques of the Simplex Method", 2003, chapter 9), so that bounds
/// may be changed between two solutions and the work goes on from where it stood. Columns are priced by Dantzig's rule; after a number of steps
/// that gained nothing, by Bland's ("New finite pivoting rules for the simplex method", 1977), which cannot cycle. A solution is held
/// against the rows as they were given, and the tableau made anew where rounding has crept in. Whoever must be certain does not believe the
/// doubles but verifies the answer in whole numbers: <see cref="WholeNumbers"/>.
/// </remarks>
public sealed partial class Simplex
{
    private const double PivotTolerance = 1e-9;
    private const double CostTolerance = 1e-9;
    private const double Feasible = 1e-7;
    private const int StepsBeforeBland = 40;
    private const int StepsBeforeAnew = 400;
    private const int MostSteps = 50_000;

    private readonly LinearProgram program;
    private readonly int rows;
    private readonly int structural;
    private readonly int all;
    private readonly double[][] tableau;
    private readonly int[] basic;
    private readonly int[] rowOf;
    private readonly double[] low;
    private readonly double[] high;
    private readonly double[] value;
    private readonly double[] gain;
    private int stepsSinceAnew;

    public Simplex(LinearProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        this.program = program;
        (rows, structural) = (program.Rows, program.Columns);
        all = structural + rows;
        tableau = new double[rows][];
        basic = new int[rows];
        rowOf = new int[all];
        low = new double[all];
        high = new double[all];
        value = new double[all];
        gain = new double[all];
        for (var column = 0; column < structural; column++)
        {
            (low[column], high[column]) = program.Bounds(column);
            value[column] = low[column];
        }

        for (var row = 0; row < rows; row++)
        {
            // Row and slack make the right-hand side: nothing to spare where they must be equal.
            (low[structural + row], high[structural + row]) = program.Row(row).Sense switch
            {
                RowSense.AtMost => (0d, double.PositiveInfinity),
                RowSense.AtLeast => (double.NegativeInfinity, 0d),
                _ => (0d, 0d),
            };
        }

        Begin();
    }

    /// <summary>How many steps have been taken since this was made: for tests and measurements.</summary>
    public int Steps { get; private set; }

    /// <summary>The column's value in the last solution.</summary>
    public double this[int column] => value[column];

    /// <summary>By how much the objective of the last solution grows for each one that the column is raised beyond its bound.</summary>
    public double GainOf(int column) => rowOf[column] >= 0 ? 0 : gain[column];

    /// <summary>The same for the slack of a row.</summary>
    public double GainOfSlack(int row) => GainOf(structural + row);

    public (double Low, double High) BoundsOf(int column) => (low[column], high[column]);

    /// <summary>Other bounds for a column. The basis stays, so that little is left to do.</summary>
    public void SetBounds(int column, double from, double to)
    {
        if (low[column].Equals(from) && high[column].Equals(to))
        {
            return;
        }

        (low[column], high[column]) = (from, to);
        if (rowOf[column] < 0)
        {
            var before = value[column];
            value[column] = Math.Abs(before - to) < Math.Abs(before - from) && !double.IsInfinity(to) ? to : from;
            Move(column, value[column] - before);
        }
    }

    /// <summary>Whether anything keeps all rows and bounds; the values are then one such thing.</summary>
    public bool IsFeasible() => MakeFeasible() == LinearOutcome.Optimal;

    /// <summary>Makes the objective as large as it can be.</summary>
    /// <param name="objective">One number a column.</param>
    public LinearOutcome Maximise(ReadOnlySpan<double> objective)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var came = MakeFeasible();
            if (came == LinearOutcome.Optimal)
            {
                came = Climb(objective);
            }

            if (came == LinearOutcome.Undecided || Misses() > Feasible * 10)
            {
                Anew();
                continue;
            }

            return came;
        }

        return LinearOutcome.Undecided;
    }

    /// <summary>The largest value of one column.</summary>
    public LinearOutcome Raise(int column)
    {
        var objective = new double[structural];
        objective[column] = 1;
        return Maximise(objective);
    }

    /// <summary>The smallest value of one column.</summary>
    public LinearOutcome Lower(int column)
    {
        var objective = new double[structural];
        objective[column] = -1;
        return Maximise(objective);
    }

    // The sum of infeasibilities falls until there are none, or until nothing lessens it.
    private LinearOutcome MakeFeasible()
    {
        var idle = 0;
        for (var guard = 0; ; guard++)
        {
            if (!PriceInfeasibility())
            {
                return LinearOutcome.Optimal;
            }

            if (guard > MostSteps)
            {
                return LinearOutcome.Undecided;
            }

            var entering = Entering(idle > StepsBeforeBland);
            if (entering < 0)
            {
                return LinearOutcome.Infeasible;
            }

            idle = Step(entering, bland: idle > StepsBeforeBland, mend: true) > PivotTolerance ? 0 : idle + 1;
        }
    }

    private LinearOutcome Climb(ReadOnlySpan<double> objective)
    {
        Price(objective);
        var idle = 0;
        for (var guard = 0; ; guard++)
        {
            if (guard > MostSteps)
            {
                return LinearOutcome.Undecided;
            }

            var entering = Entering(idle > StepsBeforeBland);
            if (entering < 0)
            {
                return LinearOutcome.Optimal;
            }

            var moved = Step(entering, bland: idle > StepsBeforeBland, mend: false);
            if (double.IsPositiveInfinity(moved))
            {
                return LinearOutcome.Unbounded;
            }

            idle = moved > PivotTolerance ? 0 : idle + 1;
            if (stepsSinceAnew > StepsBeforeAnew)
            {
                Anew();
                Price(objective);
            }
        }
    }

    private void Price(ReadOnlySpan<double> objective)
    {
        Array.Clear(gain);
        objective.CopyTo(gain);
        for (var row = 0; row < rows; row++)
        {
            var times = basic[row] < structural ? objective[basic[row]] : 0;
            if (times != 0)
            {
                Subtract(gain, tableau[row], times);
            }
        }
    }

    private bool PriceInfeasibility()
    {
        Array.Clear(gain);
        var any = false;
        for (var row = 0; row < rows; row++)
        {
            var column = basic[row];
            if (value[column] < low[column] - Feasible)
            {
                any = true;
                Subtract(gain, tableau[row], 1);
            }
            else if (value[column] > high[column] + Feasible)
            {
                any = true;
                Subtract(gain, tableau[row], -1);
            }
        }

        return any;
    }

    // The column outside the basis that gains most, or with Bland's rule the first that gains at all.
    private int Entering(bool bland)
    {
        var best = -1;
        var most = CostTolerance;
        for (var column = 0; column < all; column++)
        {
            if (rowOf[column] >= 0 || low[column].Equals(high[column]))
            {
                continue;
            }

            var gains = Math.Abs(gain[column]);
            if (gains > most && (gain[column] > 0 ? value[column] < high[column] : value[column] > low[column]))
            {
                best = column;
                if (bland)
                {
                    return best;
                }

                most = gains;
            }
        }

        return best;
    }

    /// <returns>How far the column moved; infinite where nothing stops it.</returns>
    private double Step(int entering, bool bland, bool mend)
    {
        var direction = gain[entering] > 0 ? 1d : -1d;
        var least = high[entering] - low[entering];
        var leaving = -1;
        var stopsAt = 0d;
        var strongest = 0d;
        for (var row = 0; row < rows; row++)
        {
            var falls = direction * tableau[row][entering];
            if (Math.Abs(falls) <= PivotTolerance)
            {
                continue;
            }

            var column = basic[row];
            var (now, from, to) = (value[column], low[column], high[column]);
            double bound;
            if (mend && now < from - Feasible)
            {
                bound = falls < 0 ? from : double.NaN;
            }
            else if (mend && now > to + Feasible)
            {
                bound = falls > 0 ? to : double.NaN;
            }
            else
            {
                bound = falls > 0 ? from : to;
            }

            if (double.IsNaN(bound) || double.IsInfinity(bound))
            {
                continue;
            }

            var distance = Math.Max(0, (now - bound) / falls);
            var ties = leaving >= 0 && Math.Abs(distance - least) <= PivotTolerance;
            if (ties ? (bland ? column < basic[leaving] : Math.Abs(falls) > strongest) : distance < least)
            {
                (least, leaving, stopsAt, strongest) = (distance, row, bound, Math.Abs(falls));
            }
        }

        if (double.IsPositiveInfinity(least))
        {
            return least;
        }

        Steps++;
        if (leaving < 0)
        {
            // From one of its bounds to the other: the basis stays.
            var before = value[entering];
            value[entering] = direction > 0 ? high[entering] : low[entering];
            Move(entering, value[entering] - before);
            return least;
        }

        Move(entering, direction * least);
        value[entering] += direction * least;
        var gone = basic[leaving];
        value[gone] = stopsAt;
        Pivot(leaving, entering);
        return least;
    }
}
