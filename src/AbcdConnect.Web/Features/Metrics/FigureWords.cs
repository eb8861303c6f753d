using AbcdConnect.Domain.Metrics;
using AbcdConnect.Web.Features.Shared;

namespace AbcdConnect.Web.Features.Metrics;

/// <summary>How a figure stands, said as one would say it.</summary>
internal static class FigureWords
{
    public static string Number(decimal number) => number.ToString("#,##0.#", UkText.Culture);

    /// <summary>Rounded to what one can have of it: a promise of 62.5 conversations is one of 63.</summary>
    public static string Whole(decimal number) => Math.Round(number, MidpointRounding.AwayFromZero).ToString("N0", UkText.Culture);

    public static string Of(Course course) => course switch
    {
        Course.Ahead => "ahead",
        Course.OnCourse => "on course",
        Course.Behind => "behind",
        _ => "no promise",
    };

    public static string TagOf(Course course) => course switch
    {
        Course.Ahead or Course.OnCourse => "teal",
        Course.Behind => "sun",
        _ => "grey",
    };

    /// <summary>31 of 70, day 12 of 30: three ahead. At this pace 78 by the end of the month.</summary>
    public static string Month(Standing standing) => Say(standing, "month");

    public static string Year(Standing standing) => Say(standing, "programme year");

    private static string Say(Standing standing, string period)
    {
        if (standing.Promised is not { } promised)
        {
            return standing is { IsOver: false, PerWeek: { } pace } ? $"{Number(Math.Round(pace, 1))} a week at the pace so far. Nothing was promised." : "Nothing was promised.";
        }

        if (standing.IsOver)
        {
            return standing.Met ? $"Promised {Whole(promised)}: kept." : $"Promised {Whole(promised)}: {Whole(promised - standing.Value)} short.";
        }

        if (standing.DaysGone == 0)
        {
            return $"Promised {Whole(promised)} for the {period}.";
        }

        var gap = Math.Round(standing.Value - (standing.PromisedSoFar ?? 0), MidpointRounding.AwayFromZero);
        var stands = gap switch
        {
            > 0 => $"{Whole(gap)} ahead",
            < 0 => $"{Whole(-gap)} behind",
            _ => "just on course",
        };
        var when = period == "month" ? $"Day {standing.DaysGone} of {standing.Days}" : $"{Whole(100m * standing.DaysGone / standing.Days)}% of the year gone";
        return $"Of {Whole(promised)} promised. {when}: {stands}. {Number(Math.Round(standing.PerWeek!.Value, 1))} a week; at this pace {Whole(standing.Forecast!.Value)} by the end of the {period}.";
    }
}
