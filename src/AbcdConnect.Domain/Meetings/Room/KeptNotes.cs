using System.Text.Json;
using AbcdConnect.Domain.Access;

namespace AbcdConnect.Domain.Meetings.Room;

/// <summary>How notes stand in the database: lists of lists, since every letter's number is kept.</summary>
public static class KeptNotes
{
    public const string Nothing = "[]";

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Each run as writer, number and its text, or its length where it was taken out. Neighbours that belong together become one.</summary>
    public static string Of(SharedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var joined = new List<SharedText.Run>();
        foreach (var run in text.Runs)
        {
            if (joined is [.., var before] && before.First.Writer == run.First.Writer && before.First.Number + before.Length == run.First.Number && before.Text is null == run.Text is null)
            {
                joined[^1] = before with { Length = before.Length + run.Length, Text = run.Text is null ? null : before.Text + run.Text };
            }
            else
            {
                joined.Add(run);
            }
        }

        return JsonSerializer.Serialize(joined.ConvertAll(r => new object[] { r.First.Writer, r.First.Number, (object?)r.Text ?? r.Length }), Json);
    }

    public static IEnumerable<SharedText.Run> Runs(string kept)
    {
        foreach (var run in JsonSerializer.Deserialize<List<JsonElement[]>>(kept)!)
        {
            var first = new LetterId(run[1].GetInt64(), run[0].GetInt64());
            var text = run[2].ValueKind == JsonValueKind.String ? run[2].GetString() : null;
            yield return new SharedText.Run(first, text?.Length ?? run[2].GetInt32(), text);
        }
    }

    public static string Of(IReadOnlyList<LetterSpan> spans) =>
        JsonSerializer.Serialize(spans.Select(s => new[] { s.First.Writer, s.First.Number, s.Count }), Json);

    public static IReadOnlyList<LetterSpan> Spans(string kept) =>
        JsonSerializer.Deserialize<List<long[]>>(kept)!.ConvertAll(s => new LetterSpan(new LetterId(s[1], s[0]), (int)s[2]));

    public static string Of(IReadOnlyList<NoteWriter> writers) =>
        JsonSerializer.Serialize(writers.Select(w => new[] { w.Who.Value, w.Since.ToUnixTimeMilliseconds(), w.Last.ToUnixTimeMilliseconds() }), Json);

    public static IReadOnlyList<NoteWriter> ReadWriters(string kept) =>
        JsonSerializer.Deserialize<List<long[]>>(kept)!.ConvertAll(w => new NoteWriter(new UserId(w[0]), DateTimeOffset.FromUnixTimeMilliseconds(w[1]), DateTimeOffset.FromUnixTimeMilliseconds(w[2])));
}
