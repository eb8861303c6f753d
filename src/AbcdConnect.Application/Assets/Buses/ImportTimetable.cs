using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets.Map;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Buses;

/// <summary>Brings in a bus timetable (GTFS): the stops around the programme's neighbourhoods, and which of them a direct bus joins often
/// enough on an ordinary weekday. It takes the place of the one before, which answers until this one is whole.</summary>
/// <remarks>https://gtfs.org/documentation/schedule/reference/</remarks>
[Requires(Permission.ImportData)]
public sealed record ImportTimetable(Stream File, string FileName, bool DryRun = false, IProgress<int>? Progress = null) : IRequest<ImportResult>, ITellsWhenBegun
{
    public const string Profile = "timetable";

    public Action<ImportBatchId>? Began { get; init; }
}

internal sealed class ImportTimetableHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IPlaceFinder finder) : IRequestHandler<ImportTimetable, ImportResult>
{
    private const int RidesToAChunk = 5_000;

    // Deleting a stop takes its rides along: a few hundred of each.
    private const int StopsToForget = 100;

    // About 9 km beyond the middles of the neighbourhoods: what a ride of half an hour reaches.
    private const double Tall = 0.08;
    private const double Wide = 0.13;

    public Task<ImportResult> Handle(ImportTimetable request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        return ImportRun.Do(db, viewer, clock, ImportTimetable.Profile, request.FileName, request.DryRun, request.Progress, request.Began, run => Read(request, viewer, run, cancellationToken), cancellationToken);
    }

    private async Task Read(ImportTimetable request, Viewer viewer, ImportRun run, CancellationToken token)
    {
        var placing = await Placing.Load(db, finder, viewer.ProgrammeId, token);
        var middles = placing.Middles().Values.ToList();
        var around = middles.Count == 0
            ? new MapBounds(-180, -90, 180, 90)
            : new MapBounds(middles.Min(m => m.Longitude) - Wide, middles.Min(m => m.Latitude) - Tall, middles.Max(m => m.Longitude) + Wide, middles.Max(m => m.Latitude) + Tall);
        var timetable = await GtfsFile.Read(request.File, around, clock.Today(), run, token);
        var now = await Timetables.InForce(db, viewer.ProgrammeId, token);
        await ForgetOthers(now?.Id, viewer, run, token);

        var ids = new BusStopId[timetable.Stops.Count];
        foreach (var some in timetable.Stops.Index().Chunk(ImportRun.ChunkSize))
        {
            var made = new List<(BusStop Stop, int Number)>();
            foreach (var (number, stop) in some)
            {
                var spot = MapSpot.Of(stop.Latitude, stop.Longitude);
                made.Add((new BusStop { TimetableId = run.Batch ?? default, Name = stop.Name, MapX = spot.X, MapY = spot.Y }, number));
                run.Added++;
                run.Kept(placing.Of(stop.Latitude, stop.Longitude, null) is not null);
            }

            if (!run.DryRun)
            {
                db.BusStops.AddRange(made.Select(m => m.Stop));
            }

            await run.Save(db, clock, token);
            made.ForEach(m => ids[m.Number] = m.Stop.Id);
        }

        foreach (var some in run.DryRun ? [] : timetable.Rides.Chunk(RidesToAChunk))
        {
            db.BusRides.AddRange(some.Select(r => new BusRide { FromId = ids[r.From], ToId = ids[r.To], Minutes = r.Minutes }));
            await run.Save(db, clock, token);
        }
    }

    // What was there before the one in force, and what a stopped import left.
    private async Task ForgetOthers(ImportBatchId? inForce, Viewer viewer, ImportRun run, CancellationToken token)
    {
        while (!run.DryRun)
        {
            var some = await db.BusStops
                .Where(s => db.ImportBatches.Any(b => b.Id == s.TimetableId && b.ProgrammeId == viewer.ProgrammeId) && s.TimetableId != (inForce ?? default) && s.TimetableId != run.Batch)
                .OrderBy(s => s.Id).Select(s => s.Id).Take(StopsToForget).ToListAsync(token);
            if (some.Count == 0)
            {
                return;
            }

            await db.AllOrNothing(() => db.BusStops.Where(s => EF.Parameter(some).Contains(s.Id)).ExecuteDeleteAsync(token), token);
        }
    }
}
