using System.Globalization;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Agenda;

/// <summary>What a draft looks at: one table, from its last meeting up to today or the meeting's own day.</summary>
/// <param name="Place">The neighbourhood whose table it is; null for the whole programme's.</param>
/// <param name="Since">The day of the table's last meeting; a month ago where there was none, and at most two months ago.</param>
/// <param name="Until">The last day looked at.</param>
/// <param name="Last">The table's last meeting that was held.</param>
/// <param name="Policy">What may be told of how few people: partners read the draft too.</param>
internal sealed record DraftScope(ProgrammeId Programme, NeighbourhoodId? Place, DateOnly HeldOn, DateOnly Since, DateOnly Until, MeetingId? Last, DisclosurePolicy Policy)
{
    private const int UsualDays = 31;
    private const int MostDays = 62;

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public string SinceWords => Day(Since);

    public static string Day(DateOnly day) => day.ToString("d MMMM", British);

    public static async Task<DraftScope> Of(IAbcdDbContext db, Viewer viewer, NeighbourhoodId? place, DateOnly heldOn, DateOnly today, CancellationToken token)
    {
        // By (programme, neighbourhood, day), backwards.
        var last = await db.Meetings.Before(viewer.ProgrammeId, place, heldOn)
            .Where(m => m.Status == MeetingStatus.Held)
            .OrderByDescending(m => m.HeldOn)
            .Select(m => new { m.Id, m.HeldOn })
            .FirstOrDefaultAsync(token);
        var until = heldOn < today ? heldOn : today;
        var since = last?.HeldOn ?? until.AddDays(-UsualDays);
        var earliest = until.AddDays(-MostDays);
        var rule = await db.Programmes.Where(p => p.Id == viewer.ProgrammeId).Select(p => p.DisclosureRule).SingleAsync(token);
        return new DraftScope(viewer.ProgrammeId, place, heldOn, since < earliest ? earliest : since, until, last?.Id, DisclosurePolicy.Of(rule));
    }

    /// <summary>One, two and three.</summary>
    public static string List(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}",
    };

    public static string Number(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count.ToString("N0", British)} {many}";
}
