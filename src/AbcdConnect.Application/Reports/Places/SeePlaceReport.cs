using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Reports.Sections;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports.Places;

/// <summary>What a published edition, and the months published up to then, say of one neighbourhood, on two pages. It says nothing that
/// they do not say already, so nobody can work out more from it.</summary>
[Requires(Permission.SeeReports)]
public sealed record SeePlaceReport(ReportPeriod Period, NeighbourhoodId Place, int? Edition = null) : IRequest<PlaceSheet>;

/// <param name="Sheet">The edition that it is taken from.</param>
/// <param name="Months">The months published by then, oldest first, each as it was published.</param>
public sealed record PlaceSheet(NeighbourhoodId Id, string Name, ReportSheet Sheet, ReportNeighbourhood Row, ReachedPlace? Reached, IReadOnlyList<ReportActivity> Activities, IReadOnlyList<ReportStory> Stories, IReadOnlyList<PlaceMonth> Months);

/// <param name="Counts">In the order of the report's table; null where that month has no report.</param>
public sealed record PlaceMonth(YearMonth Month, IReadOnlyList<PublishedCount>? Counts);

internal sealed class SeePlaceReportHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SeePlaceReport, PlaceSheet>
{
    public async Task<PlaceSheet> Handle(SeePlaceReport request, CancellationToken cancellationToken)
    {
        var report = await db.Published(current.Required().ProgrammeId, request.Period, request.Edition, cancellationToken);
        return await db.PlaceOf(current.Required().ProgrammeId, report, request.Place, cancellationToken);
    }
}

internal static class PlaceReports
{
    private const int TrendMonths = 13;

    /// <exception cref="NotFoundException">The neighbourhood is not in the report.</exception>
    public static async Task<PlaceSheet> PlaceOf(this IAbcdDbContext db, ProgrammeId programme, PublishedReports.Edition report, NeighbourhoodId place, CancellationToken token)
    {
        var figures = report.Sheet.Figures;
        var name = await db.Neighbourhoods.Where(n => n.ProgrammeId == programme && n.Id == place).Select(n => n.Name).SingleOrDefaultAsync(token);
        var row = RowOf(figures, place, name) ?? throw new NotFoundException("neighbourhood in this report");
        var (first, last, at) = (figures.Month.AddMonths(1 - TrendMonths), figures.Month, report.Sheet.PublishedAt);
        var published = await db.OutcomeReports.AsNoTracking()
            .Where(r => r.ProgrammeId == programme && r.Month >= first && r.Month <= last && r.Kind == ReportKind.Month && r.PublishedAt <= at)
            .Select(r => new { r.Month, r.Edition, r.Figures }).ToListAsync(token);
        var months = published.GroupBy(r => r.Month).ToDictionary(g => g.Key, g => RowOf(ReportFigures.FromJson(g.MaxBy(r => r.Edition)!.Figures), place, row.Name)?.Counts);
        return new PlaceSheet(
            place,
            row.Name,
            report.Sheet,
            row,
            figures.More?.People?.Places.FirstOrDefault(p => p.Id == place.Value),
            [.. (figures.More?.Together?.Most ?? []).Where(a => a.PlaceId == place.Value)],
            [.. figures.Stories.Where(s => s.Teller.Contains($" of {row.Name}, shared", StringComparison.Ordinal))],
            [.. first.Through(last).Select(m => new PlaceMonth(m, months.GetValueOrDefault(m)))]);
    }

    // Reports from before the number was kept know a neighbourhood by its name.
    private static ReportNeighbourhood? RowOf(ReportFigures figures, NeighbourhoodId place, string? name) =>
        figures.Neighbourhoods.FirstOrDefault(n => n.Id == place.Value) ?? figures.Neighbourhoods.FirstOrDefault(n => n.Id == 0 && n.Name == name);
}

/// <summary>Port: a neighbourhood's own pages as one HTML page for print.</summary>
public interface IPlacePage
{
    Task<string> Html(PlaceSheet sheet, CancellationToken token);
}
