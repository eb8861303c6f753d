using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Signposting;

namespace AbcdConnect.Application.Metrics;

/// <summary>What each figure counts, once: the figures are compiled from these, and the rows behind them are these.
/// The words for it are <c>database/metrics/definitions.csv</c>.</summary>
internal static class Counted
{
    /// <summary>Learning conversations with somebody, or a group, not met before in this programme, or with nobody named.</summary>
    public static IQueryable<Conversation> NewConversations(this IAbcdDbContext db, ProgrammeId programme, DateOnly from, DateOnly to) =>
        db.Conversations.Where(c =>
            c.ProgrammeId == programme && c.HeldOn >= from && c.HeldOn <= to && c.Kind == ConversationKind.Learning
            && ((c.GroupKey == null && !db.ConversationPeople.Any(p => p.ConversationId == c.Id))
                // "On or before" twice over: the first is an index range, the second the exact rule.
                || (c.GroupKey != null && !db.Conversations.Any(e =>
                    e.ProgrammeId == programme && e.GroupKey == c.GroupKey && e.HeldOn <= c.HeldOn && (e.HeldOn < c.HeldOn || e.Id < c.Id)))
                || db.ConversationPeople.Any(p => p.ConversationId == c.Id && !db.ConversationPeople.Any(e =>
                    e.PersonId == p.PersonId && e.HeldOn <= p.HeldOn && (e.HeldOn < p.HeldOn || e.ConversationId < p.ConversationId)))));

    /// <summary>Assets first added, neither merged away nor rejected since.</summary>
    public static IQueryable<Asset> ContactsAdded(this IAbcdDbContext db, ProgrammeId programme, DateOnly from, DateOnly to) =>
        db.Assets.Where(a => a.ProgrammeId == programme && a.AddedOn >= from && a.AddedOn <= to && a.MergedInto == null && a.RejectedOn == null);

    /// <summary>Activities whose first session took place.</summary>
    public static IQueryable<Activity> ActivitiesStarted(this IAbcdDbContext db, ProgrammeId programme, DateOnly from, DateOnly to) =>
        db.Activities.Where(a => a.ProgrammeId == programme && a.FirstSessionOn >= from && a.FirstSessionOn <= to);

    /// <summary>Signposts that the programme gave; where a place passed somebody on, that is the place's doing. Whom they were given
    /// to is counted once.</summary>
    public static IQueryable<Signpost> SignpostsGiven(this IAbcdDbContext db, ProgrammeId programme, DateOnly from, DateOnly to) =>
        db.Signposts.Where(s => s.ProgrammeId == programme && s.GivenOn >= from && s.GivenOn <= to && s.PassedOnBy == null);

    /// <summary>Of these, the ones whose person went within twelve weeks.</summary>
    public static IQueryable<Signpost> Landed(this IQueryable<Signpost> given) =>
        given.Where(s => s.AttendedOn != null && s.AttendedOn <= s.GivenOn.AddDays(Signpost.SecondFollowUpDays));

    /// <summary>Meetings held with two or more agencies present.</summary>
    public static IQueryable<Meeting> MultiAgencyMeetings(this IAbcdDbContext db, ProgrammeId programme, DateOnly from, DateOnly to) =>
        db.Meetings.Where(m =>
            m.ProgrammeId == programme && m.HeldOn >= from && m.HeldOn <= to && m.Status == MeetingStatus.Held
            && db.MeetingAttendances.Where(a => a.MeetingId == m.Id && a.Status == AttendanceStatus.Present).Select(a => a.AgencyId).Distinct().Count() >= 2);

    /// <summary>Ties that began.</summary>
    public static IQueryable<Connection> ConnectionsMade(this IAbcdDbContext db, ProgrammeId programme, DateOnly from, DateOnly to) =>
        db.Connections.Where(c => c.ProgrammeId == programme && c.BeganOn >= from && c.BeganOn <= to);

    /// <summary>Whether an activity of that history was running on that day, and who led it.</summary>
    public static (bool Running, bool ResidentLed) On(this IEnumerable<ActivityStatusChange> history, DateOnly day)
    {
        var then = history.Where(h => h.From <= day).MaxBy(h => h.From);
        var running = then?.Status is ActivityStatus.Running or ActivityStatus.SelfSustaining;
        return (running, running && then!.LedBy == LedBy.Resident);
    }
}
