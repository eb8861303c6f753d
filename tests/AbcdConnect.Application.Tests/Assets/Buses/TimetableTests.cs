using System.Globalization;
using System.IO.Compression;
using System.Text;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Buses;
using AbcdConnect.Application.Assets.Map;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Assets.Buses;

/// <summary>A bus goes hourly from the green by the mill and the hall to the quay; another to the cove twice a day, one to the fair on
/// Sundays, one to the yard before anybody is up.</summary>
public sealed class TimetableTests
{
    private const string Stops =
        "stop_id,stop_name,stop_lat,stop_lon\n" + "green,Green,52.9000,0.3000\n" + "mill,Mill,52.9100,0.3000\n" + "hall,\"Hall, the\",52.9300,0.3000\n" + "quay,Quay,52.9700,0.3000\n"
        + "cove,Cove,52.9000,0.3600\n" + "fair,Fair,52.9000,0.2400\n" + "yard,Yard,52.9200,0.3600\n" + "nowhere,Nowhere,north,0.3\n";

    [Fact]
    public async Task What_a_direct_bus_reaches_is_found_on_list_map_and_in_files_and_only_where_it_goes_often()
    {
        await using var database = await TestDatabase.Create();
        foreach (var (name, kind, north, east) in ((string, AssetKind, double, double)[])
            [("Library", AssetKind.Institution, 52.9302, 0.3010), ("Singer", AssetKind.Individual, 52.9298, 0.2995), ("Pub", AssetKind.Exchange, 52.9710, 0.3000), ("Café", AssetKind.Exchange, 52.9000, 0.3600), ("Swings", AssetKind.Place, 52.9000, 0.2400), ("Forge", AssetKind.Place, 52.9200, 0.3600), ("Far field", AssetKind.Place, 52.9500, 0.3000)])
        {
            await database.Add(Drawn(database, new AssetDetails(kind, name, Latitude: north, Longitude: east)));
        }

        (await database.Send(new SeeTimetable())).ShouldBeNull();
        (await database.Send(new SeeBusReach(52.90, 0.30, 30))).ShouldBeNull();
        var trial = await database.Send(new ImportTimetable(Zip(database.Clock.Today), "buses.zip", DryRun: true), database.Coordinator);
        trial.Counts.ShouldBe(new ImportCounts(5, 4, 0, 0, 1, 3, 1));
        (await database.Db(db => db.BusStops.CountAsync())).ShouldBe(0);
        var kept = await database.Send(new ImportTimetable(Zip(database.Clock.Today), "buses.zip"), database.Coordinator);
        kept.Counts.ShouldBe(trial.Counts);
        kept.Problems.ShouldHaveSingleItem().Value.ShouldContain("Nowhere");
        (await database.Send(new SeeTimetable()))!.On.ShouldBe(database.Clock.Today);
        // Nobody may get on at the mill.
        (await database.Db(db => db.BusRides.OrderBy(r => r.Minutes).Select(r => r.Minutes).ToListAsync())).ShouldBe([5, 11, 15, 26]);

        (double North, double East, int Minutes, string[] Names)[] asked =
        [
            (52.9002, 0.3002, 10, []),
            (52.9002, 0.3002, 11, ["Singer", "Library"]),
            (52.9002, 0.3002, 30, ["Singer", "Library", "Pub"]),
            (52.9302, 0.3002, 30, ["Pub"]),
            (52.9702, 0.3002, 60, []),
            (52.9050, 0.3000, 60, []),
        ];
        foreach (var (north, east, minutes, names) in asked)
        {
            var reach = (await database.Send(new SeeBusReach(north, east, minutes)))!;
            var filters = new AssetFilters(Near: new NearPoint(north, east, NearPoint.Most), ByBus: reach);
            (await database.Send(new ListAssets(new ListRequest(), filters))).Items.Select(a => a.Name).ShouldBe(names);
            (await database.Send(new SeeCells(new MapBounds(0.2, 52.8, 0.4, 53), 12, filters))).Total.ShouldBe(names.Length);
            (await database.Send(new FindNearest(north, east, filters))).Select(a => a.Name).ShouldBe(names);
            var seen = names.Where(n => n != "Singer").ToList();
            (await database.Send(new ListAssets(new ListRequest(), filters), database.Commissioner)).Items.Select(a => a.Name).ShouldBe(seen);
        }
    }

