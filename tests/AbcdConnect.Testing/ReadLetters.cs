using System.Text.Json;

namespace AbcdConnect.Testing;

/// <summary>What arrived at a <see cref="LocalMailServer"/>, as a mail program that is none of ours reads it.</summary>
public static class ReadLetters
{
    public static async Task<IReadOnlyList<ReadLetter>> Of(IReadOnlyList<TakenLetter> taken)
    {
        if (taken.Count == 0)
        {
            return [];
        }

        var lines = await Python.Run(Path.Combine("tests", "AbcdConnect.Testing", "read_letters.py"), JsonSerializer.Serialize(taken.Select(t => t.Raw)));
        return [.. lines.Select(l => JsonSerializer.Deserialize<ReadLetter>(l, JsonSerializerOptions.Web)!)];
    }
}

public sealed record ReadLetter(string From, string To, string Subject, string Id, string Auto, string Text, IReadOnlyList<string> Types, IReadOnlyList<string?> Files, ReadCalendarPart? Calendar);

/// <param name="Utc">The beginning as the calendar's own rules of its zone put it on the world's clock.</param>
public sealed record ReadCalendarPart(
    string Method, string Uid, int Sequence, string Summary, string Start, string? End, string? Zone, IReadOnlyList<string> Zones, string Location,
    string Status, string Description, string Url, string Attendee, string Organizer, string? Utc);
