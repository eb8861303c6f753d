using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Reports;
using MediatR;

namespace AbcdConnect.Application.Reports;

/// <summary>Every published edition, newest first.</summary>
[Requires(Permission.SeeReports)]
public sealed record ListReports(ListRequest List) : IRequest<Page<ReportRow>>;

/// <param name="IsNewest">No later edition of the month has been published.</param>
public sealed record ReportRow(ReportPeriod Period, int Edition, bool IsNewest, DateTimeOffset PublishedAt, string? WhatMoved, string FiguresSha256, string? PdfSha256);

internal sealed class ListReportsHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ListReports, Page<ReportRow>>
{
    public Task<Page<ReportRow>> Handle(ListReports request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var reports = db.OutcomeReports.Where(r => r.ProgrammeId == programme);
        reports = request.List.Sort == "month"
            ? reports.OrderBy(r => r.Month).ThenBy(r => r.Kind).ThenBy(r => r.Edition)
            : reports.OrderByDescending(r => r.Month).ThenByDescending(r => r.Kind).ThenByDescending(r => r.Edition);
        return reports
            .Select(r => new ReportRow(
                new ReportPeriod(r.Kind, r.Month),
                r.Edition,
                !db.OutcomeReports.Any(o => o.ProgrammeId == r.ProgrammeId && o.Month == r.Month && o.Kind == r.Kind && o.Edition > r.Edition),
                r.PublishedAt,
                r.WhatMoved,
                r.FiguresSha256,
                r.PdfSha256))
            .PageAsync(request.List, cancellationToken);
    }
}
