using System.Globalization;
using AbcdConnect.Domain.Common;
using AbcdConnect.Web.Features.Shared;

namespace AbcdConnect.Web.Features.Programmes;

/// <summary>A month as people type it: April 2026, Apr 26, 4/2026, 2026-04.</summary>
internal static class MonthText
{
    private static readonly string[] Shapes = ["yyyy-MM", "yyyy-M", "MMMM yyyy", "MMM yyyy", "MMMM yy", "MMM yy", "M/yyyy", "MM/yyyy", "M.yyyy", "MM.yyyy"];

    public static YearMonth? Read(string? text) =>
        DateTime.TryParseExact(text?.Trim(), Shapes, UkText.Culture, DateTimeStyles.AllowInnerWhite, out var first) && first.Year is >= 1990 and <= 2100
            ? new YearMonth(first.Year, first.Month)
            : null;

    public static string? Write(YearMonth? month) => month?.ToWords();

    /// <summary>Whether something was typed that is no month.</summary>
    public static bool IsUnreadable(string? text) => !string.IsNullOrWhiteSpace(text) && Read(text) is null;
}
