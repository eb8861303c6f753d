namespace AbcdConnect.Domain.Assets;

/// <summary>A stop of a bus timetable that was brought in.</summary>
public sealed class BusStop
{
    public BusStopId Id { get; private set; }

    /// <summary>The import that brought it. The newest one that came to its end is the timetable in force.</summary>
    public required ImportBatchId TimetableId { get; init; }

    public required string Name { get; init; }

    /// <summary>On the map's grid: <see cref="MapSpot"/>.</summary>
    public required int MapX { get; init; }

    public required int MapY { get; init; }
}

/// <summary>From one stop to another without changing, where a bus goes often enough to rely on.</summary>
public sealed class BusRide
{
    public required BusStopId FromId { get; init; }

    public required BusStopId ToId { get; init; }

    /// <summary>On the bus, on average, rounded up.</summary>
    public required int Minutes { get; init; }
}
