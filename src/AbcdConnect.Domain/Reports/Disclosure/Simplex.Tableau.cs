using System.Numerics;
using System.Runtime.InteropServices;

namespace AbcdConnect.Domain.Reports.Disclosure;

/// <content>The tableau itself: how a basis is begun, changed, held against the rows as they were given, and made anew.</content>
public sealed partial class Simplex
{
    private void Begin()
    {
        Array.Fill(rowOf, -1);
        for (var row = 0; row < rows; row++)
        {
            var (terms, _, right) = program.Row(row);
            var line = new double[all];
            foreach (var (column, times) in terms)
            {
                line[column] += times;
            }

            line[structural + row] = 1;
            tableau[row] = line;
            basic[row] = structural + row;
            rowOf[structural + row] = row;
            value[structural + row] = right;
            for (var column = 0; column < structural; column++)
            {
                value[structural + row] -= line[column] * value[column];
            }
        }
    }

    // What lies in the basis gives way to a column outside it.
    private void Move(int column, double by)
    {
        if (by == 0)
        {
            return;
        }

        for (var row = 0; row < rows; row++)
        {
            value[basic[row]] -= tableau[row][column] * by;
        }
    }

    private void Pivot(int leaving, int entering)
    {
        stepsSinceAnew++;
        var line = tableau[leaving];
        var pivot = line[entering];
        for (var column = 0; column < all; column++)
        {
            line[column] /= pivot;
        }

        line[entering] = 1;
        for (var row = 0; row < rows; row++)
        {
            if (row != leaving && tableau[row][entering] != 0)
            {
                Subtract(tableau[row], line, tableau[row][entering]);
                tableau[row][entering] = 0;
            }
        }

        if (gain[entering] != 0)
        {
            Subtract(gain, line, gain[entering]);
            gain[entering] = 0;
        }

        rowOf[basic[leaving]] = -1;
        basic[leaving] = entering;
        rowOf[entering] = leaving;
    }

    // Several columns at a time; each comes out as it would by itself, so that every machine takes the same steps.
    private static void Subtract(double[] from, double[] line, double times)
    {
        var into = MemoryMarshal.Cast<double, Vector<double>>(from.AsSpan());
        var taken = MemoryMarshal.Cast<double, Vector<double>>(line.AsSpan());
        for (var part = 0; part < into.Length; part++)
        {
            into[part] -= taken[part] * times;
        }

        for (var column = into.Length * Vector<double>.Count; column < from.Length; column++)
        {
            from[column] -= line[column] * times;
        }
    }

    // By how much the rows, as they were given, miss their right-hand sides.
    private double Misses()
    {
        var worst = 0d;
        for (var row = 0; row < rows; row++)
        {
            var (terms, _, right) = program.Row(row);
            var sum = value[structural + row] - right;
            var scale = Math.Max(1, Math.Abs(right));
            foreach (var (column, times) in terms)
            {
                sum += times * value[column];
                scale = Math.Max(scale, Math.Abs(times * value[column]));
            }

            worst = Math.Max(worst, Math.Abs(sum) / scale);
        }

        return worst;
    }

    // The same basis worked out from the rows as they were given, so that what rounding added up to is gone.
    private void Anew()
    {
        stepsSinceAnew = 0;
        var kept = basic.ToArray();
        Begin();
        var free = new bool[rows];
        Array.Fill(free, true);
        foreach (var column in kept.Where(c => c >= structural))
        {
            free[column - structural] = false;
        }

        foreach (var column in kept.Where(c => c < structural))
        {
            var best = -1;
            for (var row = 0; row < rows; row++)
            {
                if (free[row] && (best < 0 || Math.Abs(tableau[row][column]) > Math.Abs(tableau[best][column])))
                {
                    best = row;
                }
            }

            if (best < 0 || Math.Abs(tableau[best][column]) <= PivotTolerance)
            {
                // Lost to rounding: it stays outside at one of its bounds.
                value[column] = low[column];
                continue;
            }

            free[best] = false;
            // What leaves is a slack, which rests at the bound it has.
            Pivot(best, column);
        }

        for (var column = 0; column < all; column++)
        {
            if (rowOf[column] < 0 && (value[column] < low[column] || value[column] > high[column] || column >= structural))
            {
                value[column] = double.IsInfinity(low[column]) || (value[column] > low[column] && value[column] >= high[column]) ? high[column] : low[column];
            }
        }

        for (var row = 0; row < rows; row++)
        {
            value[basic[row]] = 0;
        }

        for (var row = 0; row < rows; row++)
        {
            // B⁻¹b is in the slacks' columns; what lies outside the basis is taken off.
            var sum = 0d;
            for (var slack = 0; slack < rows; slack++)
            {
                sum += tableau[row][structural + slack] * program.Row(slack).Right;
            }

            for (var column = 0; column < all; column++)
            {
                if (rowOf[column] < 0 && value[column] != 0)
                {
                    sum -= tableau[row][column] * value[column];
                }
            }

            value[basic[row]] = sum;
        }

        stepsSinceAnew = 0;
    }
}
