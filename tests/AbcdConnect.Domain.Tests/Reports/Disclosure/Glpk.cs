using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using AbcdConnect.Domain.Reports.Disclosure;

namespace AbcdConnect.Domain.Tests.Reports.Disclosure;

/// <summary>Debian's GLPK, which had nothing to do with ours. Many programs are laid side by side in one file, so that a run solves them all.</summary>
internal static class Glpk
{
    /// <summary>The largest values of the objectives, one a program; each must have one.</summary>
    public static IReadOnlyList<double> Largest(IReadOnlyList<(LinearProgram Program, double[] Objective)> problems)
    {
        var text = new StringBuilder("NAME many\nROWS\n N none\n");
        for (var p = 0; p < problems.Count; p++)
        {
            Line($" E z{p}");
            for (var row = 0; row < problems[p].Program.Rows; row++)
            {
                Line($" {problems[p].Program.Row(row).Sense switch { RowSense.Equal => 'E', RowSense.AtMost => 'L', _ => 'G' }} r{p}_{row}");
            }
        }

        text.Append("COLUMNS\n");
        for (var p = 0; p < problems.Count; p++)
        {
            var (program, objective) = problems[p];
            // What is to be large, as a column of its own, so that each program's is read by itself.
            Line($" z{p} none -1");
            Line($" z{p} z{p} -1");
            for (var column = 0; column < program.Columns; column++)
            {
                Line($" x{p}_{column} z{p} {Written(objective[column])}");
                for (var row = 0; row < program.Rows; row++)
                {
                    var times = program.Row(row).Terms.Where(t => t.Column == column).Sum(t => t.Times);
                    if (times != 0)
                    {
                        Line($" x{p}_{column} r{p}_{row} {Written(times)}");
                    }
                }
            }
        }

        text.Append("RHS\n");
        for (var p = 0; p < problems.Count; p++)
        {
            for (var row = 0; row < problems[p].Program.Rows; row++)
            {
                Line($" right r{p}_{row} {Written(problems[p].Program.Row(row).Right)}");
            }
        }

        text.Append("BOUNDS\n");
        for (var p = 0; p < problems.Count; p++)
        {
            Line($" FR bound z{p}");
            for (var column = 0; column < problems[p].Program.Columns; column++)
            {
                var (low, high) = problems[p].Program.Bounds(column);
                Line($" LO bound x{p}_{column} {Written(low)}");
                Line(double.IsInfinity(high) ? $" PL bound x{p}_{column}" : $" UP bound x{p}_{column} {Written(high)}");
            }
        }

        text.Append("ENDATA\n");
        var values = Solve(text.ToString());
        var found = new List<double>();
        var at = 0;
        foreach (var (program, _) in problems)
        {
            found.Add(values[at]);
            at += program.Columns + 1;
        }

        return found;

        void Line(string line) => text.Append(line).Append('\n');
    }

    private static string Written(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static List<double> Solve(string mps)
    {
        var folder = Directory.CreateTempSubdirectory("glpk");
        try
        {
            var (problem, solution) = (Path.Combine(folder.FullName, "problem.mps"), Path.Combine(folder.FullName, "solution.txt"));
            File.WriteAllText(problem, mps);
            using var glpsol = Start(problem, solution);
            var said = glpsol.StandardOutput.ReadToEnd();
            glpsol.WaitForExit();
            File.Exists(solution).ShouldBeTrue(said);
            var lines = File.ReadAllLines(solution);
            // "s bas ROWS COLUMNS f f …": found, and proved the best.
            lines.ShouldContain(l => l.StartsWith("s bas ", StringComparison.Ordinal) && l.Contains(" f f ", StringComparison.Ordinal), said);
            return [.. lines.Where(l => l.StartsWith("j ", StringComparison.Ordinal)).Select(l => double.Parse(l.Split(' ')[3], CultureInfo.InvariantCulture))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(string problem, string solution)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("glpsol", ["--freemps", problem, "-w", solution]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("glpsol is missing: install Debian's glpk-utils (tests/run.sh does), which our linear programs are held against.", missing);
        }
    }
}
