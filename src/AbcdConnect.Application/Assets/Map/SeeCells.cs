using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Search;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Map;

/// <summary>A piece of the map, counted by cells of 64 pixels: never all entries at once. A cell with one entry names it.</summary>
/// <param name="Zoom">As web maps count: at 0 the world is 256 pixels wide, and twice as wide at each next.</param>
[Requires(Permission.SeeAssets)]
public sealed record SeeCells(MapBounds Bounds, int Zoom, AssetFilters Filters, string? Q = null) : IRequest<MapCells>;

/// <param name="Total">How many there are in all these cells.</param>
public sealed record MapCells(IReadOnlyList<MapCell> Cells, int Total);

/// <summary>The middle of what is in one cell, and how many there are; named where there is one.</summary>
public sealed record MapCell(double Latitude, double Longitude, int Count, AssetId? Id = null, string? Name = null, AssetKind? Kind = null, string? Category = null);

internal sealed class SeeCellsValidator : AbstractValidator<SeeCells>
{
    private const int MostZoom = 19;

    public SeeCellsValidator()
    {
        RuleFor(r => r.Bounds).Must(b => b.IsSound).WithMessage("The corners are west, south, east and north in degrees: latitude lies between -90 and 90, longitude between -180 and 180");
        RuleFor(r => r.Zoom).InclusiveBetween(0, MostZoom).WithMessage("The zoom lies between 0 and 19");
        RuleFor(r => r.Bounds).Must((r, b) => !b.IsSound || r.Zoom is < 0 or > MostZoom || SeeCellsHandler.Grid.Of(b, r.Zoom).Cells <= SeeCellsHandler.MostCells).WithMessage("That is too much of the map at once. Zoom out, or ask for less");
    }
}

internal sealed class SeeCellsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SeeCells, MapCells>
{
    /// <summary>Four screens of 4,000 by 2,000 pixels.</summary>
    public const int MostCells = 8_000;

    public async Task<MapCells> Handle(SeeCells request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var grid = Grid.Of(request.Bounds, request.Zoom);
        var assets = db.Assets.VisibleTo(viewer).Fitting(request.Filters, db, viewer, clock).DrawnFor(viewer).In(grid.NorthWest, grid.SouthEast);
        if (await FoundByWords.In(db, viewer, SearchKind.Asset, request.Q, clock.Today(), cancellationToken) is { } found)
        {
            var words = found.Ids.Select(AssetId.From).ToList();
            assets = assets.Where(a => EF.Parameter(words).Contains(a.Id));
        }

        var side = grid.Side;
        var cells = await assets
            .GroupBy(a => ((long)(a.MapY! / side) * MapSpot.Across) + (long)(a.MapX! / side))
            .Select(g => new { Count = g.Count(), X = g.Sum(a => (long)a.MapX!), Y = g.Sum(a => (long)a.MapY!), First = g.Min(a => a.Id) })
            .ToListAsync(cancellationToken);

        var single = cells.Where(c => c.Count == 1).Select(c => c.First).ToList();
        var named = single.Count == 0
            ? []
            : await db.Assets.VisibleTo(viewer).Where(a => EF.Parameter(single).Contains(a.Id))
                .Select(a => new { a.Id, a.Name, a.Kind, Category = db.AssetCategories.Where(c => c.Id == a.CategoryId).Select(c => c.Name).FirstOrDefault() })
                .ToDictionaryAsync(a => a.Id, cancellationToken);
        return new MapCells(
            [.. cells.OrderByDescending(c => c.Count).ThenBy(c => c.First.Value).Select(c =>
            {
                var (latitude, longitude) = MapSpot.DegreesOf((c.X / (double)c.Count) + 0.5, (c.Y / (double)c.Count) + 0.5);
                return c.Count == 1 && named.TryGetValue(c.First, out var one)
                    ? new MapCell(latitude, longitude, 1, one.Id, one.Name, one.Kind, one.Category)
                    : new MapCell(latitude, longitude, c.Count);
            })],
            cells.Sum(c => c.Count));
    }

    /// <summary>The cells that a piece of the map touches, whole, so that panning moves none of them.</summary>
    internal readonly record struct Grid(int Side, MapSpot NorthWest, MapSpot SouthEast)
    {
        // At zoom z a pixel is 2^(25 − 8 − z) units, and a cell is 64 pixels; from 17 on cells are a pavement's width, not less.
        private const int Pixels = 64;

        public long Cells => ((SouthEast.X - NorthWest.X + 1L) / Side) * ((SouthEast.Y - NorthWest.Y + 1L) / Side);

        public static Grid Of(MapBounds bounds, int zoom)
        {
            var side = Math.Max(1, Pixels * (1 << Math.Max(0, 17 - zoom)) / (zoom > 17 ? 1 << (zoom - 17) : 1));
            var (northWest, southEast) = (MapSpot.Of(bounds.North, bounds.West), MapSpot.Of(bounds.South, bounds.East));
            return new Grid(
                side,
                new MapSpot(northWest.X / side * side, northWest.Y / side * side),
                new MapSpot((((southEast.X / side) + 1) * side) - 1, (((southEast.Y / side) + 1) * side) - 1));
        }
    }
}
