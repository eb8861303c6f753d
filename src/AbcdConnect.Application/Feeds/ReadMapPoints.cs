using System.Runtime.CompilerServices;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Buses;
using AbcdConnect.Application.Assets.Map;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.OpenReferral;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Feeds;

/// <summary>The shared entries of the map with their points, by the same filters as the list of assets.</summary>
/// <param name="Place">Around which: a postcode, a neighbourhood's name or a point.</param>
/// <param name="Metres">How far around it.</param>
/// <param name="Minutes">How long on a direct bus from there, instead.</param>
[Requires(Permission.ReadOpenData)]
public sealed record ReadMapPoints(string? Q, AssetFilters Filters, string? Place = null, int Metres = 1_400, int? Minutes = null) : IRequest<IAsyncEnumerable<MapPoint>>;

internal sealed class ReadMapPointsValidator : AbstractValidator<ReadMapPoints>
{
    // Whether anybody is tied to a place is told in fives, and not below.
    public ReadMapPointsValidator() =>
        RuleFor(r => r.Filters.Unconnected).Equal(false).OverridePropertyName("unconnected").WithMessage("What is tied to nothing is not told in shared data. Leave this filter out.");
}

/// <param name="Latitude">WGS84 degrees; null, with the longitude, where nobody knows where it is.</param>
/// <param name="PointIsPostcodes">The point is its postcode's, not its own.</param>
public sealed record MapPoint(
    AssetId Id, string Name, string Kind, string? Category, string? Neighbourhood, string? Description, string? Address, string? Postcode, string? OpeningTimes, string? Cost, string? Languages, string? Access,
    string? Website, DateOnly? ConfirmedOn, DateOnly? ClosedOn, double? Latitude, double? Longitude, bool PointIsPostcodes);

internal sealed class ReadMapPointsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IPlaceFinder finder) : IRequestHandler<ReadMapPoints, IAsyncEnumerable<MapPoint>>
{
    public async Task<IAsyncEnumerable<MapPoint>> Handle(ReadMapPoints request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var filters = request.Filters;
        if (!string.IsNullOrWhiteSpace(request.Place))
        {
            var typed = await TypedPlace.Find(db, finder, viewer.ProgrammeId, request.Place, cancellationToken);
            var point = typed as PointFound ?? throw new ValidationException([new ValidationFailure("place", ((PointNotFound)typed).Why)]);
            filters = request.Minutes is not { } minutes
                ? filters with { Near = new NearPoint(point.Latitude, point.Longitude, request.Metres) }
                : filters with
                {
                    ByBus = await Timetables.Reach(db, viewer.ProgrammeId, point.Latitude, point.Longitude, minutes, cancellationToken)
                        ?? throw new ValidationException([new ValidationFailure("byBus", "No bus timetable has been brought in here. Leave this filter out.")]),
                };
        }

        return await SharedPoints.Of(db, viewer, filters, request.Q, clock, cancellationToken);
    }
}

/// <summary>What of the entries that fit may leave, each with its point.</summary>
internal static class SharedPoints
{
    public static async Task<IAsyncEnumerable<MapPoint>> Of(IAbcdDbContext db, Viewer viewer, AssetFilters filters, string? words, TimeProvider clock, CancellationToken token)
    {
        var assets = db.Assets.Shared(viewer.ProgrammeId).Fitting(filters, db, viewer, clock);
        if (await FoundByWords.In(db, viewer, SearchKind.Asset, words, clock.Today(), token) is { } found)
        {
            var ids = found.Ids.Select(AssetId.From).ToList();
            assets = assets.Where(a => EF.Parameter(ids).Contains(a.Id));
        }

        return Points(db, await assets.OrderBy(a => a.Id).Select(a => a.Id).Take(ListRequest.MostCsvRows).ToListAsync(token), token);
    }

    private static async IAsyncEnumerable<MapPoint> Points(IAbcdDbContext db, List<AssetId> ids, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var point in OpenRows.Read(db, ids, Point, withPoints: true, token))
        {
            yield return point;
        }
    }

    private static MapPoint Point(OpenAsset asset, IReadOnlyDictionary<string, Postcode> postcodes)
    {
        var at = asset.Point(postcodes);
        return new MapPoint(
            asset.Id, asset.Name, OpenMapping.KindName(asset.Kind), asset.Category, asset.Neighbourhood, asset.PublicDescription, asset.PublicAddress, asset.PublicPostcode, asset.PublicText(asset.OpeningTimes),
            asset.PublicText(asset.Cost), asset.Languages, asset.PublicText(asset.Access), asset.PublicWebsite, asset.ConfirmedOn, asset.ClosedOn, at?.Latitude, at?.Longitude, asset.Latitude is null && at is not null);
    }
}
