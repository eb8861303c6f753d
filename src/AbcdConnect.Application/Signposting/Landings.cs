using System.Collections.Concurrent;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Domain.Reports.Disclosure;
using AbcdConnect.Domain.Signposting;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Signposting;

/// <summary>How many signposts lead somewhere, and what became of them.</summary>
/// <param name="Given">All of them; for outside readers up to the end of last month.</param>
/// <param name="Reasons">Why people did not go, the commonest first.</param>
/// <param name="Here">Of the signposts here, the share that got there within twelve weeks, in hundredths; null where there are too few to say.</param>
/// <param name="Alike">The same for what it is compared with.</param>
/// <param name="AlikeNotKnown">The share of what it is compared with of which it is not known, in hundredths.</param>
/// <param name="AlikeWhat">What it is compared with: a category of assets; null for the whole programme.</param>
/// <param name="IsGuarded">Small counts are hidden: the reader may not know of the people.</param>
/// <param name="PassedOn">Where this place has passed people on to. Only for those who may know of the people.</param>
/// <param name="PassedHere">Which places have passed people on to here.</param>
public sealed record Landing(
    PublishedCount Given,
    PublishedCount GotThere,
    PublishedCount DidNotGo,
    PublishedCount NotYetKnown,
    IReadOnlyList<WhyNotCount> Reasons,
    int? Here,
    int? Alike,
    int? AlikeNotKnown,
    string? AlikeWhat,
    bool IsGuarded,
    IReadOnlyList<PassedOnCount> PassedOn,
    IReadOnlyList<PassedOnCount> PassedHere);

public sealed record WhyNotCount(DidNotGoReason Reason, PublishedCount Count);

/// <summary>People passed on between this place and another.</summary>
public sealed record PassedOnCount(AssetId? Asset, ActivityId? Activity, string Name, int People, int GotThere);

/// <summary>Counts what became of the signposts to one place or activity, beside those like it.</summary>
internal sealed class Landings(TimeProvider clock)
{
    // Fewer say nothing about a place.
    private const int FewestToCompare = 5;
    private const int MostPassed = 20;

    // What a whole kind of place comes to is the same for everybody who looks, and moves slowly.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(ProgrammeId Programme, AssetCategoryId? Category), Held> held = new();

    /// <returns>Null where the reader is told nothing: somebody's own entry, read from outside.</returns>
    public async Task<Landing?> OfAsset(IAbcdDbContext db, Viewer viewer, AssetId id, AssetKind kind, AssetCategoryId? category, string? categoryName, CancellationToken token)
    {
        var sees = viewer.SeesWhatCameOfAssets();
        if (!sees && kind == AssetKind.Individual)
        {
            return null;
        }

        var passed = sees ? await PassedOn(db, viewer, id, token) : [];
        var here = sees ? await PassedHere(db, db.Signposts.Where(s => s.AssetId == id), token) : [];
        return await Read(db, viewer, db.Signposts.Where(s => s.AssetId == id), category, categoryName, sees, passed, here, token);
    }

    /// <inheritdoc cref="OfAsset"/>
    public async Task<Landing?> OfActivity(IAbcdDbContext db, Viewer viewer, ActivityId id, CancellationToken token)
    {
        var sees = viewer.SeesWhatCameOfAssets();
        var here = sees ? await PassedHere(db, db.Signposts.Where(s => s.ActivityId == id), token) : [];
        return await Read(db, viewer, db.Signposts.Where(s => s.ActivityId == id), null, null, sees, [], here, token);
    }

