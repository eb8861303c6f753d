using System.Globalization;
using System.Text;
using AbcdConnect.Domain.Common;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Shared;

/// <summary>A list as a file: the same rows, for a spreadsheet. UTF-8 with its mark, so that Excel reads every script's letters;
/// commas, quotes where needed, CRLF (RFC 4180).</summary>
public static class CsvFile
{
    // A spreadsheet would run a cell that begins like this (CWE-1236).
    private const string Dangerous = "=+-@\t\r\n";

    /// <param name="name">The file's name without its ending: "people".</param>
    /// <param name="columns">Heading and value. Dates, months, yes and no, choices and numbers are written as a spreadsheet reads them;
    /// text that a spreadsheet would run gets an apostrophe before it.</param>
    public static IActionResult Of<T>(string name, IEnumerable<T> rows, params (string Heading, Func<T, object?> Value)[] columns) =>
        new Result<T>(name, rows, columns);

    /// <summary>One cell, as it stands in the file.</summary>
    public static string Cell(object? value)
    {
        var text = value switch
        {
            null => "",
            string words => Harmless(words),
            bool yes => yes ? "yes" : "no",
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset instant => UkTime.LocalOf(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            Enum choice => Words.Of(choice),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => Harmless(value.ToString() ?? ""),
        };
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
    }

    private static string Harmless(string words) => words.Length > 0 && Dangerous.Contains(words[0], StringComparison.Ordinal) ? "'" + words : words;

    private sealed class Result<T>(string name, IEnumerable<T> rows, (string Heading, Func<T, object?> Value)[] columns) : IActionResult
    {
        public async Task ExecuteResultAsync(ActionContext context)
        {
            var response = context.HttpContext.Response;
            response.ContentType = "text/csv; charset=utf-8";
            response.Headers.ContentDisposition = $"attachment; filename=\"{name}.csv\"";
            await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 16 * 1024);
            await writer.WriteAsync(string.Join(',', columns.Select(c => Cell(c.Heading))) + "\r\n");
            foreach (var row in rows)
            {
                await writer.WriteAsync(string.Join(',', columns.Select(c => Cell(c.Value(row)))) + "\r\n");
            }
        }
    }
}
