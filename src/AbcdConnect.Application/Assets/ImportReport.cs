using System.Text;

namespace AbcdConnect.Application.Assets;

/// <summary>The rows that were left out, as a CSV that opens in a spreadsheet: byte order mark, quoted cells, no cell that runs as a formula.</summary>
public static class ImportReport
{
    public static string Csv(IEnumerable<ImportProblemRow> problems)
    {
        var text = new StringBuilder("\uFEFFRow,Column,Value,What to do\r\n");
        foreach (var problem in problems)
        {
            text.Append(problem.Row).Append(',').Append(Cell(problem.Column)).Append(',').Append(Cell(problem.Value)).Append(',').Append(Cell(problem.WhatToDo)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Cell(string value)
    {
        var safe = value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + value : value;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
