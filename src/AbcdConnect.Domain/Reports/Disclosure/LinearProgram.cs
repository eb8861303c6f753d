namespace AbcdConnect.Domain.Reports.Disclosure;

/// <summary>How a row's sum stands to its right-hand side.</summary>
public enum RowSense
{
    Equal,
    AtMost,
    AtLeast,
}

/// <summary>One number of a row: so many times that column.</summary>
public readonly record struct Term(int Column, double Times);

/// <summary>Columns with bounds and rows that tie them: what a reader knows of counts, for example.</summary>
public sealed class LinearProgram
{
    private readonly List<(double Low, double High)> columns = [];
    private readonly List<(IReadOnlyList<Term> Terms, RowSense Sense, double Right)> rows = [];

    public int Columns => columns.Count;

    public int Rows => rows.Count;

    /// <param name="low">Never minus infinity: a count has a least value.</param>
    /// <param name="high">May be infinite.</param>
    /// <returns>The column's number.</returns>
    public int AddColumn(double low, double high)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(low, double.NegativeInfinity);
        columns.Add((low, high));
        return columns.Count - 1;
    }

    public void AddRow(IReadOnlyList<Term> terms, RowSense sense, double right) => rows.Add((terms, sense, right));

    public (double Low, double High) Bounds(int column) => columns[column];

    public (IReadOnlyList<Term> Terms, RowSense Sense, double Right) Row(int row) => rows[row];
}
