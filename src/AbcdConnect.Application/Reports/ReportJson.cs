using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Reports;

namespace AbcdConnect.Application.Reports;

/// <summary>How a report's figures, and what they were made from, are written: the same today as in ten years.</summary>
internal static class ReportJson
{
    private static readonly JsonSerializerOptions Pretty = new()
    {
        // Read by people too: letters of every script stand as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(), new MonthConverter(), new CountConverter() },
    };

    private static readonly JsonSerializerOptions Dense = new(Pretty) { WriteIndented = false };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Pretty);

    public static string Compact<T>(T value) => JsonSerializer.Serialize(value, Dense);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Pretty) ?? throw new InvalidOperationException("The report's figures are empty.");

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
