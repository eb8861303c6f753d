using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings;

/// <summary>One agency: who comes for it, how often somebody came lately, and what it has taken on.</summary>
[Requires(Permission.SeeAgencies)]
public sealed record SeeAgency(AgencyId Id) : IRequest<AgencyView>;

/// <param name="Attendance">The last <see cref="SeeAgencyHandler.MeetingsLookedAt"/> meetings held, newest first.</param>
public sealed record AgencyView(
    AgencyId Id,
    string Name,
    Sector Sector,
    DateOnly? LeftOn,
    long Version,
    IReadOnlyList<PractitionerRow> Practitioners,
    IReadOnlyList<AgencyAtMeeting> Attendance,
    IReadOnlyList<ActionRow> OpenActions,
    bool MayChange);

/// <param name="SignsInAs">The name of the member whose sign-in they use, or null.</param>
public sealed record PractitionerRow(PractitionerId Id, string Name, string? JobTitle, string? Email, UserId? UserId, string? SignsInAs, DateOnly? LeftOn, long Version);

/// <summary>Who came for the agency, who sent apologies, and who was invited and did neither.</summary>
public sealed record AgencyAtMeeting(MeetingId Id, string Title, DateOnly HeldOn, IReadOnlyList<string> Came, IReadOnlyList<string> Apologies, IReadOnlyList<string> Missing)
{
    public bool WasInvited => Came.Count + Apologies.Count + Missing.Count > 0;
}

internal sealed class SeeAgencyHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SeeAgency, AgencyView>
{
    public const int MeetingsLookedAt = 12;

    public async Task<AgencyView> Handle(SeeAgency request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var agency = await db.Agencies.VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("agency");
        var practitioners = await db.Practitioners.Where(p => p.AgencyId == request.Id)
            .OrderBy(p => p.LeftOn != null).ThenBy(p => p.Name).ThenBy(p => p.Id)
            .Select(p => new PractitionerRow(p.Id, p.Name, p.JobTitle, p.Email, p.UserId, db.Members.Where(m => m.Id == p.UserId).Select(m => m.Name).FirstOrDefault(), p.LeftOn, p.Version))
            .ToListAsync(cancellationToken);
        var held = await db.Meetings.VisibleTo(viewer, db)
            .Where(m => m.Status == MeetingStatus.Held)
            .OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.Id)
            .Take(MeetingsLookedAt)
            .Select(m => new { m.Id, m.Title, m.HeldOn })
            .ToListAsync(cancellationToken);
        var ids = held.ConvertAll(m => m.Id);
        var lists = await db.MeetingAttendances.Where(a => a.AgencyId == request.Id && ids.Contains(a.MeetingId))
            .Select(a => new { a.MeetingId, a.Status, Name = db.Practitioners.Where(p => p.Id == a.PractitionerId).Select(p => p.Name).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        var actions = await db.MeetingActions.VisibleTo(viewer, db)
            .Where(a => a.AgencyId == request.Id && a.DoneOn == null && a.DroppedOn == null)
            .OrderBy(a => a.DueOn == null).ThenBy(a => a.DueOn).ThenBy(a => a.Id)
            .Rows(viewer, db)
            .ToListAsync(cancellationToken);
        return new AgencyView(
            agency.Id,
            agency.Name,
            agency.Sector,
            agency.LeftOn,
            agency.Version,
            practitioners,
            [.. held.Select(m => new AgencyAtMeeting(m.Id, m.Title, m.HeldOn, Names(m.Id, AttendanceStatus.Present), Names(m.Id, AttendanceStatus.Apologies), Names(m.Id, AttendanceStatus.Invited)))],
            actions,
            viewer.May(Permission.ChangeAgencies));

        List<string> Names(MeetingId meeting, AttendanceStatus status) =>
            [.. lists.Where(a => a.MeetingId == meeting && a.Status == status).Select(a => a.Name ?? "").Order(StringComparer.CurrentCulture)];
    }
}
