using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Home;

/// <summary>A commissioner's start: the latest published month first, and those before it.</summary>
[Requires(Permission.SeeReports)]
public sealed record ShowLatestReport : IRequest<LatestReport>;

public sealed record LatestReport(string Programme, IReadOnlyList<PublishedMonth> Months);

/// <param name="Edition">Above 1, it is a correction.</param>
public sealed record PublishedMonth(YearMonth Month, int Edition, DateTimeOffset PublishedAt);

internal sealed class ShowLatestReportHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ShowLatestReport, LatestReport>
{
    private const int MostEditions = 30;
    private const int MostMonths = 7;

    public async Task<LatestReport> Handle(ShowLatestReport request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var editions = await db.OutcomeReports
            .Where(r => r.ProgrammeId == programme && r.Kind == ReportKind.Month)
            .OrderByDescending(r => r.Month).ThenByDescending(r => r.Edition)
            .Take(MostEditions)
            .Select(r => new PublishedMonth(r.Month, r.Edition, r.PublishedAt))
            .ToListAsync(cancellationToken);
        return new LatestReport(
            await db.Programmes.Where(p => p.Id == programme).Select(p => p.Name).SingleAsync(cancellationToken),
            [.. editions.DistinctBy(e => e.Month).Take(MostMonths)]);
    }
}
