using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Reports;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Papers;

/// <summary>The agenda pack: what is to be talked about and why, what is left from before, who is invited, and where the papers are; tagged and bookmarked.</summary>
/// <param name="Site">This application's address, for the links to the papers.</param>
[Requires(Permission.SeeMeetings)]
public sealed record PrintPack(MeetingId Meeting, string Site) : IRequest<PrintedPack>;

/// <param name="Pdf">Null where it could not be printed.</param>
/// <param name="WhyNot">What stands in the way and what to do about it, in plain sentences.</param>
public sealed record PrintedPack(MeetingId Meeting, DateOnly HeldOn, byte[]? Pdf, string? WhyNot);

/// <summary>A meeting's pack as it is printed.</summary>
public sealed record PackSheet(
    string Site,
    MeetingId Meeting,
    string Programme,
    string Title,
    string? Neighbourhood,
    DateOnly HeldOn,
    TimeOnly? StartsAt,
    int? LastsMinutes,
    string? Place,
    string? PlaceAddress,
    IReadOnlyList<AgendaRow> Agenda,
    IReadOnlyList<ActionRow> Open,
    IReadOnlyList<PackGuest> Invited,
    IReadOnlyList<PaperRow> Papers,
    DateOnly Today);

public sealed record PackGuest(string Name, string Agency);

/// <summary>Port: the pack as one HTML page that brings everything with it.</summary>
public interface IPackPage
{
    Task<string> Html(PackSheet sheet, CancellationToken token);
}

internal sealed class PrintPackHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IPackPage page, IPdfPrinter printer) : IRequestHandler<PrintPack, PrintedPack>
{
    public async Task<PrintedPack> Handle(PrintPack request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var meeting = await db.Meetings.VisibleTo(viewer, db).Where(m => m.Id == request.Meeting)
            .Select(m => new
            {
                m.Title,
                m.HeldOn,
                m.StartsAt,
                m.LastsMinutes,
                m.NeighbourhoodId,
                Programme = db.Programmes.Where(p => p.Id == m.ProgrammeId).Select(p => p.Name).First(),
                Neighbourhood = db.Neighbourhoods.Where(n => n.Id == m.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
                Place = db.Assets.Where(a => a.Id == m.PlaceId).Select(a => a.Name).FirstOrDefault(),
                PlaceAddress = db.Assets.Where(a => a.Id == m.PlaceId).Select(a => a.Address).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("meeting");
        var agenda = await db.Meetings.Where(m => m.Id == request.Meeting).SelectMany(m => m.Agenda).OrderBy(a => a.Position)
            .Select(a => new AgendaRow(a.Id, a.Position, a.Title, a.Minutes, a.Note, a.Edition, a.Presenter, a.Origin, a.Reason, a.Link))
            .ToListAsync(cancellationToken);
        var before = db.Meetings.VisibleTo(viewer, db).Before(viewer.ProgrammeId, meeting.NeighbourhoodId, meeting.HeldOn);
        var open = await db.MeetingActions.VisibleTo(viewer, db).Where(a => a.DoneOn == null && a.DroppedOn == null && before.Any(m => m.Id == a.MeetingId))
            .OrderBy(a => a.DueOn == null).ThenBy(a => a.DueOn).ThenBy(a => a.Id)
            .Rows(viewer, db)
            .ToListAsync(cancellationToken);
        var invited = await (
            from a in db.MeetingAttendances
            join p in db.Practitioners on a.PractitionerId equals p.Id
            join g in db.Agencies on a.AgencyId equals g.Id
            where a.MeetingId == request.Meeting
            orderby g.Name, p.Name
            select new PackGuest(p.Name, g.Name)).ToListAsync(cancellationToken);
        var sheet = new PackSheet(
            request.Site, request.Meeting, meeting.Programme, meeting.Title, meeting.Neighbourhood, meeting.HeldOn, meeting.StartsAt, meeting.LastsMinutes, meeting.Place, meeting.PlaceAddress,
            agenda, open, invited, await db.Papers(request.Meeting, cancellationToken), clock.Today());
        return await printer.Print(await page.Html(sheet, cancellationToken), new PdfPrintOptions(clock.GetUtcNow()), cancellationToken) switch
        {
            PdfPrinted printed => new PrintedPack(request.Meeting, meeting.HeldOn, printed.Bytes, null),
            NoBrowser none => new PrintedPack(request.Meeting, meeting.HeldOn, null, none.HowToInstall),
            Overran over => new PrintedPack(request.Meeting, meeting.HeldOn, null, over.Message),
            var other => throw new InvalidOperationException($"The printer answered {other}."),
        };
    }
}
