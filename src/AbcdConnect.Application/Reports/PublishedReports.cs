using AbcdConnect.Application.Common;
using AbcdConnect.Application.Reports.Sections;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Domain.Reports.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports;

/// <summary>Published editions as they are read: everybody who may see reports sees all of the programme's, and no draft.</summary>
internal static class PublishedReports
{
    public sealed record Edition(OutcomeReportId Id, ReportSheet Sheet, string Json, string? PdfSha256);

    /// <summary>The editions of one report.</summary>
    public static IQueryable<OutcomeReport> Of(this IQueryable<OutcomeReport> reports, ProgrammeId programme, ReportPeriod period)
    {
        var (month, kind) = (period.Last, period.Kind);
        return reports.Where(r => r.ProgrammeId == programme && r.Month == month && r.Kind == kind);
    }

    /// <exception cref="NotFoundException">There is no such edition.</exception>
    public static async Task<Edition> Published(this IAbcdDbContext db, ProgrammeId programme, ReportPeriod period, int? edition, CancellationToken token)
    {
        var found = await db.OutcomeReports
            .Of(programme, period)
            .Where(r => edition == null || r.Edition == edition)
            .OrderByDescending(r => r.Edition)
            .Select(r => new { r.Id, r.Edition, r.PublishedAt, r.WhatMoved, r.Figures, r.FiguresSha256, r.PdfSha256, Approved = r.ApprovedBy != null })
            .FirstOrDefaultAsync(token) ?? throw new NotFoundException("published report");
        return new Edition(
            found.Id,
            new ReportSheet(ReportFigures.FromJson(found.Figures), found.Edition, found.PublishedAt, found.WhatMoved, found.FiguresSha256) { Approved = found.Approved },
            found.Figures,
            found.PdfSha256);
    }

    /// <summary>The sheet with its pictures, such of them as may still be shown today.</summary>
    public static async Task<ReportSheet> WithPictures(this IAbcdDbContext db, ProgrammeId programme, ReportSheet sheet, TimeProvider clock, CancellationToken token) =>
        sheet with { Pictures = await ReportStories.Pictures(db, programme, sheet.Figures.Stories, clock.Today(), token) };

    /// <summary>Everything that was published before an edition, or to this day, oldest first: with what was hidden.</summary>
    public static async Task<IReadOnlyList<Publication>> PublishedBefore(this IAbcdDbContext db, ProgrammeId programme, OutcomeReportId? edition, CancellationToken token)
    {
        var kept = await db.OutcomeReports.Where(r => r.ProgrammeId == programme)
            .OrderBy(r => r.PublishedAt).ThenBy(r => r.Id).Select(r => new { r.Id, r.Cells, Figures = r.Cells == null ? r.Figures : null }).ToListAsync(token);
        var publications = new List<Publication>();
        foreach (var report in kept.TakeWhile(k => k.Id != edition))
        {
            publications.Add(report.Cells is { } cells ? PublicationText.Read(cells) : await OldEditions.Read(db, programme, report.Figures!, token));
        }

        return publications;
    }

    public static async Task<IReadOnlyList<int>> EditionsOf(this IAbcdDbContext db, ProgrammeId programme, ReportPeriod period, CancellationToken token) =>
        await db.OutcomeReports.Of(programme, period).OrderByDescending(r => r.Edition).Select(r => r.Edition).ToListAsync(token);
}
