namespace AbcdConnect.Domain.Reports.Disclosure;

/// <summary>Finds a solution in whole numbers and verifies it exactly: such a one proves that a reader cannot rule it out, whatever the
/// doubles that it was found with.</summary>
/// <remarks>Tables of two dimensions have whole vertices (their rows are totally unimodular), so that nothing is branched on there; elsewhere
/// by branch and bound (Land and Doig, Econometrica 28, 1960), cut short: not found is taken for not there, which is the cautious side.</remarks>
internal static class WholeNumbers
{
    private const double Close = 1e-6;
    private const int MostBranches = 60;

    /// <summary>The solution with the objective as large as can be found.</summary>
    /// <returns>Null where none was found.</returns>
    /// <param name="branches">How often it is branched at most.</param>
    public static long[]? Maximise(Simplex simplex, LinearProgram program, double[] objective, int branches = MostBranches)
    {
        var bounds = Enumerable.Range(0, program.Columns).Select(c => simplex.BoundsOf(c)).ToArray();
        var budget = branches;
        long[]? best = null;
        var most = double.NegativeInfinity;
        Search();
        return best;

        void Search()
        {
            if (budget-- <= 0 || simplex.Maximise(objective) != LinearOutcome.Optimal)
            {
                return;
            }

            var reached = 0d;
            var broken = -1;
            for (var column = 0; column < program.Columns; column++)
            {
                reached += objective[column] * simplex[column];
                if (broken < 0 && Math.Abs(simplex[column] - Math.Round(simplex[column])) > Close)
                {
                    broken = column;
                }
            }

            if (best is not null && reached < most + 1 - Close)
            {
                return;
            }

            if (broken < 0)
            {
                var found = Enumerable.Range(0, program.Columns).Select(c => (long)Math.Round(simplex[c])).ToArray();
                if (Keeps(program, bounds, found))
                {
                    (best, most) = (found, reached);
                }

                return;
            }

            var split = Math.Floor(simplex[broken]);
            var (low, high) = simplex.BoundsOf(broken);
            simplex.SetBounds(broken, low, split);
            Search();
            simplex.SetBounds(broken, split + 1, high);
            Search();
            simplex.SetBounds(broken, low, high);
        }
    }

    // In whole numbers, exactly: coefficients, bounds and right-hand sides are all whole.
    private static bool Keeps(LinearProgram program, (double Low, double High)[] bounds, long[] found)
    {
        for (var column = 0; column < found.Length; column++)
        {
            if (found[column] < bounds[column].Low || found[column] > bounds[column].High)
            {
                return false;
            }
        }

        for (var row = 0; row < program.Rows; row++)
        {
            var (terms, sense, right) = program.Row(row);
            var sum = terms.Sum(t => (long)t.Times * found[t.Column]) - (long)right;
            if (sense switch { RowSense.Equal => sum != 0, RowSense.AtMost => sum > 0, _ => sum < 0 })
            {
                return false;
            }
        }

        return true;
    }
}
