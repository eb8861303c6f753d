using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Buses;

/// <summary>Where a direct bus takes somebody from a point within some minutes. Null where no timetable has been brought in.</summary>
[Requires(Permission.SeeAssets)]
public sealed record SeeBusReach(double Latitude, double Longitude, int Minutes) : IRequest<BusReach?>;

/// <summary>The piece of the map that a direct bus reaches, with a walk of five minutes at either end, as squares of the grid.</summary>
/// <param name="Stops">How many stops it takes to.</param>
public sealed record BusReach(int Minutes, DateOnly TimetableOf, int Stops, MapSpot NorthWest, MapSpot SouthEast, IReadOnlyList<long> Squares)
{
    /// <summary>The longest ride that is kept.</summary>
    public const int MostMinutes = 60;

    /// <summary>Five minutes' walk.</summary>
    public const int Walk = 350;

    /// <summary>The side of a square in the grid's units: about 180 m.</summary>
    internal const int Side = 256;

    internal const long Across = MapSpot.Across / Side;
}

internal sealed class SeeBusReachHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SeeBusReach, BusReach?>
{
    public Task<BusReach?> Handle(SeeBusReach request, CancellationToken cancellationToken) =>
        Timetables.Reach(db, current.Required().ProgrammeId, request.Latitude, request.Longitude, request.Minutes, cancellationToken);
}

internal static class Timetables
{
    // More stops than that within five minutes' walk are of a bus station, and go the same ways.
    private const int MostStops = 60;

    public static async Task<Timetable?> InForce(IAbcdDbContext db, ProgrammeId programme, CancellationToken token) =>
        await db.ImportBatches.Where(b => b.ProgrammeId == programme && b.Profile == ImportTimetable.Profile && b.Outcome == ImportOutcome.Done)
            .OrderByDescending(b => b.StartedAt).Select(b => new { b.Id, b.FileName, b.StartedAt }).FirstOrDefaultAsync(token) is { } last
            ? new Timetable(last.Id, last.FileName, DateOnly.FromDateTime(UkTime.LocalOf(last.StartedAt)))
            : null;

    public static async Task<BusReach?> Reach(IAbcdDbContext db, ProgrammeId programme, double latitude, double longitude, int minutes, CancellationToken token)
    {
        if (await InForce(db, programme, token) is not { } timetable)
        {
            return null;
        }

        minutes = Math.Clamp(minutes, 1, BusReach.MostMinutes);
        var (from, units) = (MapSpot.Of(latitude, longitude), MapSpot.UnitsOf(BusReach.Walk, latitude));
        var (west, north, east, south) = (from.X - units, from.Y - units, from.X + units, from.Y + units);
        var near = await db.BusStops.Where(s => s.TimetableId == timetable.Id && s.MapY >= north && s.MapY <= south && s.MapX >= west && s.MapX <= east)
            .Select(s => new { s.Id, s.MapX, s.MapY }).ToListAsync(token);
        var board = near.Select(s => (s.Id, Away: Square(s.MapX - from.X) + Square(s.MapY - from.Y))).Where(s => s.Away <= Square(units)).OrderBy(s => s.Away).Select(s => s.Id).Take(MostStops).ToList();
        // By (from, to): the rides of these stops alone.
        var alight = board.Count == 0 ? [] : await db.BusRides.Where(r => EF.Parameter(board).Contains(r.FromId) && r.Minutes <= minutes).Select(r => r.ToId).Distinct()
            .Join(db.BusStops, id => id, s => s.Id, (_, s) => new MapSpot(s.MapX, s.MapY)).ToListAsync(token);
        var squares = new HashSet<long>();
        foreach (var stop in alight)
        {
            Cover(stop.X, stop.Y, units, squares);
        }

        var all = alight.Count == 0 ? [from] : alight;
        return new BusReach(
            minutes, timetable.On, alight.Count, new MapSpot(all.Min(s => s.X) - units, all.Min(s => s.Y) - units), new MapSpot(all.Max(s => s.X) + units, all.Max(s => s.Y) + units), [.. squares.Order()]);
    }

    // The squares whose middle is within the walk.
    private static void Cover(int x, int y, int units, HashSet<long> squares)
    {
        const int side = BusReach.Side;
        for (var row = (y - units) / side; row <= (y + units) / side; row++)
        {
            for (var column = (x - units) / side; column <= (x + units) / side; column++)
            {
                if (Square((column * side) + (side / 2) - x) + Square((row * side) + (side / 2) - y) <= Square(units))
                {
                    squares.Add((row * BusReach.Across) + column);
                }
            }
        }
    }

    private static long Square(long number) => number * number;
}
