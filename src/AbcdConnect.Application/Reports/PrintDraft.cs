using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Reports;
using MediatR;

namespace AbcdConnect.Application.Reports;

/// <summary>A month's report as a file before it is published, marked as a draft and kept nowhere.</summary>
[Requires(Permission.SeeFigures)]
public sealed record PrintDraft(ReportPeriod Period) : IRequest<PrintedReport>;

internal sealed class PrintDraftHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IReportPage page, IPdfPrinter printer) : IRequestHandler<PrintDraft, PrintedReport>
{
    public async Task<PrintedReport> Handle(PrintDraft request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var figures = (await new ReportBuilder(db, clock).Build(programme, request.Period, cancellationToken)).Figures;
        var html = await page.Html(await db.WithPictures(programme, new ReportSheet(figures, null, null, null, null), clock, cancellationToken), cancellationToken);
        var (pdf, whyNot) = (await printer.Print(html, new PdfPrintOptions(clock.GetUtcNow()), cancellationToken)).Answer;
        return new PrintedReport(request.Period, null, pdf, whyNot);
    }
}
