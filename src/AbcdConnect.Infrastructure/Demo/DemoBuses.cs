using AbcdConnect.Domain.Assets;

namespace AbcdConnect.Infrastructure.Demo;

/// <summary>The demo borough's three bus lines, both ways, as a timetable that was brought in.</summary>
internal static class DemoBuses
{
    public const string FileName = "wealbourne-buses.zip";

    public static IEnumerable<(string Key, BusStop Record)> Stops(IReadOnlyList<DemoRow> rows, ImportBatchId timetable) =>
        rows.DistinctBy(r => r.Text("stop"), StringComparer.Ordinal).Select(r =>
        {
            var spot = MapSpot.Of(r.Degrees("latitude")!.Value, r.Degrees("longitude")!.Value);
            return (r.Text("stop"), new BusStop { TimetableId = timetable, Name = r.Text("stop"), MapX = spot.X, MapY = spot.Y });
        });

    public static IEnumerable<(string Key, BusRide Record)> Rides(IReadOnlyList<DemoRow> rows, Func<string, BusStopId> stop) =>
        from line in rows.GroupBy(r => r.Text("line"), StringComparer.Ordinal)
        from a in line
        from b in line
        where a != b
        select ("", new BusRide { FromId = stop(a.Text("stop")), ToId = stop(b.Text("stop")), Minutes = Math.Abs(a.Number0("minutes") - b.Number0("minutes")) });
}
