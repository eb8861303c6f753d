using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Signposting;
using AbcdConnect.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Metrics;

/// <summary>The eight definitions once more, as slowly and plainly as they can be written: everything in memory, one scope and one
/// period at a time, nothing grouped, nothing shared with the product.</summary>
internal sealed class ReferenceFigures(
    IReadOnlyList<Conversation> conversations,
    IReadOnlyList<Asset> assets,
    IReadOnlyList<Activity> activities,
    IReadOnlyList<Connection> connections,
    IReadOnlyList<Signpost> signposts,
    IReadOnlyList<Meeting> meetings)
{
    public static async Task<ReferenceFigures> Of(AbcdDbContext db) => new(
        await db.Conversations.AsNoTracking().Include(c => c.People).ToListAsync(),
        await db.Assets.AsNoTracking().ToListAsync(),
        await db.Activities.AsNoTracking().Include(a => a.History).Include(a => a.Sessions).ToListAsync(),
        await db.Connections.AsNoTracking().ToListAsync(),
        await db.Signposts.AsNoTracking().ToListAsync(),
        await db.Meetings.AsNoTracking().Include(m => m.Attendance).ToListAsync());

    public int Value(Metric metric, string part, DateOnly from, DateOnly to, MetricScope scope, long id)
    {
        return metric switch
        {
            Metric.NewConversations => conversations.Count(c =>
                c.Kind == ConversationKind.Learning && In(c.HeldOn) && Mine(c.NeighbourhoodId?.Value, c.WorkerId?.Value) && IsNew(c)),
            Metric.ContactsAdded => assets.Count(a =>
                In(a.AddedOn) && a.MergedInto is null && a.RejectedOn is null && Mine(a.NeighbourhoodId?.Value, a.AddedBy?.Value)),
            Metric.ActivitiesStarted => activities.Count(a =>
                a.Sessions.Count > 0 && In(a.Sessions.Min(s => s.HeldOn)) && Mine(a.NeighbourhoodId?.Value, a.AddedBy?.Value)),
            Metric.PeopleSignposted => Given().Where(s => s.PersonId is not null).Select(s => s.PersonId).ToHashSet().Count + Given().Count(s => s.PersonId is null),
            Metric.MultiAgencyMeetings => scope == MetricScope.Worker ? 0 : meetings.Count(m =>
                m.Status == MeetingStatus.Held && In(m.HeldOn) && Mine(m.NeighbourhoodId?.Value, null)
                && m.Attendance.Where(a => a.Status == AttendanceStatus.Present).Select(a => a.AgencyId).Distinct().Count() >= 2),
            Metric.ConnectionsMade => connections.Count(c => In(c.BeganOn) && Mine(c.NeighbourhoodId?.Value, c.RecordedBy?.Value) && part switch
            {
                "person-person" => c.Kind == ConnectionKind.PersonPerson,
                "person-asset" => c.Kind == ConnectionKind.PersonAsset,
                "asset-asset" => c.Kind == ConnectionKind.AssetAsset,
                "introduced" => c.Origin == ConnectionOrigin.Introduced,
                "activity" => c.Origin == ConnectionOrigin.Activity,
                "existing" => c.Origin == ConnectionOrigin.Existing,
                _ => true,
            }),
            Metric.SignpostsLanded => Given().Count(s =>
            {
                var end = s.GivenOn.AddDays(84);
                var landed = s.AttendedOn is { } went && went <= end;
                var didNot = !landed && s.DidNotGoOn is { } said && said <= end;
                return part switch { "given" => true, "did-not-go" => didNot, "not-yet-known" => !landed && !didNot, _ => landed };
            }),
            _ => Ages(part).Sum(age => activities.Count(a =>
            {
                if (a.Sessions.Count == 0 || !Mine(a.NeighbourhoodId?.Value, a.AddedBy?.Value))
                {
                    return false;
                }

                var day = a.Sessions.Min(s => s.HeldOn).AddMonths(age);
                var then = a.History.Where(h => h.From <= day).OrderBy(h => h.From).LastOrDefault();
                var running = then is { Status: ActivityStatus.Running or ActivityStatus.SelfSustaining };
                return In(day) && (part.StartsWith("reached", StringComparison.Ordinal)
                    || (running && (!part.StartsWith("resident", StringComparison.Ordinal) || then!.LedBy == LedBy.Resident)));
            })),
        };

        bool In(DateOnly date) => date >= from && date <= to;

        bool Mine(long? neighbourhood, long? worker) => scope switch
        {
            MetricScope.Neighbourhood => (neighbourhood ?? 0) == id,
            MetricScope.Worker => worker == id,
            _ => true,
        };

        IEnumerable<Signpost> Given() => signposts.Where(s => In(s.GivenOn) && Mine(s.NeighbourhoodId?.Value, s.WorkerId?.Value));
    }

    private static int[] Ages(string part) => part switch
    {
        "" => [6, 12],
        _ when part.Contains("12", StringComparison.Ordinal) => [12],
        _ => [6],
    };

    private bool IsNew(Conversation conversation)
    {
        if (conversation.People.Count == 0 && conversation.GroupName is null)
        {
            return true;
        }

        var before = conversations.Where(c =>
            c.HeldOn < conversation.HeldOn || (c.HeldOn == conversation.HeldOn && c.Id.Value < conversation.Id.Value)).ToList();
        return conversation.People.Any(p => !before.Exists(c => c.People.Any(q => q.PersonId == p.PersonId)))
            || (conversation.GroupName is { } group && !before.Exists(c => string.Equals(c.GroupName?.Trim(), group.Trim(), StringComparison.OrdinalIgnoreCase)));
    }
}
