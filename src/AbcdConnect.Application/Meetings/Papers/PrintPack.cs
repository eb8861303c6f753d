using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Reports;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Papers;

/// <summary>The agenda pack: what is to be talked about and why, what is left from before, who is invited, and the papers themselves; tagged and bookmarked.</summary>
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
    IReadOnlyList<PackPaper> Papers,
    DateOnly Today);

/// <param name="Pages">How many pages follow, where they do.</param>
/// <param name="Picture">The picture itself, where it is shown.</param>
public sealed record PackPaper(PaperRow Row, PaperFate Fate, int Pages = 0, byte[]? Picture = null)
{
    /// <summary>Where its page in the pack is found.</summary>
    public string Anchor => $"paper-{Row.Id}";
}

public sealed record PackGuest(string Name, string Agency);

/// <summary>Port: the pack as one HTML page that brings everything with it.</summary>
public interface IPackPage
{
    Task<string> Html(PackSheet sheet, CancellationToken token);
}

internal sealed class PrintPackHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IPackPage page, IPdfPrinter printer, IPackBinder binder) : IRequestHandler<PrintPack, PrintedPack>
{
    /// <summary>So much of the papers goes into one file that is still sent by mail; what finds no room is listed.</summary>
    private const long MostBytes = 32L * 1024 * 1024;

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
        var rows = await db.Papers(request.Meeting, cancellationToken);
        var sheet = new PackSheet(
            request.Site, request.Meeting, meeting.Programme, meeting.Title, meeting.Neighbourhood, meeting.HeldOn, meeting.StartsAt, meeting.LastsMinutes, meeting.Place, meeting.PlaceAddress,
            agenda, open, invited, [.. rows.Select(r => new PackPaper(r, PaperFate.Listed))], clock.Today());
        return rows.Count > 0 && binder.WhyNot is null && await WithPapers(sheet, cancellationToken) is { } bound ? bound : await Print(sheet, cancellationToken);
    }

    /// <summary>Null where the papers could not be put in: then they are listed.</summary>
    private async Task<PrintedPack?> WithPapers(PackSheet sheet, CancellationToken token)
    {
        var files = await Files(sheet, token);
        var papers = sheet.Papers.Where(p => files.ContainsKey(p.Row.Id)).ToList();
        var toBind = papers.FindAll(p => !IsPicture(p));
        await using var hand = await binder.TakeUp(toBind.ConvertAll(p => new PaperToBind(p.Anchor, p.Row.Name, p.Row.MediaType, files[p.Row.Id])), token);
        var fates = toBind.Zip(hand.Papers).ToDictionary(p => p.First.Row.Id, p => p.Second);
        var printed = await Print(
            sheet with
            {
                Papers =
                [
                    .. sheet.Papers.Select(p => fates.TryGetValue(p.Row.Id, out var held) ? p with { Fate = held.Pages > 0 ? PaperFate.Bound : PaperFate.Attached, Pages = held.Pages }
                        : files.TryGetValue(p.Row.Id, out var picture) ? p with { Fate = PaperFate.Shown, Picture = picture } : p),
                ],
            },
            token);
        if (printed.Pdf is null || toBind.Count == 0)
        {
            return printed;
        }

        return await hand.Bind(printed.Pdf, token) is { } pdf ? printed with { Pdf = pdf } : null;
    }

    // In the order they were added, for as long as there is room.
    private async Task<Dictionary<MeetingPaperId, byte[]>> Files(PackSheet sheet, CancellationToken token)
    {
        var wanted = new List<MeetingPaperId>();
        var left = MostBytes;
        foreach (var row in sheet.Papers.Select(p => p.Row).Where(r => r.Size <= left))
        {
            wanted.Add(row.Id);
            left -= row.Size;
        }

        return await db.MeetingPapers.Where(p => p.MeetingId == sheet.Meeting && EF.Parameter(wanted).Contains(p.Id)).Select(p => new { p.Id, p.Content }).ToDictionaryAsync(p => p.Id, p => p.Content, token);
    }

    private static bool IsPicture(PackPaper paper) => paper.Row.MediaType.StartsWith("image/", StringComparison.Ordinal);

    private async Task<PrintedPack> Print(PackSheet sheet, CancellationToken token)
    {
        var (pdf, whyNot) = (await printer.Print(await page.Html(sheet, token), new PdfPrintOptions(clock.GetUtcNow()), token)).Answer;
        return new PrintedPack(sheet.Meeting, sheet.HeldOn, pdf, whyNot);
    }
}
