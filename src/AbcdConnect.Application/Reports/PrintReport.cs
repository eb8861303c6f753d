using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports;

/// <summary>The published report's file. Printed once, when it is first asked for; the same bytes ever after.</summary>
[Requires(Permission.SeeReports)]
public sealed record PrintReport(ReportPeriod Period, int? Edition = null) : IRequest<PrintedReport>;

/// <param name="Pdf">Null where it could not be printed.</param>
/// <param name="WhyNot">What stands in the way and what to do about it, in plain sentences.</param>
public sealed record PrintedReport(ReportPeriod Period, int? Edition, byte[]? Pdf, string? WhyNot);

internal sealed class PrintReportHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IReportPage page, IPdfPrinter printer) : IRequestHandler<PrintReport, PrintedReport>
{
    public async Task<PrintedReport> Handle(PrintReport request, CancellationToken cancellationToken)
    {
        var report = await db.Published(current.Required().ProgrammeId, request.Period, request.Edition, cancellationToken);
        if (report.PdfSha256 is null)
        {
            var html = await page.Html(await db.WithPictures(current.Required().ProgrammeId, report.Sheet, clock, cancellationToken), cancellationToken);
            var (pdf, whyNot) = (await printer.Print(html, new PdfPrintOptions(report.Sheet.PublishedAt!.Value), cancellationToken)).Answer;
            if (pdf is null)
            {
                return new PrintedReport(request.Period, report.Sheet.Edition, null, whyNot);
            }

            await Keep(report.Id, pdf, cancellationToken);
        }

        var kept = await db.OutcomeReports.Where(r => r.Id == report.Id).Select(r => r.Pdf).SingleAsync(cancellationToken);
        return new PrintedReport(request.Period, report.Sheet.Edition, kept, null);
    }

    // Where two print at once, the first to come is kept: asked of the database, since a published file never changes.
    private Task<int> Keep(Domain.Reports.OutcomeReportId id, byte[] pdf, CancellationToken token)
    {
        var hash = ReportFigures.Sha256(pdf);
        return db.OutcomeReports.Where(r => r.Id == id && r.Pdf == null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Pdf, pdf).SetProperty(r => r.PdfSha256, hash), token);
    }
}
