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
    /// <summary>The decision it carries out.</summary>
    public DecisionId? DecisionId { get; init; }

    /// <summary>The agenda item under which it was agreed.</summary>
    public AgendaItemId? ItemId { get; init; }

    public DateOnly? StartedOn { get; init; }

    public DateOnly? DroppedOn { get; init; }

    /// <summary>The day first agreed, where it was moved since.</summary>
    public DateOnly? FirstDueOn { get; init; }

    /// <summary>The later day that somebody asks for.</summary>
    public DateOnly? AskedUntil { get; init; }

    /// <summary>Its agency no longer comes to the table: somebody else has to take it.</summary>
    public bool AgencyHasLeft { get; init; }

    public bool IsOpen => DoneOn is null && DroppedOn is null;

    public ActionStatus Status => DoneOn is not null ? ActionStatus.Done : DroppedOn is not null ? ActionStatus.Dropped : StartedOn is not null ? ActionStatus.UnderWay : ActionStatus.ToDo;

    /// <summary>How many days it is past its date; 0 while it is not, or once it is done or dropped.</summary>
    public int DaysLate(DateOnly today) => IsOpen && DueOn is { } due && due < today ? today.DayNumber - due.DayNumber : 0;

    /// <summary>Who has it, as people say it.</summary>
    public string Who => Owner is not null ? string.Join(", ", new[] { Owner, Agency }.OfType<string>()) : Agency is not null ? $"{Agency}: nobody in particular yet" : "nobody yet";
}

internal static class ActionRows
{
    public static IQueryable<ActionRow> Rows(this IQueryable<MeetingAction> actions, Viewer viewer, IAbcdDbContext db)
    {
        var meetings = db.Meetings.VisibleTo(viewer, db);
        var may = viewer.May(Permission.DoActions);
        var (isPartner, agency, me) = (viewer.Role == Role.Partner, viewer.AgencyId, viewer.UserId);
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
            may && (!isPartner || a.AgencyId == agency || db.Practitioners.Any(p => p.Id == a.OwnerId && p.UserId == me)),
            a.Version)
        {
            DecisionId = a.DecisionId,
            ItemId = a.AgendaItemId,
            StartedOn = a.StartedOn,
            DroppedOn = a.DroppedOn,
            FirstDueOn = a.FirstDueOn,
            AskedUntil = a.AskedUntil,
            AgencyHasLeft = db.Agencies.Any(g => g.Id == a.AgencyId && g.LeftOn != null),
        });
    }
}
