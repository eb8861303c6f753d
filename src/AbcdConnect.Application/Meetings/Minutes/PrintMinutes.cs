using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Reports;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Minutes;

/// <summary>The minutes as a file: tagged, with bookmarks, "3 of 8" on each page.</summary>
[Requires(Permission.SeeMeetings)]
public sealed record PrintMinutes(MeetingId Meeting) : IRequest<PrintedMinutes>;

/// <param name="WhyNot">Plain sentences, where there is no file.</param>
public sealed record PrintedMinutes(MinutesSheet Sheet, bool IsAgreed, byte[]? Pdf, string? WhyNot);

/// <summary>Port: the minutes as a whole HTML page for print, with everything it needs inside it.</summary>
public interface IMinutesPage
{
    Task<string> Html(MinutesView minutes, CancellationToken token);
}

internal sealed class PrintMinutesHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IMinutesPage page, IPdfPrinter printer) : IRequestHandler<PrintMinutes, PrintedMinutes>
{
    public async Task<PrintedMinutes> Handle(PrintMinutes request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var status = await db.Meetings.VisibleTo(viewer, db).Where(m => m.Id == request.Meeting).Select(m => (MeetingStatus?)m.Status).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("meeting");
        var view = await MinutesReader.Read(db, viewer, request.Meeting, status, cancellationToken);
        // Agreed minutes come out the same each time they are printed.
        var dated = view.Agreed?.WrittenAt ?? clock.GetUtcNow();
        var (pdf, whyNot) = (await printer.Print(await page.Html(view, cancellationToken), new PdfPrintOptions(dated), cancellationToken)).Answer;
        return new PrintedMinutes(view.Sheet, view.Agreed is not null, pdf, whyNot);
    }
}
