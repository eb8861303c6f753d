using AbcdConnect.Application.Outcomes.Stories.Pictures;
using AbcdConnect.Domain.Reports;

namespace AbcdConnect.Application.Reports;

/// <summary>What the page of a report shows: its figures and, once published, its edition.</summary>
/// <param name="Edition">Null for a draft.</param>
/// <param name="WhatMoved">Since the edition before, a sentence a line; null for the first.</param>
public sealed record ReportSheet(ReportFigures Figures, int? Edition, DateTimeOffset? PublishedAt, string? WhatMoved, string? FiguresSha256)
{
    public ReportPeriod Period => Figures.Period;

    /// <summary>A second person looked at it before it was published.</summary>
    public bool Approved { get; init; }

    /// <summary>The pictures beside its stories that may still be shown, by the number of the story.</summary>
    public IReadOnlyDictionary<long, StoryPictureFile> Pictures { get; init; } = new Dictionary<long, StoryPictureFile>();

    /// <summary>What stands on each of its files, by which it is known again: the beginning of its figures' hash.</summary>
    public string? Identifier => FiguresSha256 is { } hash ? ReportIdentifier.Of(hash) : null;
}

/// <summary>3f9a-2c7d-11ab: the first twelve digits of the hash of a report's figures. It can be typed, and it cannot be guessed.</summary>
public static class ReportIdentifier
{
    public const int Digits = 12;

    public static string Of(string sha256) => $"{sha256[..4]}-{sha256[4..8]}-{sha256[8..Digits]}";

    /// <summary>The digits alone; null where it is no identifier.</summary>
    public static string? Read(string? typed)
    {
        var digits = typed?.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        return digits is { Length: Digits } && digits.All(char.IsAsciiHexDigit) ? digits : null;
    }
}

/// <summary>Port: the report as a whole HTML page for print, with everything it needs inside it.</summary>
public interface IReportPage
{
    Task<string> Html(ReportSheet sheet, CancellationToken token);
}
