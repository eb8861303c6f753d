using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Metrics;

/// <summary>What was promised, pro rata to staff and to parts of months.</summary>
/// <param name="starts">The programme's first day: of a month in which it begins late, a part is promised.</param>
public sealed class Promises(IReadOnlyCollection<Target> targets, IReadOnlyCollection<Staffing> staffing, DateOnly starts)
{
    private const int MonthsInYear = 12;

    /// <summary>Full-time workers in a month.</summary>
    public decimal Fte(YearMonth month) => staffing.Where(s => Holds(s, month)).Sum(s => s.Fte);

    public decimal FteOf(Access.UserId worker, YearMonth month) => staffing.Where(s => s.WorkerId == worker && Holds(s, month)).Sum(s => s.Fte);

    /// <summary>What the programme promised for a whole month; null where nothing was.</summary>
    public decimal? Of(Metric metric, YearMonth month)
    {
        var programme = targets.Where(t => t.Metric == metric && Holds(t, month) && t.NeighbourhoodId is null).ToList();
        // Promised place by place: the programme's promise is all of these.
        var kept = programme.Count > 0 ? programme : targets.Where(t => t.Metric == metric && Holds(t, month)).ToList();
        return kept.Count == 0 ? null : (decimal?)kept.Sum(t => Amount(t, Fte(month))) * PartOf(month);
    }

    /// <summary>What was promised for one neighbourhood in a whole month: its own target, or its share of the programme's.</summary>
    /// <param name="share">Its share, 0 to 1; by population where that is known.</param>
    public decimal? Of(Metric metric, YearMonth month, NeighbourhoodId neighbourhood, decimal share)
    {
        var own = targets.Where(t => t.Metric == metric && Holds(t, month) && t.NeighbourhoodId == neighbourhood).ToList();
        if (own.Count > 0)
        {
            return own.Sum(t => Amount(t, Fte(month))) * PartOf(month);
        }

        var programme = targets.Where(t => t.Metric == metric && Holds(t, month) && t.NeighbourhoodId is null).ToList();
        return programme.Count == 0 ? null : programme.Sum(t => Amount(t, Fte(month))) * PartOf(month) * share;
    }

    /// <summary>What one worker's hours promise in a whole month; null where the promise does not go by staff.</summary>
    public decimal? Of(Metric metric, YearMonth month, Access.UserId worker)
    {
        var perFte = targets.Where(t => t.Metric == metric && Holds(t, month) && t.NeighbourhoodId is null && t.PerFte is not null).ToList();
        return perFte.Count == 0 ? null : perFte.Sum(t => Amount(t, FteOf(worker, month))) * PartOf(month);
    }

    /// <summary>The sum of what was promised over some months, each by <paramref name="monthly"/>; null where none was promised.</summary>
    public static decimal? Over(YearMonth first, YearMonth last, Func<YearMonth, decimal?> monthly)
    {
        var months = first.Through(last).Select(monthly).ToList();
        return months.TrueForAll(m => m is null) ? null : months.Sum(m => m ?? 0);
    }

    /// <summary>How much of a month the programme was there: 1, less in the month it began, 0 before.</summary>
    public decimal PartOf(YearMonth month)
    {
        if (starts <= month.First)
        {
            return 1;
        }

        return starts > month.Last ? 0 : (month.Last.DayNumber - starts.DayNumber + 1) / (decimal)month.Days;
    }

    private static decimal Amount(Target target, decimal fte) =>
        (target.Per == TargetPeriod.Year ? target.Amount / MonthsInYear : target.Amount) * (target.PerFte is { } per ? fte / per : 1);

    private static bool Holds(Target target, YearMonth month) => target.From <= month && (target.To is not { } to || month <= to);

    private static bool Holds(Staffing staffing, YearMonth month) => staffing.From <= month && (staffing.To is not { } to || month <= to);
}

