using System.ComponentModel.DataAnnotations;
using System.Globalization;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Meetings;

public enum SeriesRhythm
{
    [Display(Name = "Every month")]
    Monthly,

    [Display(Name = "Every other month")]
    EveryOtherMonth,

    [Display(Name = "Every three months")]
    Quarterly,

    [Display(Name = "Every two weeks")]
    Fortnightly,

    [Display(Name = "Every week")]
    Weekly,
}

/// <summary>A table that meets again and again. Each of its meetings is a meeting of its own, which may be moved, or not take place, by itself.</summary>
public sealed class MeetingSeries : AggregateRoot
{
    public const int Most = 24;

    private MeetingSeries()
    {
    }

    public MeetingSeriesId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public NeighbourhoodId? NeighbourhoodId { get; private set; }

    public string Title { get; private set; } = "";

    public AssetId? PlaceId { get; set; }

    public TimeOnly? StartsAt { get; private set; }

    public int? LastsMinutes { get; private set; }

    public SeriesRhythm Rhythm { get; private set; }

    /// <summary>The first day: the weekday, and for months which one of the month, follow from it.</summary>
    public DateOnly FirstOn { get; private set; }

    /// <summary>From when on no more are planned.</summary>
    public DateOnly? EndedOn { get; private set; }

    public static MeetingSeries Begin(ProgrammeId programme, string title, DateOnly first, SeriesRhythm rhythm, TimeOnly? startsAt, AssetId? place, NeighbourhoodId? neighbourhood, int? lastsMinutes) => new()
    {
        ProgrammeId = programme,
        Title = Words.Required(title, "The meeting's title"),
        FirstOn = first,
        Rhythm = rhythm,
        StartsAt = startsAt,
        PlaceId = place,
        NeighbourhoodId = neighbourhood,
        LastsMinutes = lastsMinutes,
    };

    public void End(DateOnly on) => EndedOn ??= on;

    /// <summary>The days after one, without end.</summary>
    public IEnumerable<DateOnly> After(DateOnly? last)
    {
        for (var at = 0; ; at++)
        {
            var day = Day(at);
            if (last is null || day > last)
            {
                yield return day;
            }
        }
    }

    /// <summary>Every month on the second Thursday; on the last one, where it began on a fifth.</summary>
    public string InWords()
    {
        var weekday = FirstOn.ToString("dddd", CultureInfo.GetCultureInfo("en-GB"));
        var which = Nth switch { 1 => "first", 2 => "second", 3 => "third", 4 => "fourth", _ => "last" };
        return Rhythm switch
        {
            SeriesRhythm.Weekly => $"every {weekday}",
            SeriesRhythm.Fortnightly => $"every second {weekday}",
            SeriesRhythm.Monthly => $"on the {which} {weekday} of every month",
            SeriesRhythm.EveryOtherMonth => $"on the {which} {weekday} of every other month",
            _ => $"on the {which} {weekday} of every third month",
        };
    }

    // A fifth one is not in every month: whoever begins on one means the last.
    private int Nth => FirstOn.Day > 28 ? 5 : ((FirstOn.Day - 1) / 7) + 1;

    private DateOnly Day(int at) => Rhythm switch
    {
        SeriesRhythm.Weekly => FirstOn.AddDays(7 * at),
        SeriesRhythm.Fortnightly => FirstOn.AddDays(14 * at),
        SeriesRhythm.Monthly => InMonth(at),
        SeriesRhythm.EveryOtherMonth => InMonth(2 * at),
        _ => InMonth(3 * at),
    };

    private DateOnly InMonth(int months)
    {
        var first = new DateOnly(FirstOn.Year, FirstOn.Month, 1).AddMonths(months);
        var weekday = first.AddDays(((int)FirstOn.DayOfWeek - (int)first.DayOfWeek + 7) % 7);
        if (Nth < 5)
        {
            return weekday.AddDays(7 * (Nth - 1));
        }

        var last = weekday.AddDays(28);
        return last.Month == first.Month ? last : weekday.AddDays(21);
    }
}
