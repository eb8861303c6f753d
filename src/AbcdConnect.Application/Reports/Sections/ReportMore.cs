using System.Text.Json.Serialization;
using AbcdConnect.Application.Outcomes.Measures;
using AbcdConnect.Domain.Reports;

namespace AbcdConnect.Application.Reports.Sections;

/// <summary>What a report says beyond its metrics: frozen with them. A part that was not chosen is not here either.</summary>
/// <param name="Layout">The chosen parts, in order, with what the coordinator wrote for each.</param>
/// <param name="Highlights">Page one, below its first paragraph: sentences made from the figures.</param>
public sealed record ReportMore(
    IReadOnlyList<ReportPassage> Layout,
    IReadOnlyList<string> Highlights,
    PeopleReached? People = null,
    DoneTogether? Together = null,
    TiesHeld? Ties = null,
    IReadOnlyList<QualityLine>? Quality = null,
    IReadOnlyList<ReportValue>? Values = null,
    MeasureFindings? Measures = null)
{
    /// <summary>What the period before comes to; null for a month, and where the programme was not there for all of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PeriodBefore? Before { get; init; }

    public bool Has(ReportSection section) => Layout.Any(p => p.Section == section);

    public string? WordsOf(ReportSection section) => Layout.FirstOrDefault(p => p.Section == section)?.Words;
}

/// <summary>The quarter or the year before, such of it as the report's parts compare themselves with.</summary>
/// <param name="Visits">Counted at its sessions.</param>
/// <param name="Standing">Ties at its end.</param>
/// <param name="Tied">People with a tie then.</param>
public sealed record PeriodBefore(PublishedCount? Reached, int? Activities, int? Sessions, PublishedCount? Visits, PublishedCount? Standing, PublishedCount? Tied);

/// <param name="Words">In the coordinator's own words; null where nothing was written.</param>
public sealed record ReportPassage(ReportSection Section, string? Words = null);

/// <summary>Different people whom the programme met, told about somewhere, or counted by name at an activity.</summary>
/// <param name="Population">Of all neighbourhoods; null where one is not known.</param>
public sealed record PeopleReached(PublishedCount All, int? Population, decimal? PerThousand, IReadOnlyList<ReachedPlace> Places);

/// <summary>Where they were met: somebody met in two places counts in each, and once in all.</summary>
/// <param name="Id">The neighbourhood's number; 0 for what lies in none.</param>
public sealed record ReachedPlace(long Id, string Name, int? Population, PublishedCount Reached, decimal? PerThousand);

/// <param name="Activities">Those that met at least once.</param>
/// <param name="Came">Visits, not people: who came four times counts four times.</param>
/// <param name="NotCounted">Sessions at which nobody counted.</param>
/// <param name="Led">By residents, by a group, by a service.</param>
/// <param name="Most">Those that met most often; at most so many as fit.</param>
public sealed record DoneTogether(
    int Activities,
    int Sessions,
    PublishedCount Came,
    int NotCounted,
    IReadOnlyList<ReportPlain> Led,
    IReadOnlyList<ReportActivity> Most);

/// <summary>A count of things.</summary>
public sealed record ReportPlain(string Title, int Count);

/// <param name="PlaceId">The neighbourhood's number; 0 for none.</param>
/// <param name="Came">Visits; null in a quarter or a year.</param>
public sealed record ReportActivity(string Name, long PlaceId, string? Place, int Sessions, PublishedCount? Came, string LedBy);

/// <summary>The ties that stood on the period's last day.</summary>
/// <param name="Kinds">Between whom.</param>
/// <param name="Tied">People with a tie.</param>
/// <param name="OnTheirOwn">Of these, people with at least one tie that no worker made: it stands if the worker leaves.</param>
/// <param name="OnlyIntroduced">People whose every tie a worker made.</param>
public sealed record TiesHeld(PublishedCount Standing, IReadOnlyList<TieKind> Kinds, PublishedCount Tied, PublishedCount OnTheirOwn, PublishedCount OnlyIntroduced);

public sealed record TieKind(string Title, PublishedCount Count);

/// <summary>How good the records are, in one respect.</summary>
/// <param name="Percent">Null where it may not be told, or there is nothing to take a share of.</param>
/// <param name="Of">Of what the share is.</param>
public sealed record QualityLine(string Title, int? Percent, string Of);

/// <summary>What something cost or is worth, by the programme's own numbers.</summary>
/// <param name="Sum">How it was worked out: £52,000 ÷ 648.</param>
/// <param name="Source">Where the programme's number comes from.</param>
public sealed record ReportValue(string Title, string Result, string Sum, string Source);