/// <summary>A share of the programme for each neighbourhood: by population where all are known, else alike.</summary>
public static class FairShare
{
    public static IReadOnlyDictionary<NeighbourhoodId, decimal> Of(IReadOnlyCollection<(NeighbourhoodId Id, int? Population)> neighbourhoods)
    {
        var all = neighbourhoods.Sum(n => (decimal)(n.Population ?? 0));
        var known = all > 0 && neighbourhoods.All(n => n.Population is > 0);
        return neighbourhoods.ToDictionary(n => n.Id, n => known ? n.Population!.Value / all : 1m / neighbourhoods.Count);
    }
}

/// <summary>How a figure stands to what was promised.</summary>
public enum Course
{
    /// <summary>Nothing was promised, or nothing yet.</summary>
    NoPromise,
    Behind,
    OnCourse,
    Ahead,
}

/// <summary>One figure against its promise, some days into its period.</summary>
/// <param name="Value">The figure so far.</param>
/// <param name="Promised">For the whole period; null where nothing was promised.</param>
/// <param name="PromisedSoFar">For the days gone by.</param>
/// <param name="DaysGone">Days of the period that are over, today included.</param>
/// <param name="Days">Days of the period.</param>
public sealed record Standing(int Value, decimal? Promised, decimal? PromisedSoFar, int DaysGone, int Days)
{
    /// <summary>Within a tenth of the promise is on course.</summary>
    public const decimal Tolerance = 0.1m;

    public bool IsOver => DaysGone >= Days;

    /// <summary>How many in a week, at the pace of the days gone by.</summary>
    public decimal? PerWeek => DaysGone == 0 ? null : Value * 7m / DaysGone;

    /// <summary>What the whole period comes to if it goes on at the same pace: value × days ÷ days gone. At the end, the value itself.</summary>
    public decimal? Forecast => (DaysGone, IsOver) switch
    {
        (0, _) => null,
        (_, true) => Value,
        _ => Value * (decimal)Days / DaysGone,
    };

    /// <summary>Whether the whole period's promise is kept already.</summary>
    public bool Met => Promised is > 0 && Value >= Promised;

    public Course Course => PromisedSoFar switch
    {
        null or <= 0 => Course.NoPromise,
        { } so when Value < so * (1 - Tolerance) => Course.Behind,
        { } so when Value > so * (1 + Tolerance) => Course.Ahead,
        _ => Course.OnCourse,
    };

    /// <summary>A month, as it stands on a day.</summary>
    public static Standing OfMonth(int value, decimal? promised, YearMonth month, DateOnly today)
    {
        var gone = Math.Clamp(today.DayNumber - month.First.DayNumber + 1, 0, month.Days);
        return new Standing(value, promised, promised * gone / month.Days, gone, month.Days);
    }

    /// <summary>Some months on end, as they stand on a day.</summary>
    /// <param name="monthly">What was promised for each of the months.</param>
    public static Standing OfPeriod(int value, YearMonth first, YearMonth last, Func<YearMonth, decimal?> monthly, DateOnly today)
    {
        var months = first.Through(last).Select(m => OfMonth(0, monthly(m), m, today)).ToList();
        return new Standing(
            value,
            Promises.Over(first, last, monthly),
            months.TrueForAll(m => m.Promised is null) ? null : months.Sum(m => m.PromisedSoFar ?? 0),
            months.Sum(m => m.DaysGone),
            months.Sum(m => m.Days));
    }

    /// <summary>A programme year up to a month, as it stands on a day in that month or after it.</summary>
    /// <param name="monthly">What was promised for each month of the year.</param>
    public static Standing OfYear(int value, YearMonth first, YearMonth upTo, Func<YearMonth, decimal?> monthly, DateOnly today)
    {
        var last = first.AddMonths(11);
        var before = first == upTo ? null : Promises.Over(first, upTo.Previous, monthly);
        var goneOfMonth = Math.Clamp(today.DayNumber - upTo.First.DayNumber + 1, 0, upTo.Days);
        var running = monthly(upTo) * goneOfMonth / upTo.Days;
        decimal? soFar = before is null && running is null ? null : (before ?? 0) + (running ?? 0);
        return new Standing(
            value,
            Promises.Over(first, last, monthly),
            soFar,
            upTo.First.DayNumber - first.First.DayNumber + goneOfMonth,
            last.Last.DayNumber - first.First.DayNumber + 1);
    }
}
