using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Meetings;

namespace AbcdConnect.Application.Meetings;

/// <summary>One action as lists show it.</summary>
/// <param name="MeetingIsVisible">Whether the viewer may open the meeting that agreed it.</param>
/// <param name="MayDo">Whether the viewer may mark it done.</param>
public sealed record ActionRow(
    ActionId Id,
    string Text,
    AgencyId? AgencyId,
    string? Agency,
    PractitionerId? OwnerId,
    string? Owner,
    DateOnly? DueOn,
    DateOnly? DoneOn,
    MeetingId MeetingId,
    string Meeting,
    DateOnly MeetingOn,
    bool MeetingIsVisible,
    bool MayDo,
    long Version)
{
    /// <summary>How many days it is past its date; 0 while it is not, or once it is done.</summary>
    public int DaysLate(DateOnly today) => DoneOn is null && DueOn is { } due && due < today ? today.DayNumber - due.DayNumber : 0;
}

internal static class ActionRows
{
    public static IQueryable<ActionRow> Rows(this IQueryable<MeetingAction> actions, Viewer viewer, IAbcdDbContext db)
    {
        var meetings = db.Meetings.VisibleTo(viewer, db);
        var may = viewer.May(Permission.DoActions);
        var (isPartner, agency) = (viewer.Role == Role.Partner, viewer.AgencyId);
        return actions.Select(a => new ActionRow(
            a.Id,
            a.Text,
            a.AgencyId,
            db.Agencies.Where(g => g.Id == a.AgencyId).Select(g => g.Name).FirstOrDefault(),
            a.OwnerId,
            db.Practitioners.Where(p => p.Id == a.OwnerId).Select(p => p.Name).FirstOrDefault(),
            a.DueOn,
            a.DoneOn,
            a.MeetingId,
            db.Meetings.Where(m => m.Id == a.MeetingId).Select(m => m.Title).First(),
            db.Meetings.Where(m => m.Id == a.MeetingId).Select(m => m.HeldOn).First(),
            !isPartner || meetings.Any(m => m.Id == a.MeetingId),
            may && (!isPartner || a.AgencyId == agency),
            a.Version));
    }
}
