using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Signposting;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Agenda;

/// <summary>What people were told about and did not reach.</summary>
internal static class DraftedLandings
{
    private const int LookedBackDays = 120;

    public static async Task<IEnumerable<Suggested>> NotLanded(IAbcdDbContext db, DraftScope scope, CancellationToken token)
    {
        // By (programme, state, given on): four months of those that did not land, however many were given before.
        var from = scope.Until.AddDays(-LookedBackDays);
        var signposts = db.Signposts.Where(s => s.ProgrammeId == scope.Programme && s.State == SignpostState.DidNotGo && s.GivenOn >= from && s.DidNotGoOn >= scope.Since && s.DidNotGoOn <= scope.Until);
        if (scope.Place is { } place)
        {
            signposts = signposts.Where(s => s.NeighbourhoodId == place);
        }

        var reasons = await signposts.GroupBy(s => s.Reason).Select(g => new { Reason = g.Key, Count = g.Count() }).ToListAsync(token);
        var all = reasons.Sum(r => r.Count);
        if (all < scope.Policy.Fewest)
        {
            return [];
        }

        var ordered = reasons.Where(r => r.Reason is not null).OrderByDescending(r => r.Count).ThenBy(r => r.Reason).ToList();
        // The total is said too, so that what is hidden must not follow from it.
        var told = scope.Policy.Breakdown([.. ordered.Select(r => r.Count), all - ordered.Sum(r => r.Count)]);
        if (told.Whole.Value is not { } landed)
        {
            return [];
        }

        var why = ordered.Zip(told.Parts).Where(r => r.Second.Value > 0).Take(3).Select(r => $"{Why(r.First.Reason!.Value)} ({r.Second})").ToList();
        return
        [
            new(
                "signposts",
                "What people were told about and did not reach",
                $"{DraftScope.Number(landed, "signpost", "signposts")} did not land since {scope.SinceWords}{(why.Count == 0 ? ", for different reasons" : $", most often {DraftScope.List(why)}")}. What could open the way?",
                "/signposts?state=DidNotGo",
                10),
        ];
    }

    private static string Why(DidNotGoReason reason) => reason switch
    {
        DidNotGoReason.Transport => "getting there",
        DidNotGoReason.Cost => "what it costs",
        DidNotGoReason.Time => "the time of day",
        DidNotGoReason.Confidence => "not wanting to go alone",
        DidNotGoReason.NotRight => "it was not the right place",
        DidNotGoReason.Closed => "it was closed or full",
        _ => "something else",
    };
}
