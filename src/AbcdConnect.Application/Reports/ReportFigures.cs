using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Reports;

namespace AbcdConnect.Application.Reports;

/// <summary>Everything that a month's outcome report says. The page, the PDF and the CSV are made from this and nothing else; published,
/// it is kept as JSON and never changes. Nothing that the small-number rule hides is in it.</summary>
/// <param name="Format">The version of this record: old reports are read by the code of their day's successor.</param>
public sealed record ReportFigures(
    int Format,
    string Programme,
    string? Commissioner,
    YearMonth Month,
    YearMonth YearStart,
    decimal Fte,
    IReadOnlyList<string> Summary,
    IReadOnlyList<ReportMetric> Metrics,
    IReadOnlyList<ReportNeighbourhood> Neighbourhoods,
    IReadOnlyList<PublishedCount>? Unplaced,
    SignpostsBecame? Became,
    IReadOnlyList<ReportStory> Stories,
    IReadOnlyList<string> HowToRead)
{
    public const int NewestFormat = 2;

    /// <summary>What kind of period <see cref="Month"/> ends: a month in reports from before there were others.</summary>
    public ReportKind Kind { get; init; }

    [JsonIgnore]
    public ReportPeriod Period => new(Kind, Month);

    private static readonly JsonSerializerOptions Json = new()
    {
        // Read by people too: letters of every script stand as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(), new MonthConverter(), new CountConverter() },
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static ReportFigures FromJson(string json) =>
        JsonSerializer.Deserialize<ReportFigures>(json, Json) ?? throw new InvalidOperationException("The report's figures are empty.");

    /// <summary>SHA-256, hexadecimal.</summary>
    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string Sha256(string text) => Sha256(Encoding.UTF8.GetBytes(text));

    // A count that is shown is a number, as all were in the first format; only a hidden one says more.
    private sealed class CountConverter : JsonConverter<PublishedCount>
    {
        public override PublishedCount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.Number)
            {
                return new PublishedCount(reader.GetInt32());
            }

            using var count = JsonDocument.ParseValue(ref reader);
            var all = count.RootElement;
            return new PublishedCount(
                all.TryGetProperty(nameof(PublishedCount.Value), out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null,
                all.TryGetProperty(nameof(PublishedCount.IsSmall), out var small) && small.GetBoolean(),
                all.TryGetProperty(nameof(PublishedCount.Below), out var below) ? below.GetInt32() : 0);
        }

        public override void Write(Utf8JsonWriter writer, PublishedCount value, JsonSerializerOptions options)
        {
            if (value.Value is { } shown)
            {
                writer.WriteNumberValue(shown);
                return;
            }

            writer.WriteStartObject();
            writer.WriteBoolean(nameof(PublishedCount.IsSmall), value.IsSmall);
            if (value.IsSmall)
            {
                writer.WriteNumber(nameof(PublishedCount.Below), value.Below);
            }

            writer.WriteEndObject();
        }
    }

    private sealed class MonthConverter : JsonConverter<YearMonth>
    {
        public override YearMonth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            YearMonth.TryParse(reader.GetString(), out var month) ? month : throw new JsonException("A month is written 2026-10.");

        public override void Write(Utf8JsonWriter writer, YearMonth value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}

/// <param name="Name">new-conversations.</param>
/// <param name="InMonth">The month's figure.</param>
/// <param name="Promised">For the month; null where nothing was.</param>
/// <param name="InYear">The programme year up to the month.</param>
/// <param name="PromisedSoFar">For the year up to the month.</param>
/// <param name="PromisedInYear">For the whole year.</param>
/// <param name="Course">How it stands to its promise; null where the figure is hidden, since this would tell of it.</param>
/// <param name="Forecast">What the year comes to at this pace; null where nothing was promised, and where the figure is hidden.</param>
public sealed record ReportMetric(
    string Name,
    string Title,
    string Unit,
    string Definition,
    PublishedCount InMonth,
    decimal? Promised,
    Course? Course,
    PublishedCount InYear,
    decimal? PromisedSoFar,
    decimal? PromisedInYear,
    Course? YearCourse,
    decimal? Forecast,
    IReadOnlyList<ReportTrend> Trend,
    IReadOnlyList<ReportPart> Parts);

/// <param name="Value">Null before the programme began, and where the month was never compiled.</param>
public sealed record ReportTrend(YearMonth Month, PublishedCount? Value, decimal? Promised);

public sealed record ReportPart(string Name, string Title, PublishedCount InMonth, PublishedCount InYear);

/// <param name="Counts">In the order of the report's metrics that the table shows.</param>
/// <param name="Vacant">No paid worker had this neighbourhood in the month.</param>
public sealed record ReportNeighbourhood(string Name, IReadOnlyList<PublishedCount> Counts, Course? Course, bool Vacant);

/// <summary>What had become, twelve weeks on, of the signposts given three months before.</summary>
public sealed record SignpostsBecame(YearMonth GivenIn, PublishedCount Given, PublishedCount Went, PublishedCount StillGoing, PublishedCount DidNotGo, PublishedCount NotKnown, IReadOnlyList<ReportReason> WhyNot);

public sealed record ReportReason(string Reason, PublishedCount Count);

/// <param name="Language">BCP 47.</param>
/// <param name="Teller">A resident of Fernhill.</param>
public sealed record ReportStory(string Title, string Words, string Language, string Teller, string? Outcome);
