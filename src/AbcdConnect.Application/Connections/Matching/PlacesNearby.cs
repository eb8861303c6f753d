using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Connections.Matching;

/// <summary>Finds the places and activities worth telling somebody about. Every look is by index and bounded; the deciding is
/// <see cref="PlaceFit"/>'s.</summary>
internal static class PlacesNearby
{
    private const int MostByCategory = 150;
    private const int MostWords = 6;
    private const int MostOfOneWord = 30;
    private const int MostActivities = 150;
    private const int ClosesSoonDays = 28;

    public static async Task<IReadOnlyList<MatchedPlace>> Find(IAbcdDbContext db, Viewer viewer, DateOnly today, Standpoint from, TermKinship kin, int most, CancellationToken token)
    {
        if (from.Within.Count == 0 || from.Seekers.All(s => s.Said.Count == 0))
        {
            return [];
        }

        var categories = await db.AssetCategories.Select(c => new { c.Id, c.Name }).ToDictionaryAsync(c => c.Id, c => c.Name, token);
        var assets = await Assets(db, viewer, today, from, kin, categories, token);
        var ids = assets.Select(a => a.Id).ToList();
        var hours = ids.Count == 0 ? [] : await db.Assets.Where(a => EF.Parameter(ids).Contains(a.Id)).SelectMany(a => a.Hours).Select(h => new { h.AssetId, h.Day, h.Opens, h.Closes }).ToListAsync(token);
        var open = hours.ToLookup(h => h.AssetId, h => new OpenSession(h.Day, h.Opens, h.Closes));
        var told = await ToldAbout(db, from, token);
        // Each thing said is made ready once, and held beside hundreds of places.
        var seekers = from.Seekers.Select(s => (Seeker: s, Said: PlaceFit.Ready(s.Said, kin, PlacesByTerm.Shipped, today))).ToList();
        var places = new List<(MatchedPlace Place, double Score)>();
        foreach (var asset in assets.Where(a => a.Id != from.Place))
        {
            var (suits, words) = Opening.Of([.. open[asset.Id].OrderBy(s => Opening.FromMonday(s.Day)).ThenBy(s => s.Opens)], from.Good);
            var category = asset.CategoryId is { } known ? categories.GetValueOrDefault(known) : null;
            var metres = from.At is { } here && GeoPoint.Of(asset.Latitude, asset.Longitude) is { } there ? here.MetresTo(there) : (double?)null;
            if (asset.NeighbourhoodId != from.Home && (metres ?? double.MaxValue) > Reach.Metres)
            {
                continue;
            }

            var around = new PlaceCircumstances(metres, suits, asset.ClosedOn <= today.AddDays(ClosesSoonDays), (asset.ConfirmedOn ?? asset.AddedOn) < today.AddYears(-2));
            Consider(new PlaceFound(asset.Id, null, asset.Name, category, new PlaceWords(asset.Name, asset.Description, category), around, words, asset.ClosedOn));
        }

        foreach (var activity in await Activities(db, viewer, from, token))
        {
            var (suits, words) = Opening.Of(activity.Frequency, activity.Day, activity.StartsAt, activity.EndsAt, from.Good);
            var category = activity.CategoryId is { } known ? categories.GetValueOrDefault(known) : null;
            var metres = from.At is { } here && GeoPoint.Of(activity.Latitude, activity.Longitude) is { } there ? here.MetresTo(there) : (double?)null;
            if (activity.NeighbourhoodId != from.Home && (metres ?? double.MaxValue) > Reach.Metres)
            {
                continue;
            }

            // The hall it is held in says nothing of what it is.
            var kind = activity.PlaceKind == AssetKind.Association ? category : null;
            Consider(new PlaceFound(null, activity.Id, activity.Name, kind, new PlaceWords(activity.Name, activity.Description, kind), new PlaceCircumstances(metres, suits), words, null));
        }

        return [.. places.OrderByDescending(p => Math.Round(p.Score, 9)).ThenBy(p => p.Place.Metres ?? double.MaxValue).ThenBy(p => p.Place.Activity is null).ThenBy(p => p.Place.Asset?.Value ?? p.Place.Activity!.Value.Value).Take(most).Select(p => p.Place)];

        void Consider(PlaceFound found)
        {
            (MatchedPlace Place, double Score)? best = null;
            foreach (var (seeker, said) in seekers.Where(s => s.Seeker.Id is not { } id || !told.Contains((id, found.Asset, found.Activity))))
            {
                var (fit, bonds) = PlaceFit.Of(said, found.Words);
                var score = PlaceFit.Score(fit, found.Around);
                if (fit >= PlaceFit.Least && (best is null || score > best.Value.Score))
                {
                    best = (
                        new MatchedPlace(
                            found.Asset,
                            found.Activity,
                            found.Name,
                            seeker.Id,
                            seeker.Id is null ? null : seeker.Name,
                            Sentences.Place(seeker.Name, bonds[0], found.Category),
                            found.Around.Metres,
                            found.Opening,
                            found.Around.ClosesSoon ? found.ClosesOn : null),
                        score);
                }
            }

            if (best is { } chosen)
            {
                places.Add(chosen);
            }
        }
    }

