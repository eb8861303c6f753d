using AbcdConnect.Domain.Reports.Disclosure;

namespace AbcdConnect.Domain.Tests.Reports.Disclosure;

public sealed class SimplexTests
{
    private const double Box = 1e5;

    [Fact]
    public void A_small_program_from_a_textbook_comes_out_as_there()
    {
        // Wyndor Glass, Hillier and Lieberman, "Introduction to Operations Research", chapter 3: 3x + 5y, 36 at (2, 6).
        var program = new LinearProgram();
        program.AddColumn(0, double.PositiveInfinity);
        program.AddColumn(0, double.PositiveInfinity);
        program.AddRow([new(0, 1)], RowSense.AtMost, 4);
        program.AddRow([new(1, 2)], RowSense.AtMost, 12);
        program.AddRow([new(0, 3), new(1, 2)], RowSense.AtMost, 18);
        var simplex = new Simplex(program);

        simplex.Maximise([3, 5]).ShouldBe(LinearOutcome.Optimal);

        (simplex[0], simplex[1]).ShouldBe((2, 6));
    }

    [Fact]
    public void A_program_that_made_the_first_simplex_run_in_circles_ends()
    {
        // Beale, "Cycling in the dual simplex algorithm", Naval Research Logistics Quarterly 2 (1955): 1/20 at (1/25, 0, 1, 0).
        var program = new LinearProgram();
        for (var i = 0; i < 4; i++)
        {
            program.AddColumn(0, double.PositiveInfinity);
        }

        program.AddRow([new(0, 0.25), new(1, -60), new(2, -0.04), new(3, 9)], RowSense.AtMost, 0);
        program.AddRow([new(0, 0.5), new(1, -90), new(2, -0.02), new(3, 3)], RowSense.AtMost, 0);
        program.AddRow([new(2, 1)], RowSense.AtMost, 1);
        var simplex = new Simplex(program);

        simplex.Maximise([0.75, -150, 0.02, -6]).ShouldBe(LinearOutcome.Optimal);

        ((0.75 * simplex[0]) - (150 * simplex[1]) + (0.02 * simplex[2]) - (6 * simplex[3])).ShouldBe(0.05, 1e-9);
        simplex.Steps.ShouldBeLessThan(200);
    }

    [Fact]
    public void It_goes_on_from_where_it_stood_when_bounds_change()
    {
        var random = new Random(5);
        for (var i = 0; i < 200; i++)
        {
            var (program, objective) = Problem(random);
            var kept = new Simplex(program);
            kept.Maximise(objective);
            var column = random.Next(program.Columns);
            var (low, high) = (random.Next(0, 4), random.Next(4, 9));
            kept.SetBounds(column, low, high);
            var anew = new Simplex(program);
            anew.SetBounds(column, low, high);

            var came = kept.Maximise(objective);

            came.ShouldBe(anew.Maximise(objective));
            if (came == LinearOutcome.Optimal)
            {
                Value(kept, objective).ShouldBe(Value(anew, objective), 1e-6);
            }
        }
    }

