using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Reports;
using MediatR;

namespace AbcdConnect.Application.Reports;

/// <summary>A published report, the newest edition unless one is named.</summary>
[Requires(Permission.SeeReports)]
public sealed record SeeReport(ReportPeriod Period, int? Edition = null) : IRequest<ReportSeen>;

/// <param name="Json">The frozen figures as they are kept: what <see cref="ReportSheet.FiguresSha256"/> is of.</param>
/// <param name="PdfSha256">Null until the file has been printed.</param>
/// <param name="Editions">All of the month's editions, newest first.</param>
public sealed record ReportSeen(ReportSheet Sheet, string Json, string? PdfSha256, IReadOnlyList<int> Editions)
{
    public bool IsNewest => Sheet.Edition == Editions[0];
}

internal sealed class SeeReportHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SeeReport, ReportSeen>
{
    public async Task<ReportSeen> Handle(SeeReport request, CancellationToken cancellationToken)
    {
        var report = await db.Published(current.Required().ProgrammeId, request.Period, request.Edition, cancellationToken);
        var editions = await db.EditionsOf(current.Required().ProgrammeId, request.Period, cancellationToken);
        return new ReportSeen(await db.WithPictures(current.Required().ProgrammeId, report.Sheet, clock, cancellationToken), report.Json, report.PdfSha256, editions);
    }
}
