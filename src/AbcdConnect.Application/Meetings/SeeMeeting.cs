using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings;

/// <summary>One meeting with everything on its table.</summary>
[Requires(Permission.SeeMeetings)]
public sealed record SeeMeeting(MeetingId Id) : IRequest<MeetingView>;

public sealed record MeetingView(
    MeetingId Id,
    string Title,
    DateOnly HeldOn,
    TimeOnly? StartsAt,
    int? LastsMinutes,
    AssetId? PlaceId,
    string? Place,
    NeighbourhoodId? NeighbourhoodId,
    string? Neighbourhood,
    MeetingStatus Status,
    string? Minutes,
    long MinutesVersion,
    long Version)
{
    public IReadOnlyList<AgendaRow> Agenda { get; init; } = [];

    public IReadOnlyList<AttendanceRow> Attendance { get; init; } = [];

    public IReadOnlyList<DecisionRow> Decisions { get; init; } = [];

    public IReadOnlyList<ActionRow> Actions { get; init; } = [];

    /// <summary>Actions of this table's earlier meetings that were open when this one began, the longest due first.</summary>
    public IReadOnlyList<ActionRow> CarriedOver { get; init; } = [];

    /// <summary>Invited agencies of which nobody came to this table's last two meetings.</summary>
    public IReadOnlyList<string> Missed { get; init; } = [];

    /// <summary>The run of meetings it belongs to; null where it stands alone.</summary>
    public MeetingSeriesId? SeriesId { get; init; }

    public MeetingBefore? Before { get; init; }

    public bool MayRun { get; init; }

    public int AgendaMinutes => Agenda.Sum(a => a.Minutes);

    public int Coming => Attendance.Count(a => a.Status == AttendanceStatus.Present);

    public int AgenciesPresent => Attendance.Where(a => a.Status == AttendanceStatus.Present).Select(a => a.AgencyId).Distinct().Count();

    public int AgenciesInvited => Attendance.Select(a => a.AgencyId).Distinct().Count();
}

/// <param name="Reason">Why it was suggested, where it was; with the page behind it, for those who may open it.</param>
public sealed record AgendaRow(AgendaItemId Id, int Position, string Title, int Minutes, string? Note, long Edition, string? Presenter = null, string? Origin = null, string? Reason = null, string? Link = null)
{
    /// <summary>The meeting whose minutes are agreed under this item.</summary>
    public MeetingId? MinutesOf { get; init; }

    public bool MinutesAreAgreed { get; init; }
}

/// <param name="Answer">What they said themselves, before the day.</param>
public sealed record AttendanceRow(PractitionerId PractitionerId, string Name, string? JobTitle, AgencyId AgencyId, string Agency, Sector Sector, AttendanceStatus Status, InvitationAnswer? Answer = null);

/// <param name="ItemId">The agenda item under which it was decided.</param>
public sealed record DecisionRow(DecisionId Id, string Text, AgendaItemId? ItemId = null);

/// <summary>This table's meeting before, and what came of what it agreed.</summary>
public sealed record MeetingBefore(MeetingId Id, string Title, DateOnly HeldOn, int Agreed, int Done);

internal sealed class SeeMeetingHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SeeMeeting, MeetingView>
{
    public async Task<MeetingView> Handle(SeeMeeting request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var meeting = await db.Meetings.VisibleTo(viewer, db)
            .Where(m => m.Id == request.Id)
            .Select(m => new MeetingView(
                m.Id,
                m.Title,
                m.HeldOn,
                m.StartsAt,
                m.LastsMinutes,
                m.PlaceId,
                db.Assets.Where(a => a.Id == m.PlaceId).Select(a => a.Name).FirstOrDefault(),
                m.NeighbourhoodId,
                db.Neighbourhoods.Where(n => n.Id == m.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
                m.Status,
                m.Minutes,
                m.MinutesVersion,
                m.Version))
            .SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("meeting");

        // One query a kind of part: together they would multiply one another's rows.
        var itself = db.Meetings.Where(m => m.Id == request.Id);
        var agenda = await itself.SelectMany(m => m.Agenda).OrderBy(a => a.Position)
            .Select(a => new AgendaRow(a.Id, a.Position, a.Title, a.Minutes, a.Note, a.Edition, a.Presenter, a.Origin, a.Reason, a.Link) { MinutesOf = a.MinutesOf, MinutesAreAgreed = db.AgreedMinutes.Any(m => m.MeetingId == a.MinutesOf) })
            .ToListAsync(cancellationToken);
        var decisions = await itself.SelectMany(m => m.Decisions).OrderBy(d => d.Id)
            .Select(d => new DecisionRow(d.Id, d.Text, d.AgendaItemId))
            .ToListAsync(cancellationToken);
        var attendance = await (
            from a in db.MeetingAttendances
            join p in db.Practitioners on a.PractitionerId equals p.Id
            join g in db.Agencies on a.AgencyId equals g.Id
            where a.MeetingId == request.Id
            select new AttendanceRow(a.PractitionerId, p.Name, p.JobTitle, a.AgencyId, g.Name, g.Sector, a.Status, a.Answer)).ToListAsync(cancellationToken);
        var actions = await db.MeetingActions.VisibleTo(viewer, db).Where(a => a.MeetingId == meeting.Id)
            .OrderBy(a => a.DueOn == null).ThenBy(a => a.DueOn).ThenBy(a => a.Id)
            .Rows(viewer, db)
            .ToListAsync(cancellationToken);
        var before = db.Meetings.VisibleTo(viewer, db).Before(viewer.ProgrammeId, meeting.NeighbourhoodId, meeting.HeldOn);
        var carried = await db.MeetingActions.VisibleTo(viewer, db)
            .Where(a => ((a.DoneOn == null && a.DroppedOn == null) || a.DoneOn >= meeting.HeldOn) && before.Any(m => m.Id == a.MeetingId))
            .OrderBy(a => a.DueOn == null).ThenBy(a => a.DueOn).ThenBy(a => a.Id)
            .Rows(viewer, db)
            .ToListAsync(cancellationToken);
        var lastTwo = await before.Where(m => m.Status == MeetingStatus.Held)
            .OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.Id)
            .Take(2)
            .Select(m => new MeetingBefore(
                m.Id,
                m.Title,
                m.HeldOn,
                db.MeetingActions.Count(a => a.MeetingId == m.Id),
                db.MeetingActions.Count(a => a.MeetingId == m.Id && a.DoneOn != null)))
            .ToListAsync(cancellationToken);
        var ids = lastTwo.ConvertAll(m => m.Id);
        var came = await db.MeetingAttendances.Where(a => ids.Contains(a.MeetingId) && a.Status == AttendanceStatus.Present).Select(a => a.AgencyId).Distinct().ToListAsync(cancellationToken);
        return meeting with
        {
            Agenda = agenda,
            Decisions = decisions,
            Attendance = [.. attendance.OrderBy(a => a.Sector).ThenBy(a => a.Agency, StringComparer.CurrentCulture).ThenBy(a => a.Name, StringComparer.CurrentCulture)],
            Actions = actions,
            CarriedOver = carried,
            SeriesId = await itself.Select(m => m.SeriesId).SingleAsync(cancellationToken),
            Before = lastTwo.FirstOrDefault(),
            Missed = lastTwo.Count < 2 ? [] : [.. attendance.Where(a => !came.Contains(a.AgencyId)).Select(a => a.Agency).Distinct().Order(StringComparer.CurrentCulture)],
            MayRun = viewer.May(Permission.RunMeetings),
        };
    }
}
