using System.Net;
using System.Text.Json;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Testing;
using AbcdConnect.Web.Tests.OpenReferral;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Web.Tests.Feeds;

/// <summary>The calendar as another program reads it.</summary>
public sealed class CalendarTests
{
    private static readonly DateOnly FirstTuesday = new(2026, 9, 1);

    [Fact]
    public async Task Activities_stand_in_the_calendar_as_often_as_they_take_place()
    {
        await using var map = await SharedMap.Open();
        await Add(map, "Blanket table", d => d with { Day = DayOfWeek.Tuesday, StartsAt = new TimeOnly(10, 0), EndsAt = new TimeOnly(12, 0) }, FirstTuesday);
        await Add(map, "Every other supper", d => d with { Frequency = ActivityFrequency.Fortnightly, Day = DayOfWeek.Tuesday, StartsAt = new TimeOnly(18, 0) }, FirstTuesday, FirstTuesday.AddDays(7));
        await Add(map, "Repair café", d => d with { Frequency = ActivityFrequency.Monthly, Day = DayOfWeek.Tuesday }, FirstTuesday.AddDays(7));
        await Add(map, "Last-week lunch", d => d with { Frequency = ActivityFrequency.Monthly, Day = DayOfWeek.Tuesday }, FirstTuesday.AddDays(28));
        await Add(map, "Street party", d => d with { Frequency = ActivityFrequency.Once, StartsAt = new TimeOnly(13, 0) }, FirstTuesday.AddDays(11));
        await Add(map, "Not begun yet", d => d with { Status = ActivityStatus.Starting, Day = DayOfWeek.Friday, StartsAt = new TimeOnly(9, 30) });
        await Add(map, "No day known", d => d with { Frequency = ActivityFrequency.Once });
        await Add(map, "Only an idea", d => d with { Status = ActivityStatus.Idea, Day = DayOfWeek.Monday });

        var (calendar, events) = await Read(map, "/open-data/activities.ics");

        calendar.GetProperty("version").GetString().ShouldBe("2.0");
        calendar.GetProperty("zones")[0].GetString().ShouldBe("Europe/London");
        events.Keys.ShouldBe(["Blanket table", "Every other supper", "Last-week lunch", "Not begun yet", "Repair café", "Street party"], ignoreOrder: true);
        Text(events["Blanket table"], "start").ShouldBe("2026-09-01 10:00:00+01:00");
        Text(events["Blanket table"], "end").ShouldBe("2026-09-01 12:00:00+01:00");
        Text(events["Blanket table"], "zone").ShouldBe("Europe/London");
        Dates(events["Blanket table"]).ShouldBe(["2026-09-01", "2026-09-08", "2026-09-15", "2026-09-22"]);
        Text(events["Blanket table"], "status").ShouldBe("CONFIRMED");
        // Counted from the last one held, so that "every other" stays in step.
        Dates(events["Every other supper"]).ShouldBe(["2026-09-08", "2026-09-22", "2026-10-06", "2026-10-20"]);
        Dates(events["Repair café"]).ShouldBe(["2026-09-08", "2026-10-13", "2026-11-10", "2026-12-08"]);
        Dates(events["Last-week lunch"]).ShouldBe(["2026-09-29", "2026-10-27", "2026-11-24", "2026-12-29"]);
        Text(events["Repair café"], "start").ShouldBe("2026-09-08");
        events["Street party"].GetProperty("rule").ValueKind.ShouldBe(JsonValueKind.Null);
        Text(events["Not begun yet"], "status").ShouldBe("TENTATIVE");
        Text(events["Not begun yet"], "start").ShouldStartWith("2026-11-13 09:30:00");
    }

    [Fact]
    public async Task What_rests_stops_and_what_ended_before_it_began_is_cancelled()
    {
        await using var map = await SharedMap.Open();
        var resting = await Add(map, "Blanket table", d => d with { Day = DayOfWeek.Tuesday, StartsAt = new TimeOnly(10, 0) }, FirstTuesday);
        var ended = await Add(map, "Never held", d => d with { Day = DayOfWeek.Friday, StartsAt = new TimeOnly(10, 0) });
        var (_, before) = await Read(map, "/open-data/activities.ics");
        await Change(map, resting, a => a.MoveTo(ActivityStatus.Resting, new DateOnly(2026, 9, 15)));
        await Change(map, ended, a => a.MoveTo(ActivityStatus.Ended, map.Database.Clock.Today));

        var (_, after) = await Read(map, "/open-data/activities.ics");

        var rests = after["Blanket table (resting)"];
        Dates(rests).ShouldBe(["2026-09-01", "2026-09-08"]);
        // The same entry, newer: a calendar that has it replaces it.
        Text(rests, "uid").ShouldBe(Text(before["Blanket table"], "uid"));
        rests.GetProperty("sequence").GetInt32().ShouldBeGreaterThan(before["Blanket table"].GetProperty("sequence").GetInt32());
        Text(rests, "modified").ShouldStartWith("2026-11-12 10:00:00");
        Text(after["Never held"], "status").ShouldBe("CANCELLED");
        after["Never held"].GetProperty("rule").ValueKind.ShouldBe(JsonValueKind.Null);

        map.Database.Clock.Now += TimeSpan.FromDays(120);
        (await Read(map, "/open-data/activities.ics")).Events.Keys.ShouldBe(["Blanket table (resting)"]);
    }