    private static async Task<List<AssetRow>> Assets(IAbcdDbContext db, Viewer viewer, DateOnly today, Standpoint from, TermKinship kin, Dictionary<AssetCategoryId, string> categories, CancellationToken token)
    {
        var said = from.Seekers.SelectMany(s => s.Said).OrderByDescending(s => PlaceFit.Weight(s.Meaning) * s.Certain * PeopleFit.Freshness(s, today)).ThenBy(s => s.Words, StringComparer.Ordinal).ToList();
        var fitting = said.Where(s => s.Term is not null).SelectMany(s => PlacesByTerm.Shipped.ForTerm(s.Term!).Concat(PlacesByTerm.Shipped.ForGroup(s.Term!))).ToHashSet(StringComparer.Ordinal);
        var wanted = categories.Where(c => fitting.Contains(c.Value)).Select(c => (AssetCategoryId?)c.Key).OrderBy(c => c!.Value.Value).ToList();
        var within = from.Within.Select(n => (NeighbourhoodId?)n).ToList();
        var here = db.Assets.VisibleTo(viewer).Where(a => EF.Parameter(within).Contains(a.NeighbourhoodId) && (a.ClosedOn == null || a.ClosedOn > today));
        // Numbers first, from the index of a neighbourhood's entries alone, and the newest chosen here: asked for in order, the database
        // goes through the whole city's entries until it has enough.
        var ids = wanted.Count == 0 ? [] : Newest(await here.Where(a => EF.Parameter(wanted).Contains(a.CategoryId)).Select(a => a.Id).ToListAsync(token), MostByCategory);
        foreach (var word in said.SelectMany(s => PlaceFit.StemsOf(s, kin)).Distinct(StringComparer.Ordinal).Take(MostWords))
        {
            var holding = db.RecordsHolding(viewer.ProgrammeId, SearchKind.Asset, word);
            ids.UnionWith(Newest(await here.Where(a => holding.Contains((long)(object)a.Id)).Select(a => a.Id).ToListAsync(token), MostOfOneWord));
        }

        return ids.Count == 0
            ? []
            : await db.Assets.Where(a => EF.Parameter(ids).Contains(a.Id))
                .Select(a => new AssetRow(a.Id, a.Name, a.Description, a.CategoryId, a.NeighbourhoodId, a.Latitude, a.Longitude, a.ClosedOn, a.ConfirmedOn, a.AddedOn))
                .ToListAsync(token);
    }

    private static HashSet<AssetId> Newest(List<AssetId> ids, int most) => [.. ids.OrderByDescending(id => id.Value).Take(most)];

    // A neighbourhood has tens of activities, not thousands.
    private static async Task<List<ActivityRow>> Activities(IAbcdDbContext db, Viewer viewer, Standpoint from, CancellationToken token)
    {
        var within = from.Within.Select(n => (NeighbourhoodId?)n).ToList();
        return await db.Activities
            .Where(a => EF.Parameter(within).Contains(a.NeighbourhoodId) && a.ProgrammeId == viewer.ProgrammeId
                && (a.Status == ActivityStatus.Starting || a.Status == ActivityStatus.Running || a.Status == ActivityStatus.SelfSustaining))
            .OrderByDescending(a => a.Id)
            .Take(MostActivities)
            .Select(a => new ActivityRow(
                a.Id, a.Name, a.Description, a.NeighbourhoodId, a.Frequency, a.Day, a.StartsAt, a.EndsAt,
                db.Assets.Where(p => p.Id == a.PlaceId).Select(p => p.CategoryId).FirstOrDefault(),
                db.Assets.Where(p => p.Id == a.PlaceId).Select(p => (AssetKind?)p.Kind).FirstOrDefault(),
                db.Assets.Where(p => p.Id == a.PlaceId).Select(p => p.Latitude).FirstOrDefault(),
                db.Assets.Where(p => p.Id == a.PlaceId).Select(p => p.Longitude).FirstOrDefault()))
            .ToListAsync(token);
    }

    /// <summary>Nobody is told twice.</summary>
    private static async Task<HashSet<(PersonId, AssetId?, ActivityId?)>> ToldAbout(IAbcdDbContext db, Standpoint from, CancellationToken token)
    {
        var told = new HashSet<(PersonId, AssetId?, ActivityId?)>();
        foreach (var id in from.Ids)
        {
            PersonId? person = id;
            var rows = await db.Signposts.Where(s => s.PersonId == person).OrderByDescending(s => s.GivenOn).Take(200).Select(s => new { s.AssetId, s.ActivityId }).ToListAsync(token);
            told.UnionWith(rows.Select(r => (id, r.AssetId, r.ActivityId)));
        }

        return told;
    }

    private sealed record PlaceFound(AssetId? Asset, ActivityId? Activity, string Name, string? Category, PlaceWords Words, PlaceCircumstances Around, string? Opening, DateOnly? ClosesOn);

    private sealed record AssetRow(AssetId Id, string Name, string? Description, AssetCategoryId? CategoryId, NeighbourhoodId? NeighbourhoodId, double? Latitude, double? Longitude, DateOnly? ClosedOn, DateOnly? ConfirmedOn, DateOnly AddedOn);

    private sealed record ActivityRow(ActivityId Id, string Name, string? Description, NeighbourhoodId? NeighbourhoodId, ActivityFrequency Frequency, DayOfWeek? Day, TimeOnly? StartsAt, TimeOnly? EndsAt, AssetCategoryId? CategoryId, AssetKind? PlaceKind, double? Latitude, double? Longitude);
}
