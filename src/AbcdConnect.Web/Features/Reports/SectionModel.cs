using AbcdConnect.Application.Reports;
using AbcdConnect.Application.Reports.Sections;

namespace AbcdConnect.Web.Features.Reports;

/// <summary>One part of a report and what stands around it.</summary>
/// <param name="Scrolls">On a screen, where a wide table scrolls in its frame; on paper there is nothing to scroll.</param>
public sealed record SectionModel(ReportSheet Sheet, ReportPassage Passage, IReadOnlyList<ReportPassage> Layout, bool Scrolls)
{
    public ReportFigures Figures => Sheet.Figures;

    public string Title => ReportView.TitleOf(Passage.Section);

    public string Anchor => ReportView.AnchorOf(Passage.Section);

    public string? Role => Scrolls ? "region" : null;

    public string? TabIndex => Scrolls ? "0" : null;

    public string? Label(string words) => Scrolls ? words : null;
}
