using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets.Buses;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Map;

/// <summary>What the list, the map and the CSV are asked for, alike.</summary>
/// <param name="OpenOn">Those with a session on that day of the week.</param>
/// <param name="OpenAt">Those open at that time, on <paramref name="OpenOn"/> or on any day.</param>
/// <param name="OpenNow">Those open at this moment by the clock on the wall.</param>
/// <param name="Access">Those that say they have all of these.</param>
/// <param name="Language">One of <see cref="AssetTraits.Languages"/>; a name not among them finds nothing.</param>
/// <param name="Bounds">Those drawn in that piece of the map.</param>
/// <param name="ConfirmedBefore">Those nobody has confirmed since: not at all, or before that day.</param>
/// <param name="Closed">Those that have closed, instead of those that are there.</param>
/// <param name="Unplaced">Those that lie in no neighbourhood.</param>
/// <param name="Unconnected">Those that no tie and no activity leads to.</param>
/// <param name="AskFirst">Those of which one asks before sending anybody: <see cref="Freshness"/>.</param>
/// <param name="ByBus">Those that a direct bus takes somebody to.</param>
public sealed record AssetFilters(
    AssetKind? Kind = null,
    AssetCategoryId? Category = null,
    NeighbourhoodId? Neighbourhood = null,
    DayOfWeek? OpenOn = null,
    TimeOnly? OpenAt = null,
    bool OpenNow = false,
    AssetCost? Cost = null,
    IReadOnlyList<AssetAccess>? Access = null,
    string? Language = null,
    NearPoint? Near = null,
    MapBounds? Bounds = null,
    DateOnly? ConfirmedBefore = null,
    bool Closed = false,
    bool Unplaced = false,
    bool Unconnected = false,
    bool AskFirst = false,
    BusReach? ByBus = null);

/// <summary>What somebody would spend.</summary>
public enum AssetCost
{
    /// <summary>Free, or what one can.</summary>
    Nothing,

    /// <summary>That, or nothing above £5.</summary>
    UpToFive,
}

/// <summary>What makes it easy to get in and join.</summary>
public enum AssetAccess
{
    StepFree,
    AccessibleToilet,
    HearingLoop,
    SignLanguage,
    Quiet,
    Parking,
    TurnUp,
}

/// <summary>Everything within that many metres, as the crow flies.</summary>
public sealed record NearPoint(double Latitude, double Longitude, double Metres)
{
    /// <summary>The furthest that is asked for.</summary>
    public const double Most = 25_000;
}

/// <summary>A piece of the map, WGS84 degrees.</summary>
public sealed record MapBounds(double West, double South, double East, double North)
{
    public bool IsSound => West is >= -180 and <= 180 && East is >= -180 and <= 180 && South is >= -90 and <= 90 && North is >= -90 and <= 90 && West < East && South < North;
}

internal static class AssetFiltering
{
    /// <summary>The entries that fit. Nobody who may not know where an individual lives learns it by asking what is near.</summary>
    public static IQueryable<Asset> Fitting(this IQueryable<Asset> assets, AssetFilters filters, IAbcdDbContext db, Viewer viewer, TimeProvider clock)
    {
        assets = filters.Closed ? assets.Where(a => a.ClosedOn != null) : assets.Where(a => a.ClosedOn == null);
        if (filters.Kind is { } kind)
        {
            assets = assets.Where(a => a.Kind == kind);
        }

        if (filters.Category is { } category)
        {
            assets = assets.Where(a => a.CategoryId == category);
        }

        if (filters.Neighbourhood is { } neighbourhood)
        {
            assets = assets.Where(a => a.NeighbourhoodId == neighbourhood);
        }
        else if (filters.Unplaced)
        {
            assets = assets.Where(a => a.NeighbourhoodId == null);
        }

        if (filters.ConfirmedBefore is { } before)
        {
            assets = assets.Where(a => a.ConfirmedOn == null || a.ConfirmedOn < before);
        }

        if (filters.AskFirst)
        {
            var today = clock.Today();
            assets = assets.Where(a => a.AskFirstFrom <= today);
        }

        return assets.Easy(filters).Open(filters, db, clock).Drawn(filters, viewer).Tied(filters, db);
    }

    /// <summary>Those that the map draws for this viewer.</summary>
    public static IQueryable<Asset> DrawnFor(this IQueryable<Asset> assets, Viewer viewer) => viewer.SeesContactsOfIndividuals()
        ? assets
        : assets.Where(a => a.Kind != AssetKind.Individual);

    public static IQueryable<Asset> In(this IQueryable<Asset> assets, MapSpot northWest, MapSpot southEast)
    {
        var (west, north, east, south) = (northWest.X, northWest.Y, southEast.X, southEast.Y);
        return assets.Where(a => a.MapY >= north && a.MapY <= south && a.MapX >= west && a.MapX <= east);
    }

