using System.Globalization;
using AbcdConnect.Domain.Common;

namespace AbcdConnect.Web.Features.Shared;

/// <summary>Dates and times as they are written in the United Kingdom.</summary>
public static class UkText
{
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>12 November 2026</summary>
    public static string Date(DateOnly date) => date.ToString("d MMMM yyyy", Culture);

    /// <summary>Thursday 12 November 2026</summary>
    public static string LongDate(DateOnly date) => date.ToString("dddd d MMMM yyyy", Culture);

    /// <summary>As it stands at the beginning of a sentence.</summary>
    public static string Capital(string words) => Domain.Common.Words.Capital(words);

    /// <summary>2pm, 2.30pm, midday, midnight</summary>
    public static string Time(TimeOnly time) => UkTime.Clock(time);

    /// <summary>12 November 2026 at 2.30pm, by the clock on a wall in London.</summary>
    public static string Moment(DateTimeOffset instant)
    {
        var local = UkTime.LocalOf(instant);
        return $"{Date(DateOnly.FromDateTime(local))} at {Time(TimeOnly.FromDateTime(local))}";
    }
}
