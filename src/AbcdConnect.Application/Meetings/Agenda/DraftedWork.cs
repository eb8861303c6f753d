using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Agenda;

/// <summary>What the table itself agreed: what is done, and what is left.</summary>
internal static class DraftedWork
{
    public const string Done = "done";
    public const string Left = "actions";

    private const int Named = 3;

    /// <summary>Last month's "you said, we did".</summary>
    public static async Task<IEnumerable<Suggested>> WeDid(IAbcdDbContext db, DraftScope scope, CancellationToken token)
    {
        // By (programme, done on): those of two months at the most.
        var earlier = db.Meetings.Before(scope.Programme, scope.Place, scope.HeldOn);
        var done = await db.MeetingActions
            .Where(a => a.ProgrammeId == scope.Programme && a.DoneOn >= scope.Since && a.DoneOn <= scope.Until && earlier.Any(m => m.Id == a.MeetingId))
            .GroupBy(a => db.Agencies.Where(g => g.Id == a.AgencyId).Select(g => g.Name).FirstOrDefault())
            .Select(g => new { Agency = g.Key, Count = g.Count() })
            .ToListAsync(token);
        if (done.Count == 0)
        {
            return [];
        }

        var count = done.Sum(d => d.Count);
        var agencies = done.Where(d => d.Agency is not null).OrderByDescending(d => d.Count).ThenBy(d => d.Agency, StringComparer.Ordinal).Select(d => d.Agency!).ToList();
        return
        [
            new(
                Done,
                "You said, we did",
                $"{DraftScope.Number(count, "action is", "actions are")} done since {scope.SinceWords}{(agencies.Count == 0 ? "" : $", by {DraftScope.List([.. agencies.Take(Named), .. agencies.Count > Named ? [$"{agencies.Count - Named} more"] : Array.Empty<string>()])}")}. Say so, and who raised it.",
                "/actions?state=Done",
                5),
        ];
    }

    public static async Task<IEnumerable<Suggested>> StillOpen(IAbcdDbContext db, DraftScope scope, CancellationToken token)
    {
        // Open ones stand together in (programme, done on, due on); there are as many as the table has not done, however long it has met.
        var earlier = db.Meetings.Before(scope.Programme, scope.Place, scope.HeldOn);
        var open = await db.MeetingActions
            .Where(a => a.ProgrammeId == scope.Programme && a.DoneOn == null && a.DroppedOn == null && earlier.Any(m => m.Id == a.MeetingId))
            .Select(a => new { a.DueOn, Agency = db.Agencies.Where(g => g.Id == a.AgencyId).Select(g => g.Name).FirstOrDefault() })
            .ToListAsync(token);
        if (open.Count == 0)
        {
            return [];
        }

        var late = open.Where(a => a.DueOn < scope.Until).OrderBy(a => a.DueOn).ToList();
        var first = late.FirstOrDefault();
        var days = first is null ? 0 : scope.Until.DayNumber - first.DueOn!.Value.DayNumber;
        var reason = $"{DraftScope.Number(open.Count, "action is", "actions are")} open from earlier meetings"
            + (late.Count == 0 ? ", none overdue." : $", {late.Count} overdue; the longest for {DraftScope.Number(days, "day", "days")}{(first!.Agency is { } agency ? $", with {agency}" : "")}.");
        return [new(Left, $"Actions left from {scope.Since:MMMM}", reason, late.Count > 0 ? "/actions?state=Overdue" : "/actions", PlanMeetingHandler.MinutesForWhatIsLeft)];
    }
}
