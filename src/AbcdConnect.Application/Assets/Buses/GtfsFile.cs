using System.Globalization;
using System.IO.Compression;
using AbcdConnect.Application.Assets.Map;
using AbcdConnect.Domain.Common;

namespace AbcdConnect.Application.Assets.Buses;

/// <param name="From">The stop's place in <see cref="GtfsFile.Stops"/>.</param>
internal sealed record TimetabledRide(int From, int To, int Minutes);

/// <summary>What of a timetable matters here: stops in a piece of the map, and the direct rides between them on an ordinary weekday.</summary>
internal sealed record GtfsFile(IReadOnlyList<(string Name, double Latitude, double Longitude)> Stops, IReadOnlyList<TimetabledRide> Rides)
{
    /// <summary>From 9am to 5pm; every other hour, so that somebody who just misses one is not left standing.</summary>
    private const int FewestBuses = 4;
    private const int FromHour = 9;
    private const int ToHour = 17;
    private const int WeeksAhead = 5;
    private const long MostBytes = 8L * 1024 * 1024 * 1024;
    private const string NotGtfs = "This is no timetable in the form of GTFS: a .zip with stops.txt, trips.txt, stop_times.txt and calendar.txt. The Bus Open Data Service gives one for each region.";

    /// <exception cref="DomainRuleException">It is none, or no bus in it runs in the weeks to come.</exception>
    public static async Task<GtfsFile> Read(Stream file, MapBounds around, DateOnly today, ImportRun run, CancellationToken token)
    {
        using var zip = Open(file);
        var stops = await StopsIn(zip, around, run, token);
        var running = await RunningOn(zip, today, token);
        var trips = await TripsOf(zip, running, token);
        var calls = await CallsOf(zip, trips, stops, token);

        var rides = new Dictionary<(int From, int To), (int Buses, int Minutes)>();
        foreach (var trip in calls.Values)
        {
            trip.Sort((a, b) => a.Order.CompareTo(b.Order));
            Ride(trip, rides);
        }

        var often = rides.Where(r => r.Value.Buses >= FewestBuses).ToList();
        // Stops that no direct bus serves often are nobody's way.
        var served = often.SelectMany(r => new[] { r.Key.From, r.Key.To }).Distinct().Order().ToList();
        var places = served.Select((stop, at) => (stop, at)).ToDictionary(s => s.stop, s => s.at);
        var byNumber = stops.Values.ToDictionary(s => s.Number);
        run.Rows += served.Count;
        return new GtfsFile(
            served.ConvertAll(s => (byNumber[s].Name, byNumber[s].Latitude, byNumber[s].Longitude)),
            [.. often.Select(r => new TimetabledRide(places[r.Key.From], places[r.Key.To], (r.Value.Minutes + r.Value.Buses - 1) / r.Value.Buses)).OrderBy(r => r.From).ThenBy(r => r.To)]);
    }

    private static ZipArchive Open(Stream file)
    {
        ZipArchive zip;
        try
        {
            zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException)
        {
            throw new DomainRuleException(NotGtfs);
        }

        if (zip.Entries.Sum(e => e.Length) > MostBytes)
        {
            zip.Dispose();
            throw new DomainRuleException($"The timetable unpacks to more than {MostBytes / 1024 / 1024 / 1024} GB. Take that of your own region.");
        }

        return zip;
    }

    private static async Task<CsvTable?> Table(ZipArchive zip, string name, CancellationToken token) =>
        zip.Entries.FirstOrDefault(e => e.Name == name) is { } part ? await CsvTable.Open(await part.OpenAsync(token), token) : null;

    private static async Task<CsvTable> Needed(ZipArchive zip, string name, string[] columns, CancellationToken token)
    {
        var table = await Table(zip, name, token) ?? throw new DomainRuleException(NotGtfs);
        table.MustHave(columns, name);
        return table;
    }

    private static async Task<Dictionary<string, Stop>> StopsIn(ZipArchive zip, MapBounds around, ImportRun run, CancellationToken token)
    {
        var stops = new Dictionary<string, Stop>(StringComparer.Ordinal);
        using var table = await Needed(zip, "stops.txt", ["stop_id", "stop_name", "stop_lat", "stop_lon"], token);
        while (await table.Read())
        {
            token.ThrowIfCancellationRequested();
            var name = table.Cell("stop_name");
            if (table.Cell("stop_id") is not { } id || !Degrees(table.Cell("stop_lat"), 90, out var north) || !Degrees(table.Cell("stop_lon"), 180, out var east) || (north == 0 && east == 0))
            {
                run.Rows++;
                run.Reject(table.Row, "stop_lat, stop_lon", $"{name} {table.Cell("stop_lat")} {table.Cell("stop_lon")}", "This stop says nowhere on Earth that it is, so it was left out. There is nothing to do unless it is yours.");
            }
            else if (north >= around.South && north <= around.North && east >= around.West && east <= around.East)
            {
                stops.TryAdd(id, new Stop(stops.Count, name is { Length: > 0 } ? name[..Math.Min(name.Length, Words.LongestLine)] : "A stop", north, east));
            }
        }

        return stops;
    }