    [Fact]
    public async Task Words_of_every_kind_come_through_whole()
    {
        await using var map = await SharedMap.Open();
        var words = "Bring; a pan, a \\ spoon\r\nand: \"friends\"\tوأصدقاء " + string.Concat(Enumerable.Repeat("👩🏽‍🌾é漢", 40));
        var id = await Add(map, "Soup; with, everything \\ here", d => d with { Day = DayOfWeek.Tuesday, Description = words + "\u0007" }, FirstTuesday);

        var (_, events) = await Read(map, $"/open-data/activities/{id}.ics");

        Text(events["Soup; with, everything \\ here"], "description").ShouldBe(words.ReplaceLineEndings("\n").Replace('\t', ' '));
    }

    [Fact]
    public async Task A_neighbourhoods_calendar_holds_its_own_and_a_home_is_no_public_place()
    {
        await using var map = await SharedMap.Open();
        var home = await map.Add("Rosie's kitchen", AssetKind.Individual, d => d with { Address = "3 Hidden Row" });
        var hall = await map.Add("Fernhill Hall", AssetKind.Place, d => d with { Address = "1 Hill Street\nFernhill", Postcode = "ZZ1 1AA" });
        await Add(map, "Supper club", d => d with { Day = DayOfWeek.Monday, PlaceId = home }, FirstTuesday);
        await Add(map, "Tea dance", d => d with { Day = DayOfWeek.Monday, PlaceId = hall }, FirstTuesday);
        await Add(map, "Harbour walk", d => d with { Day = DayOfWeek.Monday, NeighbourhoodId = map.Database.HarbourWard }, FirstTuesday);

        var (calendar, events) = await Read(map, $"/open-data/activities.ics?neighbourhood={map.Database.Fernhill}");

        calendar.GetProperty("name").GetString().ShouldBe("What's on in Fernhill");
        events.Keys.ShouldBe(["Supper club", "Tea dance"], ignoreOrder: true);
        Text(events["Supper club"], "location").ShouldBe("Fernhill");
        Text(events["Tea dance"], "location").ShouldBe("Fernhill Hall, 1 Hill Street, Fernhill, ZZ1 1AA");
        (await map.Anybody.Get("/open-data/activities.ics?neighbourhood=99")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Where_nothing_is_shared_only_members_are_given_the_files()
    {
        await using var app = await TestApp.Start();
        var activity = Activity.Add(app.Database.Programme, null, FirstTuesday, new ActivityDetails("Blanket table", ActivityStatus.Running, LedBy.Resident, ActivityFrequency.Weekly, Day: DayOfWeek.Tuesday));
        await app.Database.Add(activity);

        (await app.As(null).Get("/open-data/activities.ics")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.As(Role.Administrator).Get("/open-data/activities.ics")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.As(Role.Worker).Read($"/open-data/activities/{activity.Id}.ics")).ShouldContain("SUMMARY:Blanket table");
    }

    private static async Task<ActivityId> Add(SharedMap map, string name, Func<ActivityDetails, ActivityDetails> with, params DateOnly[] held)
    {
        var details = with(new ActivityDetails(name, ActivityStatus.Running, LedBy.Resident, ActivityFrequency.Weekly, NeighbourhoodId: map.Database.Fernhill));
        var activity = Activity.Add(map.Database.Programme, map.Database.Worker.UserId, held.Length > 0 ? FirstTuesday.AddDays(-1) : map.Database.Clock.Today, details);
        foreach (var on in held)
        {
            activity.Hold(on, 8, [], map.Database.Clock.Today);
        }

        await map.Database.Add(activity);
        return activity.Id;
    }

    private static Task<int> Change(SharedMap map, ActivityId id, Action<Activity> change) => map.Database.Db(async db =>
    {
        change(await db.Activities.Include(a => a.History).SingleAsync(a => a.Id == id));
        return await db.SaveChangesAsync();
    });

    private static async Task<(JsonElement Calendar, IReadOnlyDictionary<string, JsonElement> Events)> Read(SharedMap map, string path)
    {
        var file = await map.Anybody.Read(path);
        var lines = (await Python.Run(Path.Combine("tests", "AbcdConnect.Web.Tests", "Feeds", "read_calendar.py"), file)).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        return (lines[0], lines.Skip(1).ToDictionary(e => Text(e, "summary")!));
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private static IEnumerable<string?> Dates(JsonElement of) => of.GetProperty("dates").EnumerateArray().Select(d => d.GetString());
}