    private static IQueryable<Asset> Easy(this IQueryable<Asset> assets, AssetFilters filters)
    {
        if (filters.Cost is { } cost)
        {
            var any = AssetTraits.Free | AssetTraits.WhatYouCan | (cost == AssetCost.UpToFive ? AssetTraits.UpToFive : 0);
            assets = assets.Where(a => (a.Traits & any) != 0);
        }

        if (filters.Access is { Count: > 0 } wanted)
        {
            var all = wanted.Aggregate(0L, (bits, one) => bits | Bit(one));
            assets = assets.Where(a => (a.Traits & all) == all);
        }

        if (filters.Language is { } language)
        {
            var spoken = AssetTraits.Language(language) ?? 0;
            assets = assets.Where(a => (a.Traits & spoken) != 0);
        }

        return assets;
    }

    private static IQueryable<Asset> Open(this IQueryable<Asset> assets, AssetFilters filters, IAbcdDbContext db, TimeProvider clock)
    {
        if (filters.OpenNow)
        {
            var now = UkTime.LocalOf(clock.GetUtcNow());
            var open = db.AssetHours.Holding(now.DayOfWeek, TimeOnly.FromDateTime(now));
            assets = assets.Where(a => open.Contains(a.Id));
        }

        if (filters.OpenAt is { } at)
        {
            var open = filters.OpenOn is { } on ? db.AssetHours.Holding(on, at) : db.AssetHours.Where(h => (h.Opens <= at && (h.Closes > at || h.Closes < h.Opens)) || (h.Closes < h.Opens && h.Closes > at)).Select(h => h.AssetId);
            assets = assets.Where(a => open.Contains(a.Id));
        }
        else if (filters.OpenOn is { } day)
        {
            var open = db.AssetHours.Where(h => h.Day == day).Select(h => h.AssetId);
            assets = assets.Where(a => open.Contains(a.Id));
        }

        return assets;
    }

    // As OpenSession.Holds, in two reaches into the index: today's sessions, and yesterday's that end after midnight.
    private static IQueryable<AssetId> Holding(this IQueryable<AssetHours> hours, DayOfWeek day, TimeOnly at)
    {
        var dayBefore = (DayOfWeek)(((int)day + 6) % 7);
        return hours.Where(h => h.Day == day && h.Opens <= at && (h.Closes > at || h.Closes < h.Opens)).Select(h => h.AssetId)
            .Concat(hours.Where(h => h.Day == dayBefore && h.Closes > at && h.Closes < h.Opens).Select(h => h.AssetId));
    }

    private static IQueryable<Asset> Drawn(this IQueryable<Asset> assets, AssetFilters filters, Viewer viewer)
    {
        if (filters.Bounds is { } bounds)
        {
            assets = assets.DrawnFor(viewer).In(MapSpot.Of(bounds.North, bounds.West), MapSpot.Of(bounds.South, bounds.East));
        }

        if (filters.Near is { } near)
        {
            var (x, y, units) = Circle(near);
            var reach = (long)units * units;
            assets = assets.DrawnFor(viewer).In(new MapSpot(x - units, y - units), new MapSpot(x + units, y + units))
                .Where(a => ((long)(a.MapX! - x) * (long)(a.MapX! - x)) + ((long)(a.MapY! - y) * (long)(a.MapY! - y)) <= reach);
        }

        if (filters.ByBus is { } bus)
        {
            var squares = bus.Squares;
            assets = assets.DrawnFor(viewer).In(bus.NorthWest, bus.SouthEast)
                .Where(a => EF.Parameter(squares).Contains(((long)(a.MapY! / BusReach.Side) * BusReach.Across) + (long)(a.MapX! / BusReach.Side)));
        }

        return assets;
    }

    /// <summary>Nearest first.</summary>
    public static IOrderedQueryable<Asset> NearestTo(this IQueryable<Asset> assets, NearPoint near)
    {
        var (x, y, _) = Circle(near);
        return assets.OrderBy(a => ((long)(a.MapX! - x) * (long)(a.MapX! - x)) + ((long)(a.MapY! - y) * (long)(a.MapY! - y))).ThenBy(a => a.Id);
    }

    private static (int X, int Y, int Units) Circle(NearPoint near)
    {
        var spot = MapSpot.Of(near.Latitude, near.Longitude);
        return (spot.X, spot.Y, MapSpot.UnitsOf(Math.Clamp(near.Metres, 1, NearPoint.Most), near.Latitude));
    }

    private static IQueryable<Asset> Tied(this IQueryable<Asset> assets, AssetFilters filters, IAbcdDbContext db) => filters.Unconnected
        ? assets.Where(a => !db.Connections.Any(c => c.FromAssetId == a.Id) && !db.Connections.Any(c => c.ToAssetId == a.Id) && !db.Activities.Any(c => c.PlaceId == a.Id))
        : assets;

    private static long Bit(AssetAccess access) => access switch
    {
        AssetAccess.StepFree => AssetTraits.StepFree,
        AssetAccess.AccessibleToilet => AssetTraits.AccessibleToilet,
        AssetAccess.HearingLoop => AssetTraits.HearingLoop,
        AssetAccess.SignLanguage => AssetTraits.SignLanguage,
        AssetAccess.Quiet => AssetTraits.Quiet,
        AssetAccess.Parking => AssetTraits.Parking,
        _ => AssetTraits.TurnUp,
    };
}
