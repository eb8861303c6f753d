using AbcdConnect.Domain.Reports;

namespace AbcdConnect.Application.Reports;

/// <summary>What the page of a report shows: its figures and, once published, its edition.</summary>
/// <param name="Edition">Null for a draft.</param>
/// <param name="WhatMoved">Since the edition before, a sentence a line; null for the first.</param>
public sealed record ReportSheet(ReportFigures Figures, int? Edition, DateTimeOffset? PublishedAt, string? WhatMoved, string? FiguresSha256)
{
    public ReportPeriod Period => Figures.Period;
}

/// <summary>Port: the report as a whole HTML page for print, with everything it needs inside it.</summary>
public interface IReportPage
{
    Task<string> Html(ReportSheet sheet, CancellationToken token);
}
