using AbcdConnect.Domain.Access;

namespace AbcdConnect.Domain.Meetings;

/// <summary>Something that the live data says a table could talk about: with its reason in a sentence and where to look.</summary>
/// <param name="Key">What tells it from the others, alike each time it is drafted: theme-12.</param>
/// <param name="Reason">Safe for everybody at the table: counts of five people and more, and nobody's words.</param>
/// <param name="Link">The page behind it, beginning with a slash, for those who may open it.</param>
/// <param name="Minutes">How long it is likely to take.</param>
public sealed record Suggested(string Key, string Title, string Reason, string Link, int Minutes)
{
    public const int LongestKey = 64;
    public const int LongestReason = 1_000;
    public const int LongestLink = 300;
}

/// <summary>A suggestion that the coordinator does not want on this meeting's agenda. It is not made again for this meeting.</summary>
public sealed class DroppedSuggestion
{
    public MeetingId MeetingId { get; private set; }

    public string Key { get; init; } = "";

    public UserId? By { get; init; }

    public DateTimeOffset At { get; init; }
}