    private async Task<Landing> Read(IAbcdDbContext db, Viewer viewer, IQueryable<Signpost> here, AssetCategoryId? category, string? categoryName, bool sees, IReadOnlyList<PassedOnCount> passed, IReadOnlyList<PassedOnCount> passedHere, CancellationToken token)
    {
        if (!sees)
        {
            // Whole months only: from one day to the next, a count that grew would tell of one person.
            var month = YearMonth.Containing(clock.Today()).First;
            here = here.Where(s => s.GivenOn < month);
        }

        var cells = await here
            .Select(s => new { GotThere = s.AttendedOn != null, InTime = s.AttendedOn != null && s.AttendedOn <= s.GivenOn.AddDays(Signpost.SecondFollowUpDays), NotGone = s.State == SignpostState.DidNotGo, s.Reason })
            .GroupBy(s => s)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(token);
        int Count(Func<bool, bool, bool> which) => cells.Where(c => which(c.Key.GotThere, c.Key.NotGone)).Sum(c => c.Count);
        var (gone, notGone) = (Count((got, _) => got), Count((_, not) => not));
        var given = cells.Sum(c => c.Count);
        var reasons = cells.Where(c => c.Key.NotGone && c.Key.Reason is not null).GroupBy(c => c.Key.Reason!.Value).Select(g => (Reason: g.Key, Count: g.Sum(c => c.Count))).OrderByDescending(r => r.Count).ThenBy(r => r.Reason).ToList();
        var alike = await Alike(db, viewer.ProgrammeId, category, token);
        int? share = given >= FewestToCompare ? Hundredths(cells.Where(c => c.Key.InTime).Sum(c => c.Count), given) : null;
        if (sees)
        {
            return new Landing(
                new(given), new(gone), new(notGone), new(given - gone - notGone),
                reasons.ConvertAll(r => new WhyNotCount(r.Reason, new(r.Count))),
                share, alike.InTime, alike.NotKnown, category is null ? null : categoryName, IsGuarded: false, passed, passedHere);
        }

        // Rounded, since whoever looks again next month could subtract; parts are hidden where one of them is small.
        var rule = await db.Programmes.Where(p => p.Id == viewer.ProgrammeId).Select(p => p.DisclosureRule).SingleAsync(token);
        var policy = DisclosurePolicy.Of(rule).WhileItGrows;
        var told = policy.Breakdown([gone, notGone, given - gone - notGone]);
        var known = told.Whole.Value is not null;
        return new Landing(
            told.Whole,
            told.Parts[0],
            told.Parts[1],
            told.Parts[2],
            known && told.Parts[1].Value is not null ? [.. reasons.Zip(policy.Breakdown(reasons.ConvertAll(r => r.Count)).Parts, (r, c) => new WhyNotCount(r.Reason, c))] : [],
            // Of a known total, a share is a count.
            known && told.Parts.All(p => p.Value is not null) ? policy.Share(cells.Where(c => c.Key.InTime).Sum(c => c.Count), given) : null,
            alike.InTime, alike.NotKnown, category is null ? null : categoryName, IsGuarded: true, [], []);
    }

    private async Task<Shares> Alike(IAbcdDbContext db, ProgrammeId programme, AssetCategoryId? category, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        if (held.TryGetValue((programme, category), out var kept) && now - kept.At < Fresh)
        {
            return kept.Shares;
        }

        var shares = category is { } known ? await OfCategory(db, programme, known, token) : await OfProgramme(db, programme, token);
        held[(programme, category)] = new Held(now, shares);
        return shares;
    }

    private static async Task<Shares> OfCategory(IAbcdDbContext db, ProgrammeId programme, AssetCategoryId category, CancellationToken token)
    {
        var cells = await db.Assets.Where(a => a.CategoryId == category && a.ProgrammeId == programme)
            .Join(db.Signposts, a => a.Id, s => s.AssetId, (_, s) => new { InTime = s.AttendedOn != null && s.AttendedOn <= s.GivenOn.AddDays(Signpost.SecondFollowUpDays), NotGone = s.State == SignpostState.DidNotGo, GotThere = s.AttendedOn != null })
            .GroupBy(s => s)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(token);
        return Shares.Of(cells.Sum(c => c.Count), cells.Where(c => c.Key.InTime).Sum(c => c.Count), cells.Where(c => !c.Key.GotThere && !c.Key.NotGone).Sum(c => c.Count));
    }

