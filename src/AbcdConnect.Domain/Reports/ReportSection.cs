namespace AbcdConnect.Domain.Reports;

/// <summary>What a report is made of, in the order in which it is read. On the screen these are its parts.</summary>
public enum ReportSection
{
    /// <summary>What happened, against what was promised: page one.</summary>
    Summary,

    /// <summary>Every figure, month by month.</summary>
    Trends,

    /// <summary>Neighbourhood by neighbourhood.</summary>
    Places,

    /// <summary>How many different people, and of how many who live there.</summary>
    People,

    /// <summary>What people did together.</summary>
    Together,

    /// <summary>What became of the signposts, and why others did not go.</summary>
    Signposts,

    /// <summary>Which ties there are, and who holds them.</summary>
    Connections,

    /// <summary>What people answered, before and after.</summary>
    Measures,

    /// <summary>Two stories.</summary>
    Stories,

    /// <summary>What the programme learned and changed: the coordinator's own words.</summary>
    Learned,

    /// <summary>What it cost, and what that is worth, as far as the programme says so itself.</summary>
    Value,

    /// <summary>How good the records are that this rests on.</summary>
    Quality,

    /// <summary>What each figure counts.</summary>
    Definitions,

    /// <summary>How to read it, and what is hidden.</summary>
    Notes,
}

/// <summary>One part of a report, as somebody chose it.</summary>
/// <param name="Words">What they would say about it; stands at its beginning.</param>
public sealed record ChosenSection(ReportSection Section, bool IsIn = true, string? Words = null);

public static class ReportSections
{
    /// <summary>Without these a reader cannot tell what is claimed, of what, and what is hidden.</summary>
    public static IReadOnlyList<ReportSection> Always { get; } = [ReportSection.Summary, ReportSection.Quality, ReportSection.Definitions, ReportSection.Notes];

    /// <summary>As a report is where nobody chose otherwise. Value is off: it rests on what somebody put in by hand.</summary>
    public static IReadOnlyList<ChosenSection> Usual { get; } = [.. Enum.GetValues<ReportSection>().Select(s => new ChosenSection(s, s != ReportSection.Value))];

    /// <summary>What somebody chose, with everything that must be in it, each part once; what was not spoken of stands where it usually does.</summary>
    public static IReadOnlyList<ChosenSection> Whole(IEnumerable<ChosenSection> chosen)
    {
        var whole = chosen.DistinctBy(c => c.Section)
            .Select(c => c with { IsIn = c.IsIn || Always.Contains(c.Section), Words = Common.Words.Tidy(c.Words) })
            .ToList();
        whole.AddRange(Usual.Where(u => whole.TrueForAll(c => c.Section != u.Section)));
        // Page one is page one; what explains the rest comes after it.
        return [.. whole.OrderBy(c => c.Section switch { ReportSection.Summary => 0, ReportSection.Quality => 2, ReportSection.Definitions => 3, ReportSection.Notes => 4, _ => 1 })];
    }
}
