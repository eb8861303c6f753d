using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using AbcdConnect.Application.Reports.Sections;
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
    public const int NewestFormat = 3;

    /// <summary>From this one on the CSV tells of measures and of why people did not go.</summary>
    public const int WithFurtherLines = 3;

    /// <summary>What kind of period <see cref="Month"/> ends: a month in reports from before there were others.</summary>
    public ReportKind Kind { get; init; }

    /// <summary>The chosen parts and what they say beyond the metrics; null in reports from before there were parts to choose.</summary>
    public ReportMore? More { get; init; }

    [JsonIgnore]
    public ReportPeriod Period => new(Kind, Month);

    public string ToJson() => ReportJson.Write(this);

    public static ReportFigures FromJson(string json) => ReportJson.Read<ReportFigures>(json);

    /// <summary>SHA-256, hexadecimal.</summary>
    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string Sha256(string text) => Sha256(Encoding.UTF8.GetBytes(text));
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
    IReadOnlyList<ReportPart> Parts)
{
    /// <summary>In the quarter or year before; null for a month, whose trend holds it, and where the programme was not there for all of that.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PublishedCount? Before { get; init; }
}

/// <param name="Value">Null before the programme began, and where the month was never compiled.</param>
public sealed record ReportTrend(YearMonth Month, PublishedCount? Value, decimal? Promised);

public sealed record ReportPart(string Name, string Title, PublishedCount InMonth, PublishedCount InYear);

/// <param name="Counts">In the order of the report's metrics that the table shows.</param>
/// <param name="Vacant">No paid worker had this neighbourhood in the month.</param>
public sealed record ReportNeighbourhood(string Name, IReadOnlyList<PublishedCount> Counts, Course? Course, bool Vacant)
{
    /// <summary>The neighbourhood's number; 0 in reports from before it was kept.</summary>
    public long Id { get; init; }
}

/// <summary>What had become, twelve weeks on, of the signposts given three months before.</summary>
public sealed record SignpostsBecame(YearMonth GivenIn, PublishedCount Given, PublishedCount Went, PublishedCount StillGoing, PublishedCount DidNotGo, PublishedCount NotKnown, IReadOnlyList<ReportReason> WhyNot);

public sealed record ReportReason(string Reason, PublishedCount Count);

/// <param name="Language">BCP 47.</param>
/// <param name="Teller">A resident of Fernhill.</param>
public sealed record ReportStory(string Title, string Words, string Language, string Teller, string? Outcome)
{
    /// <summary>The picture beside it; null where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReportPicture? Picture { get; init; }
}

/// <summary>Which picture stands beside a story. The picture itself is not in the report: it is gone from there as soon as its teller wishes.</summary>
/// <param name="Story">The story's number.</param>
/// <param name="Sha256">Of the picture.</param>
/// <param name="Shows">In words.</param>
public sealed record ReportPicture(long Story, string Sha256, string Shows);