    // As the monthly figures have it, the twelve whole months before this one.
    private async Task<Shares> OfProgramme(IAbcdDbContext db, ProgrammeId programme, CancellationToken token)
    {
        var last = YearMonth.Containing(clock.Today()).Previous;
        var first = last.AddMonths(-11);
        var parts = await db.MonthlyMetrics
            .Where(m => m.ProgrammeId == programme && m.Month >= first && m.Month <= last && m.Period == MetricPeriod.Month && m.Scope == MetricScope.Programme && m.ScopeId == 0 && m.Metric == Metric.SignpostsLanded)
            .Select(m => new { m.Part, m.Value })
            .ToListAsync(token);
        int Sum(string part) => parts.Where(p => p.Part == part).Sum(p => p.Value);
        return Shares.Of(Sum(MetricPart.Given), Sum(MetricPart.Whole), Sum(MetricPart.NotYetKnown));
    }

    private static async Task<IReadOnlyList<PassedOnCount>> PassedOn(IAbcdDbContext db, Viewer viewer, AssetId id, CancellationToken token)
    {
        var found = await db.Signposts.Where(s => s.PassedOnBy == id && s.ProgrammeId == viewer.ProgrammeId)
            .GroupBy(s => new { s.AssetId, s.ActivityId })
            .Select(g => new { g.Key.AssetId, g.Key.ActivityId, People = g.Count(), GotThere = g.Count(s => s.AttendedOn != null) })
            .OrderByDescending(g => g.People)
            .Take(MostPassed)
            .ToListAsync(token);
        return await Named(db, found.ConvertAll(f => (f.AssetId, f.ActivityId, f.People, f.GotThere)), token);
    }

    private static async Task<IReadOnlyList<PassedOnCount>> PassedHere(IAbcdDbContext db, IQueryable<Signpost> here, CancellationToken token)
    {
        var found = await here.Where(s => s.PassedOnBy != null)
            .GroupBy(s => s.PassedOnBy)
            .Select(g => new { By = g.Key, People = g.Count(), GotThere = g.Count(s => s.AttendedOn != null) })
            .OrderByDescending(g => g.People)
            .Take(MostPassed)
            .ToListAsync(token);
        return await Named(db, found.ConvertAll(f => (f.By, (ActivityId?)null, f.People, f.GotThere)), token);
    }

    private static async Task<IReadOnlyList<PassedOnCount>> Named(IAbcdDbContext db, List<(AssetId? Asset, ActivityId? Activity, int People, int GotThere)> found, CancellationToken token)
    {
        if (found.Count == 0)
        {
            return [];
        }

        var assets = found.Select(f => f.Asset).OfType<AssetId>().ToList();
        var activities = found.Select(f => f.Activity).OfType<ActivityId>().ToList();
        var places = await db.Assets.Where(a => EF.Parameter(assets).Contains(a.Id)).Select(a => new { a.Id, a.Name }).ToDictionaryAsync(a => a.Id, a => a.Name, token);
        var goings = activities.Count == 0 ? [] : await db.Activities.Where(a => EF.Parameter(activities).Contains(a.Id)).Select(a => new { a.Id, a.Name }).ToDictionaryAsync(a => a.Id, a => a.Name, token);
        return [.. found.Select(f => new PassedOnCount(f.Asset, f.Activity, f.Asset is { } asset ? places.GetValueOrDefault(asset, "") : f.Activity is { } activity ? goings.GetValueOrDefault(activity, "") : "", f.People, f.GotThere))];
    }

    private static int Hundredths(int part, int whole) => (int)Math.Round(100.0 * part / whole);

    private sealed record Held(DateTimeOffset At, Shares Shares);

    private sealed record Shares(int? InTime, int? NotKnown)
    {
        // Fewer would tell of single people.
        private const int Fewest = 20;

        // Whoever looks may know how many there were, so that a share is a count: the stricter of the rules holds for all.
        public static Shares Of(int given, int inTime, int notKnown) => given < Fewest
            ? new Shares(null, null)
            : new Shares(DisclosurePolicy.HideOneToSevenAndRound.Share(inTime, given), DisclosurePolicy.HideOneToSevenAndRound.Share(notKnown, given));
    }
}
