using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Reports.Preparing;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Web.Features.Shared;

namespace AbcdConnect.Web.Features.Reports;

/// <summary>What a report is made of, as somebody chooses it.</summary>
public sealed class PartsForm
{
    [Display(Name = "The parts")]
    public List<PartChoice> Parts { get; init; } = [];

    public long Version { get; set; }

    public static PartsForm Of(SectionsSeen seen) => new()
    {
        Parts = [.. seen.Sections.Select((s, at) => new PartChoice { Section = s.Section, IsIn = s.IsIn, Words = s.Words, Place = at + 1 })],
        Version = seen.Version,
    };

    public static string HintFor(ReportSection section) => section switch
    {
        ReportSection.Summary => "One or two sentences for whoever reads nothing else",
        ReportSection.Places => "Where a post was vacant, a hall closed, something began",
        ReportSection.Signposts => "What you do about the reasons why people did not go",
        ReportSection.Learned => "What did not work, what you tried instead, what you ask of your partners. Without words this part is left out",
        ReportSection.Value => "Off unless you choose it. It rests on the sums you put in under “What it cost and what it is worth”",
        ReportSection.Quality => "What you are doing about what is missing",
        _ => "What the figures cannot say",
    };

    /// <summary>In the order of their places; where two have the same, as they stood.</summary>
    public ChooseSections ToRequest(ReportPeriod period) => new(
        period,
        [.. Parts.Where(p => Enum.IsDefined(p.Section)).OrderBy(p => p.Place ?? int.MaxValue).Select(p => new ChosenSection(p.Section, p.IsIn, p.Words))],
        Version);

    /// <summary>As lines that can be laid beside another's.</summary>
    public PartsCompared Compared() => new()
    {
        Order = string.Join(", ", Parts.Where(p => p.IsIn).OrderBy(p => p.Place ?? int.MaxValue).Select(p => ReportView.TitleOf(p.Section))),
        InYourWords = string.Join("\n\n", Parts.Where(p => !string.IsNullOrWhiteSpace(p.Words)).OrderBy(p => p.Section).Select(p => $"{ReportView.TitleOf(p.Section)}: {p.Words!.Trim()}")),
    };
}

public sealed class PartChoice
{
    public ReportSection Section { get; init; }

    public bool IsIn { get; init; }

    [Display(Name = "Its place")]
    public int? Place { get; init; }

    public string? Words { get; init; }

    public bool IsAlways => ReportSections.Always.Contains(Section);
}

/// <summary>Two people's choices of parts side by side.</summary>
public sealed class PartsCompared
{
    [Display(Name = "What is in it, in this order")]
    public string? Order { get; init; }

    [Display(Name = "The words")]
    public string? InYourWords { get; init; }
}

internal sealed record PartsPage(PartsForm Form, ReportPeriod Period) : FormPage<PartsForm>(Form);