    [Fact]
    public void It_agrees_with_GLPK_on_thousands_of_random_programs()
    {
        var random = new Random(20261122);
        var outcomes = new Dictionary<LinearOutcome, int>();
        for (var batch = 0; batch < 15; batch++)
        {
            var problems = Enumerable.Range(0, 200).Select(_ => Problem(random)).ToList();
            var ours = problems.ConvertAll(p => Solved(p.Program, p.Objective));
            ours.ForEach(o => outcomes[o.Outcome] = outcomes.GetValueOrDefault(o.Outcome) + 1);

            // What cannot be kept: by how little rows can be missed at least.
            var missed = Glpk.Largest(problems.ConvertAll(p => Elastic(p.Program)));
            for (var at = 0; at < problems.Count; at++)
            {
                (missed[at] < -1e-7).ShouldBe(ours[at].Outcome == LinearOutcome.Infeasible, $"batch {batch}, problem {at}");
            }

            // What can, in a box so large that only the unbounded ones come near its walls.
            var feasible = problems.Where((_, at) => ours[at].Outcome != LinearOutcome.Infeasible).Select(p => (Boxed(p.Program), p.Objective)).ToList();
            var outcome = ours.Where(o => o.Outcome != LinearOutcome.Infeasible).ToList();
            var theirs = Glpk.Largest(feasible);
            for (var at = 0; at < feasible.Count; at++)
            {
                Solved(feasible[at].Item1, feasible[at].Objective).Value.ShouldBe(theirs[at], 1e-6 * Math.Max(1, Math.Abs(theirs[at])), $"batch {batch}, problem {at}");
                if (outcome[at].Outcome == LinearOutcome.Optimal)
                {
                    outcome[at].Value.ShouldBe(theirs[at], 1e-6 * Math.Max(1, Math.Abs(theirs[at])), $"batch {batch}, problem {at}");
                }
                else
                {
                    theirs[at].ShouldBeGreaterThan(Box / 100, $"batch {batch}, problem {at}");
                }
            }
        }

        // All three kinds were met, and often.
        outcomes.ShouldAllBe(o => o.Value > 200);
        outcomes.Keys.ShouldBe([LinearOutcome.Optimal, LinearOutcome.Infeasible, LinearOutcome.Unbounded], ignoreOrder: true);
    }

    private static (LinearOutcome Outcome, double Value) Solved(LinearProgram program, double[] objective)
    {
        var simplex = new Simplex(program);
        var outcome = simplex.Maximise(objective);
        return (outcome, Value(simplex, objective));
    }

    private static double Value(Simplex simplex, double[] objective) => objective.Select((o, at) => o * simplex[at]).Sum();

    // Whole numbers and many noughts, so that ties and corners in which several rows meet are common.
    private static (LinearProgram Program, double[] Objective) Problem(Random random)
    {
        var program = new LinearProgram();
        var columns = random.Next(1, 9);
        for (var column = 0; column < columns; column++)
        {
            var low = random.Next(3) == 0 ? random.Next(-3, 3) : 0;
            program.AddColumn(low, random.Next(3) == 0 ? low + random.Next(0, 7) : double.PositiveInfinity);
        }

        foreach (var _ in Enumerable.Range(0, random.Next(1, 8)))
        {
            var terms = Enumerable.Range(0, columns).Where(_ => random.Next(2) == 0).Select(c => new Term(c, random.Next(-2, 4))).Where(t => t.Times != 0).ToList();
            program.AddRow(terms, random.Next(4) switch { 0 => RowSense.Equal, 1 => RowSense.AtLeast, _ => RowSense.AtMost }, terms.Count == 0 ? 0 : random.Next(0, 13));
        }

        return (program, [.. Enumerable.Range(0, columns).Select(_ => (double)random.Next(-2, 5))]);
    }

    private static LinearProgram Boxed(LinearProgram program) => Copy(program, (low, high) => (low, Math.Min(high, low + Box)), elastic: false);

    private static (LinearProgram Program, double[] Objective) Elastic(LinearProgram program) =>
        (Copy(program, (low, high) => (low, high), elastic: true), [.. Enumerable.Repeat(0d, program.Columns), .. Enumerable.Repeat(-1d, program.Rows * 2)]);

    private static LinearProgram Copy(LinearProgram program, Func<double, double, (double Low, double High)> bounds, bool elastic)
    {
        var copy = new LinearProgram();
        for (var column = 0; column < program.Columns; column++)
        {
            var (low, high) = bounds(program.Bounds(column).Low, program.Bounds(column).High);
            copy.AddColumn(low, high);
        }

        for (var row = 0; row < program.Rows * (elastic ? 2 : 0); row++)
        {
            copy.AddColumn(0, double.PositiveInfinity);
        }

        for (var row = 0; row < program.Rows; row++)
        {
            var (terms, sense, right) = program.Row(row);
            IReadOnlyList<Term> give = elastic ? [new(program.Columns + (2 * row), 1), new(program.Columns + (2 * row) + 1, -1)] : [];
            copy.AddRow([.. terms, .. give], sense, right);
        }

        return copy;
    }
}