    // The Tuesday of the weeks to come on which most runs: no bank holiday falls on it every week.
    private static async Task<HashSet<string>> RunningOn(ZipArchive zip, DateOnly today, CancellationToken token)
    {
        var week = new List<(string Id, DateOnly From, DateOnly To)>();
        if (await Table(zip, "calendar.txt", token) is { } calendar)
        {
            using var table = calendar;
            table.MustHave(["service_id", "tuesday", "start_date", "end_date"], "calendar.txt");
            while (await table.Read())
            {
                if (table.Cell("service_id") is { } id && table.Cell("tuesday") == "1" && Day(table.Cell("start_date")) is { } from && Day(table.Cell("end_date")) is { } to)
                {
                    week.Add((id, from, to));
                }
            }
        }

        var days = new List<(string Id, DateOnly On, bool Runs)>();
        if (await Table(zip, "calendar_dates.txt", token) is { } exceptions)
        {
            using var table = exceptions;
            table.MustHave(["service_id", "date", "exception_type"], "calendar_dates.txt");
            while (await table.Read())
            {
                if (table.Cell("service_id") is { } id && Day(table.Cell("date")) is { DayOfWeek: DayOfWeek.Tuesday } on)
                {
                    days.Add((id, on, table.Cell("exception_type") == "1"));
                }
            }
        }

        var tuesday = today.AddDays(((int)DayOfWeek.Tuesday - (int)today.DayOfWeek + 7) % 7);
        var best = Enumerable.Range(0, WeeksAhead).Select(i => tuesday.AddDays(i * 7)).Select(on =>
        {
            var services = week.Where(s => s.From <= on && on <= s.To).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
            services.ExceptWith(days.Where(d => d.On == on && !d.Runs).Select(d => d.Id));
            services.UnionWith(days.Where(d => d.On == on && d.Runs).Select(d => d.Id));
            return services;
        }).MaxBy(services => services.Count)!;
        return best.Count > 0 ? best : throw new DomainRuleException($"No bus of this timetable runs on a Tuesday from {tuesday:d MMMM yyyy} on. It may be an old one: fetch it anew and bring that in.");
    }

    private static async Task<HashSet<string>> TripsOf(ZipArchive zip, HashSet<string> services, CancellationToken token)
    {
        var trips = new HashSet<string>(StringComparer.Ordinal);
        using var table = await Needed(zip, "trips.txt", ["trip_id", "service_id"], token);
        while (await table.Read())
        {
            if (table.Cell("service_id") is { } service && services.Contains(service) && table.Cell("trip_id") is { } trip)
            {
                trips.Add(trip);
            }
        }

        return trips;
    }

    // Where a trip calls, of the stops that are kept. A stop without a time of its own is passed over.
    private static async Task<Dictionary<string, List<Call>>> CallsOf(ZipArchive zip, HashSet<string> trips, Dictionary<string, Stop> stops, CancellationToken token)
    {
        var calls = new Dictionary<string, List<Call>>(StringComparer.Ordinal);
        using var table = await Needed(zip, "stop_times.txt", ["trip_id", "arrival_time", "departure_time", "stop_id", "stop_sequence"], token);
        while (await table.Read())
        {
            token.ThrowIfCancellationRequested();
            if (table.Cell("stop_id") is not { } at || !stops.TryGetValue(at, out var stop) || table.Cell("trip_id") is not { } trip || !trips.Contains(trip)
                || Minute(table.Cell("arrival_time") ?? table.Cell("departure_time")) is not { } arrives || !int.TryParse(table.Cell("stop_sequence"), CultureInfo.InvariantCulture, out var order))
            {
                continue;
            }

            if (!calls.TryGetValue(trip, out var known))
            {
                calls[trip] = known = [];
            }

            // 1: nobody gets on, or off, there.
            known.Add(new Call(order, stop.Number, arrives, Minute(table.Cell("departure_time")) ?? arrives, table.Cell("pickup_type") != "1", table.Cell("drop_off_type") != "1"));
        }

        return calls;
    }

    private static void Ride(List<Call> trip, Dictionary<(int From, int To), (int Buses, int Minutes)> rides)
    {
        for (var i = 0; i < trip.Count; i++)
        {
            var from = trip[i];
            if (!from.GetsOn || from.Leaves < FromHour * 60 || from.Leaves >= ToHour * 60)
            {
                continue;
            }

            // A round that calls twice takes whoever gets off there the first time.
            var been = new HashSet<int> { from.Stop };
            for (var j = i + 1; j < trip.Count && trip[j].Arrives - from.Leaves <= BusReach.MostMinutes; j++)
            {
                if (trip[j].GetsOff && been.Add(trip[j].Stop))
                {
                    var key = (from.Stop, trip[j].Stop);
                    var (buses, minutes) = rides.GetValueOrDefault(key);
                    rides[key] = (buses + 1, minutes + Math.Max(1, trip[j].Arrives - from.Leaves));
                }
            }
        }
    }

    private static bool Degrees(string? text, double most, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && Math.Abs(number) <= most;

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // 25:10:00 is ten past one in the night after.
    private static int? Minute(string? text) =>
        text?.Split(':') is [var hour, var minute, ..] && int.TryParse(hour, CultureInfo.InvariantCulture, out var hours) && int.TryParse(minute, CultureInfo.InvariantCulture, out var minutes)
            ? (hours * 60) + minutes
            : null;

    private sealed record Stop(int Number, string Name, double Latitude, double Longitude);

    private readonly record struct Call(int Order, int Stop, int Arrives, int Leaves, bool GetsOn, bool GetsOff);
}
