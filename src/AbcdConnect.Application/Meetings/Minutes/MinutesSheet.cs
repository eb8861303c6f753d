using System.Text.Json;
using AbcdConnect.Domain.Meetings;

namespace AbcdConnect.Application.Meetings.Minutes;

/// <summary>What the minutes of a meeting show, on the page, in print and, once agreed, for ever. No resident is in it: who was talked
/// about stands in the person's own record and nowhere here.</summary>
public sealed record MinutesSheet(
    string Programme,
    MeetingId MeetingId,
    string Title,
    DateOnly HeldOn,
    TimeOnly? StartsAt,
    string? Place,
    string? Neighbourhood,
    IReadOnlyList<MinutesAgency> Present,
    IReadOnlyList<MinutesAgency> Apologies,
    IReadOnlyList<MinutesItem> Items,
    string? Notes,
    IReadOnlyList<string> Decisions,
    IReadOnlyList<MinutesAction> Actions)
{
    // Written once and read for ever: names, not numbers, and nothing that a later version would read otherwise.
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether there is anything in it but who came.</summary>
    public bool IsEmpty => Notes is null && Decisions.Count == 0 && Actions.Count == 0 && Items.All(i => i.Notes is null && i.Decisions.Count == 0 && i.Actions.Count == 0);

    public IEnumerable<MinutesAction> AllActions => Items.SelectMany(i => i.Actions).Concat(Actions);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static MinutesSheet Of(string json) => JsonSerializer.Deserialize<MinutesSheet>(json, Json) ?? throw new InvalidOperationException("These minutes cannot be read.");
}

/// <param name="People">Names, with what they do.</param>
public sealed record MinutesAgency(string Agency, IReadOnlyList<string> People);

public sealed record MinutesItem(int Position, string Title, string? Notes, IReadOnlyList<string> Decisions, IReadOnlyList<MinutesAction> Actions);

/// <param name="Id">Its number, to look up what became of it.</param>
public sealed record MinutesAction(long Id, string Text, string? Owner, string? Agency, DateOnly? DueOn);
