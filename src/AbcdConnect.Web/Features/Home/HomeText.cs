using AbcdConnect.Application.Home;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Web.Features.Shared;

namespace AbcdConnect.Web.Features.Home;

/// <summary>What the home pages say.</summary>
public static class HomeText
{
    /// <summary>By the clock on a wall in London: Good morning, Good afternoon, Good evening.</summary>
    public static string Greeting(TimeProvider clock) => Domain.Common.UkTime.LocalOf(clock.GetUtcNow()).Hour switch
    {
        < 12 => "Good morning",
        < 18 => "Good afternoon",
        _ => "Good evening",
    };

    public static string FirstName(string name) => name.Split(' ')[0];

    /// <summary>Today, yesterday, 5 days ago.</summary>
    public static string Ago(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        0 => "Today",
        1 => "Yesterday",
        var days and < 60 => $"{days} days ago",
        _ => UkText.Date(day),
    };

    /// <summary>The same inside a sentence: yesterday, 12 days ago, 10 September 2025.</summary>
    public static string Since(DateOnly day, DateOnly today)
    {
        var ago = Ago(day, today);
        return char.ToLower(ago[0], UkText.Culture) + ago[1..];
    }

    public static string Of(Metric metric) => metric switch
    {
        Metric.NewConversations => "new conversations",
        Metric.ContactsAdded => "assets added",
        Metric.ActivitiesStarted => "activities started",
        Metric.PeopleSignposted => "people signposted",
        Metric.MultiAgencyMeetings => "multi-agency meetings",
        Metric.ConnectionsMade => "connections made",
        Metric.SignpostsLanded => "signposts that landed",
        _ => "self-sustaining activities",
    };

    /// <summary>Promised 70 this month; promised 600 a year.</summary>
    public static string Promised(FigureSoFar figure) =>
        figure.Promised is { } promised ? string.Create(UkText.Culture, $"promised {promised:N0} {(figure.Per == TargetPeriod.Month ? "this month" : "a year")}") : "";
}
