using System.Collections.Concurrent;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Signposting;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Signposting;

/// <summary>What stands in people's way here, to be tapped: the list learns from what was answered before.</summary>
/// <param name="Reasons">Every reason, those given most often first, and "something else" last.</param>
/// <param name="Words">What several people gave as something else, the commonest first.</param>
public sealed record WhatStops(IReadOnlyList<DidNotGoReason> Reasons, IReadOnlyList<string> Words)
{
    /// <summary>Of a programme that has learnt nothing yet.</summary>
    public static WhatStops NotLearnt { get; } = new(Enum.GetValues<DidNotGoReason>(), []);
}

/// <summary>What one person gave as a reason.</summary>
internal sealed record GivenReason(DidNotGoReason Reason, string? Words);

/// <summary>Learns <see cref="WhatStops"/> from a programme's latest answers, and keeps it for a while: it moves slowly.</summary>
internal sealed class WhatStopsLearner(TimeProvider clock)
{
    /// <summary>So many of the latest are learnt from, so that what stopped people years ago gives way.</summary>
    private const int Latest = 400;

    /// <summary>Words stand for all once so many different people gave them.</summary>
    private const int EnoughPeople = 3;
    private const int MostWords = 4;
    private const int LongestWords = 40;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<ProgrammeId, (DateTimeOffset At, WhatStops Learnt)> held = new();

    public async Task<WhatStops> Of(IAbcdDbContext db, ProgrammeId programme, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        if (held.TryGetValue(programme, out var kept) && now - kept.At < Fresh)
        {
            return kept.Learnt;
        }

        var latest = await db.Signposts.Where(s => s.ProgrammeId == programme && s.State == SignpostState.DidNotGo)
            .OrderByDescending(s => s.GivenOn).ThenByDescending(s => s.Id)
            .Take(Latest)
            .Select(s => new { s.Id, s.PersonId, s.Reason, s.ReasonWords })
            .ToListAsync(token);
        // One person's words several times over, however they were typed, are one person's; and of those whom nobody named, nobody knows that they were several.
        var learnt = Learn(latest.Where(s => s.Reason is not null)
            .DistinctBy(s => (s.PersonId?.Value ?? -s.Id.Value, s.Reason, Alike(s.ReasonWords)))
            .Select(s => new GivenReason(s.Reason!.Value, s.PersonId is null ? null : s.ReasonWords)));
        held[programme] = (now, learnt);
        return learnt;
    }

    internal static WhatStops Learn(IEnumerable<GivenReason> given)
    {
        var all = given.ToList();
        var often = all.CountBy(g => g.Reason).ToDictionary();
        return new WhatStops(
            [.. WhatStops.NotLearnt.Reasons.OrderBy(r => r == DidNotGoReason.Other).ThenByDescending(r => often.GetValueOrDefault(r)).ThenBy(r => r)],
            [
                .. all.Where(g => g.Reason == DidNotGoReason.Other && MayStandForMany(g.Words))
                    .GroupBy(g => Alike(g.Words), g => Words.Tidy(g.Words)!, StringComparer.Ordinal)
                    .Where(same => same.Count() >= EnoughPeople)
                    .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)
                    .Take(MostWords)
                    .Select(same => same.CountBy(words => words).OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).First().Key),
            ]);
    }

    // Without capitals, accents and stops.
    private static string Alike(string? words) => string.Join(' ', Tokens.Split(words));

    // Short, and without a number or a capital after its first letter: nothing that could be one person's name, street or day.
    private static bool MayStandForMany(string? words) =>
        Words.Tidy(words) is { Length: > 0 and <= LongestWords } tidy && !tidy.Any(char.IsDigit) && !tidy.Skip(1).Any(char.IsUpper);
}
