using System.Globalization;
using AbcdConnect.Domain.Reports;

namespace AbcdConnect.Application.Reports.Sections;

/// <summary>A figure of a report as a number to reckon with, where it is told, and as words.</summary>
public static class Shown
{
    private static readonly CultureInfo Uk = CultureInfo.GetCultureInfo("en-GB");

    public static int? Value(PublishedCount? count) => count?.Value;

    public static string Words(int count) => count.ToString("N0", Uk);

    public static string Words(PublishedCount? count) => count?.ToString() ?? "–";
}