    [Fact]
    public async Task The_next_timetable_takes_the_place_of_the_one_before_and_what_is_none_changes_nothing()
    {
        await using var database = await TestDatabase.Create();
        var today = database.Clock.Today;
        await database.Send(new ImportTimetable(Zip(today), "buses.zip"), database.Coordinator);

        foreach (var (file, says) in ((Stream, string)[])
        [
            (new MemoryStream("stop_id,stop_name"u8.ToArray()), "no timetable in the form of GTFS"),
            (Zip(today, without: "stop_times.txt"), "no timetable in the form of GTFS"),
            (Zip(today, stops: "stop_id,name\n1,Green\n"), "The file has no columns stop_name, stop_lat, stop_lon"),
            (Zip(today.AddYears(-2)), "It may be an old one"),
        ])
        {
            (await Should.ThrowAsync<DomainRuleException>(() => database.Send(new ImportTimetable(file, "odd.zip"), database.Coordinator))).Message.ShouldContain(says);
        }

        (await database.Send(new SeeBusReach(52.90, 0.30, 30)))!.Stops.ShouldBe(3);
        for (var i = 0; i < 2; i++)
        {
            database.Clock.Now += TimeSpan.FromDays(7);
            await database.Send(new ImportTimetable(Zip(today), "buses.zip"), database.Coordinator);
        }

        (await database.Send(new SeeBusReach(52.90, 0.30, 60)))!.TimetableOf.ShouldBe(today.AddDays(14));
        // The one in force, and the one before it until the next.
        (await database.Db(db => db.BusStops.Select(s => s.TimetableId).Distinct().CountAsync())).ShouldBe(2);
        await Should.ThrowAsync<NotAllowedException>(() => database.Send(new ImportTimetable(Zip(today), "buses.zip"), database.Worker));
    }

    private static Asset Drawn(TestDatabase database, AssetDetails details)
    {
        var asset = Asset.Add(database.Programme, database.Worker.UserId, database.Clock.Today, details);
        asset.Draw(null, null);
        return asset;
    }

    private static MemoryStream Zip(DateOnly today, string? without = null, string stops = Stops)
    {
        var trips = new StringBuilder("route_id,service_id,trip_id\n");
        var times = new StringBuilder("trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type\n");
        for (var hour = 7; hour < 19; hour++)
        {
            Trip($"town{hour}", "weekdays", hour, ("green", 0, ""), ("mill", 5, "1"), ("hall", 11, ""), ("quay", 26, ""));
            Trip($"fair{hour}", "sundays", hour, ("green", 0, ""), ("fair", 9, ""));
            if (hour is 10 or 15)
            {
                Trip($"cove{hour}", "weekdays", hour, ("green", 0, ""), ("cove", 8, ""));
            }

            if (hour < 11)
            {
                Trip($"yard{hour}", "weekdays", hour - 5, ("green", 0, ""), ("yard", 9, ""));
            }
        }

        var (from, to) = (today.AddMonths(-1).ToString("yyyyMMdd", CultureInfo.InvariantCulture), today.AddMonths(5).ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part("stops.txt", stops);
            Part("trips.txt", trips.ToString());
            Part("stop_times.txt", times.ToString());
            Part("calendar.txt", $"service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nweekdays,1,1,1,1,1,0,0,{from},{to}\nsundays,0,0,0,0,0,0,1,{from},{to}\n");

            void Part(string name, string text)
            {
                if (name != without)
                {
                    using var part = zip.CreateEntry(name).Open();
                    part.Write(Encoding.UTF8.GetBytes(text));
                }
            }
        }

        bytes.Position = 0;
        return bytes;

        void Trip(string id, string service, int hour, params (string Stop, int Minute, string Pickup)[] calls)
        {
            trips.Append(CultureInfo.InvariantCulture, $"r,{service},{id}\n");
            foreach (var (stop, minute, pickup) in calls)
            {
                times.Append(CultureInfo.InvariantCulture, $"{id},{hour:00}:{minute:00}:00,{hour:00}:{minute:00}:00,{stop},{minute + 1},{pickup}\n");
            }
        }
    }
}
