using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports.Places;

/// <summary>A neighbourhood's two pages as a file. Printed when it is first asked for; the same bytes ever after.</summary>
[Requires(Permission.SeeReports)]
public sealed record PrintPlaceReport(ReportPeriod Period, NeighbourhoodId Place, int? Edition = null) : IRequest<PrintedReport>;

internal sealed class PrintPlaceReportHandler(IAbcdDbContext db, ICurrentViewer current, IPlacePage page, IPdfPrinter printer) : IRequestHandler<PrintPlaceReport, PrintedReport>
{
    public async Task<PrintedReport> Handle(PrintPlaceReport request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var report = await db.Published(programme, request.Period, request.Edition, cancellationToken);
        var (id, place, edition) = (report.Id, request.Place, report.Sheet.Edition);
        var kept = await db.PlacePrints.Where(p => p.ReportId == id && p.NeighbourhoodId == place).Select(p => p.Pdf).SingleOrDefaultAsync(cancellationToken);
        if (kept is not null)
        {
            return new PrintedReport(request.Period, edition, kept, null);
        }

        var html = await page.Html(await db.PlaceOf(programme, report, place, cancellationToken), cancellationToken);
        var (pdf, whyNot) = (await printer.Print(html, new PdfPrintOptions(report.Sheet.PublishedAt!.Value), cancellationToken)).Answer;
        if (pdf is not null)
        {
            db.PlacePrints.Add(new PlacePrint { ReportId = id, NeighbourhoodId = place, Pdf = pdf, PdfSha256 = ReportFigures.Sha256(pdf) });
            // The same page printed twice at once gives the same bytes; the key lets one in.
            await db.SaveChangesAsync(cancellationToken);
        }

        return new PrintedReport(request.Period, edition, pdf, whyNot);
    }
}
