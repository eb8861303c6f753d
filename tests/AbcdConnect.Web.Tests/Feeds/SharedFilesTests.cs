using System.Net;
using System.Text.Json;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Web.Tests.OpenReferral;

namespace AbcdConnect.Web.Tests.Feeds;

public sealed class SharedFilesTests
{
    [Fact]
    public async Task A_card_tells_how_to_reach_the_organisation()
    {
        await using var map = await SharedMap.Open();
        var id = await map.Add("Singers; of \"Fernhill\", Ltd", AssetKind.Association, d => d with
        {
            Address = "1 Hill Street, Top floor",
            Postcode = "zz1 1aa",
            Phone = "01632 960 123",
            Email = "hello@singers.example",
            Website = "singers.example/join",
            Latitude = 52.9101234,
            Longitude = -0.32,
        });

        using var answer = await map.Anybody.Get($"/open-data/assets/{id}.vcf");
        var card = (await answer.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/vcard");
        card[0].ShouldBe("BEGIN:VCARD");
        card.ShouldContain("VERSION:4.0");
        card.ShouldContain("FN:Singers\\; of \"Fernhill\"\\, Ltd");
        card.ShouldContain("ADR:;;1 Hill Street\\, Top floor;Fernhill;;ZZ1 1AA;");
        card.ShouldContain("TEL;VALUE=uri;TYPE=work:tel:01632960123");
        card.ShouldContain("EMAIL;TYPE=work:hello@singers.example");
        card.ShouldContain("URL:https://singers.example/join");
        card.ShouldContain("GEO:geo:52.910123,-0.32");
        card[^2].ShouldBe("END:VCARD");
    }

    [Fact]
    public async Task Search_engines_are_told_what_it_is_in_their_words()
    {
        await using var map = await SharedMap.Open();
        var hall = await map.Add("Fernhill </script> Hall", AssetKind.Place, d => d with { Latitude = 52.91, Longitude = 0.32, Postcode = "ZZ1 1AA", Hours = [new OpenSession(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(17, 30))] });
        var dance = Activity.Add(map.Database.Programme, null, map.Database.Clock.Today, new ActivityDetails("Tea dance", ActivityStatus.Running, LedBy.Resident, ActivityFrequency.Weekly, PlaceId: hall, Day: DayOfWeek.Friday, StartsAt: new TimeOnly(14, 0)));
        await map.Database.Add(dance);

        var text = await map.Anybody.Read($"/open-data/assets/{hall}.jsonld");
        text.ShouldNotContain("</script>");
        var place = JsonDocument.Parse(text).RootElement;
        place.GetProperty("@type").GetString().ShouldBe("CivicStructure");
        place.GetProperty("geo").GetProperty("latitude").GetDouble().ShouldBe(52.91);
        place.GetProperty("openingHoursSpecification")[0].GetProperty("closes").GetString().ShouldBe("17:30");

        var happens = JsonDocument.Parse(await map.Anybody.Read($"/open-data/activities/{dance.Id}.jsonld")).RootElement;
        happens.GetProperty("@type").GetString().ShouldBe("Event");
        happens.GetProperty("startDate").GetString().ShouldBe("2026-11-13T14:00+00:00");
        happens.GetProperty("eventSchedule").GetProperty("byDay").GetString().ShouldBe("https://schema.org/Friday");
        happens.GetProperty("location").GetProperty("name").GetString().ShouldBe("Fernhill </script> Hall");
    }

    [Fact]
    public async Task The_map_goes_out_as_points_by_the_lists_own_filters()
    {
        await using var map = await SharedMap.Open();
        await map.AddPostcode("ZZ1 1AA", 52.90, 0.31);
        await map.Add("Fernhill Hall", AssetKind.Place, d => d with { Latitude = 52.91, Longitude = 0.32 });
        await map.Add("Fernhill Singers", AssetKind.Association, d => d with { Postcode = "ZZ1 1AA" });
        await map.Add("Harbour Steps", AssetKind.Place, d => d with { NeighbourhoodId = map.Database.HarbourWard });

        async Task<List<JsonElement>> Features(string query) =>
            [.. JsonDocument.Parse(await map.Anybody.Read("/open-data/assets.geojson" + query)).RootElement.GetProperty("features").EnumerateArray()];

        var all = await Features("");
        all.Select(Name).ShouldBe(["Fernhill Hall", "Fernhill Singers", "Harbour Steps"]);
        all[0].GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(c => c.GetDouble()).ShouldBe([0.32, 52.91]);
        all[1].GetProperty("properties").GetProperty("point_is").GetString().ShouldBe("the middle of its postcode");
        all[2].GetProperty("geometry").ValueKind.ShouldBe(JsonValueKind.Null);
        (await Features("?kind=Place&neighbourhood=1")).Select(Name).ShouldBe(["Fernhill Hall"]);
        (await Features("?q=singers")).Select(Name).ShouldBe(["Fernhill Singers"]);
        (await map.Anybody.Get("/open-data/assets.geojson?kind=Nothing")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        // What the map is filtered by: a piece of it, around a place, getting in, and those to ask about first.
        await map.Database.Db(async db =>
        {
            var asked = db.Assets.Single(a => a.Name == "Harbour Steps");
            asked.Doubted([DoubtKind.FoundClosed, DoubtKind.FoundClosed]);
            return await db.SaveChangesAsync();
        });
        (await Features("?box=0.31,52.9,0.33,52.92")).Select(Name).ShouldBe(["Fernhill Hall"]);
        (await Features("?place=52.91,0.32&within=50")).Select(Name).ShouldContain("Fernhill Hall");
        (await Features("?place=52.95,0.9&within=50")).ShouldBeEmpty();
        (await Features("?access=StepFree")).ShouldBeEmpty();
        (await Features("?askFirst=true")).Select(Name).ShouldBe(["Harbour Steps"]);
        (await map.Anybody.Get("/open-data/assets.geojson?place=nowhere+known")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await map.Anybody.Get("/open-data/assets.geojson?unconnected=true")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Whoever_reads_the_list_takes_it_along_as_points_or_rows_by_every_filter_also_what_nothing_is_tied_to()
    {
        await using var map = await SharedMap.Open();
        var hall = await map.Add("Fernhill Hall", AssetKind.Place, d => d with { Latitude = 52.91, Longitude = 0.32, Cost = "Free", Access = "Step-free", Languages = "Polish", Hours = [new OpenSession(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(17, 0))] });
        await map.Add("Harbour Steps", AssetKind.Place, d => d with { NeighbourhoodId = null, Latitude = 52.95, Longitude = 0.41 });
        await map.Add("Rosie at home", AssetKind.Individual);
        var choir = await map.Add("Hill choir");
        await map.Database.Add(Connection.Make(map.Database.Programme, null, null, ConnectionEnd.Of(hall), ConnectionEnd.Of(choir), ConnectionOrigin.Existing, null, map.Database.Clock.Today, null));
        var coordinator = map.App.As(Role.Coordinator);
        var found = new Dictionary<string, string[]>
        {
            [""] = ["Fernhill Hall", "Harbour Steps", "Hill choir"],
            ["?Unconnected=true"] = ["Harbour Steps"],
            ["?Unconnected=true&Kind=Association"] = [],
            ["?Q=choir"] = ["Hill choir"],
            ["?Kind=Place&Neighbourhood=1"] = ["Fernhill Hall"],
            ["?OpenOn=Monday&OpenAt=10:00"] = ["Fernhill Hall"],
            ["?Cost=Nothing&Access=StepFree&Language=Polish"] = ["Fernhill Hall"],
            ["?Place=52.95,0.41&Within=100"] = ["Harbour Steps"],
            ["?Box=0.31,52.9,0.33,52.92"] = ["Fernhill Hall"],
            ["?Unplaced=true"] = ["Harbour Steps"],
            ["?Closed=true"] = [],
        };
        foreach (var (query, names) in found)
        {
            var points = JsonDocument.Parse(await coordinator.Read("/assets.geojson" + query)).RootElement.GetProperty("features").EnumerateArray().Select(Name);
            points.ShouldBe(names, ignoreOrder: true, query);
            var rows = (await coordinator.Read("/assets.csv" + query)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(r => r.Split(',')[0].Trim('"'));
            rows.Where(r => r != "Rosie at home").ShouldBe(names, ignoreOrder: true, query);
        }

        // A file of everything would not be what was asked for.
        foreach (var file in new[] { "/assets.geojson", "/assets.csv" })
        {
            using var unknown = await coordinator.Get(file + "?Place=ZZ99+9ZZ");
            unknown.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            unknown.Headers.Location!.ToString().ShouldBe("/assets?Place=ZZ99+9ZZ");
        }
    }

    [Fact]
    public async Task Kumu_is_given_places_and_ties_and_counts_that_give_nobody_away()
    {
        await using var map = await SharedMap.Open();
        var hall = await map.Add("The Hall", AssetKind.Place);
        var other = await map.Add("The Hall", AssetKind.Institution);
        var quiet = await map.Add("Quiet corner", AssetKind.Place);
        var kept = await map.Add("Rosie Tanager", AssetKind.Individual);
        var today = map.Database.Clock.Today;
        var ties = new List<object>
        {
            Connection.Make(map.Database.Programme, null, null, ConnectionEnd.Of(hall), ConnectionEnd.Of(other), ConnectionOrigin.Existing, "Rosie's sister runs both", today, null),
            Connection.Make(map.Database.Programme, null, null, ConnectionEnd.Of(hall), ConnectionEnd.Of(kept), ConnectionOrigin.Existing, null, today, null),
            Connection.Make(map.Database.Programme, null, null, ConnectionEnd.Of(other), ConnectionEnd.Of(quiet), ConnectionOrigin.Existing, null, today.AddDays(-9), today),
        };
        for (var i = 0; i < 7; i++)
        {
            var person = await map.Database.AddPerson($"Neighbour{i}");
            ties.Add(Connection.Make(map.Database.Programme, null, null, ConnectionEnd.Of(person.Id), ConnectionEnd.Of(hall), ConnectionOrigin.Existing, "helps", today, null));
            if (i < 4)
            {
                ties.Add(Connection.Make(map.Database.Programme, null, null, ConnectionEnd.Of(person.Id), ConnectionEnd.Of(quiet), ConnectionOrigin.Existing, "helps", today, null));
            }
        }

        ties.Add(Activity.Add(map.Database.Programme, null, today, new ActivityDetails("Tea dance", ActivityStatus.Running, LedBy.Resident, ActivityFrequency.Weekly, PlaceId: hall)));
        await map.Database.Add([.. ties]);

        var json = JsonDocument.Parse(await map.Anybody.Read("/open-data/kumu.json")).RootElement;
        var elements = json.GetProperty("elements").EnumerateArray().ToDictionary(e => e.GetProperty("label").GetString()!);
        elements.Keys.ShouldBe(["The Hall", "The Hall (2)", "Quiet corner", "Tea dance"], ignoreOrder: true);
        elements["The Hall"].GetProperty("people_tied").GetString().ShouldBe("5 or more");
        elements["Quiet corner"].TryGetProperty("people_tied", out _).ShouldBeFalse();
        json.GetProperty("connections").EnumerateArray().Select(c => $"{c.GetProperty("from")} {c.GetProperty("type")} {c.GetProperty("to")}")
            .ShouldBe(["The Hall Connected The Hall (2)", "Tea dance Takes place at The Hall"]);

        (await map.Anybody.Read("/open-data/kumu-elements.csv")).ShouldContain("The Hall (2),Institution");
        (await map.Anybody.Read("/open-data/kumu-connections.csv")).ShouldContain("The Hall,The Hall (2),Connected,mutual");
    }

    [Fact]
    public async Task Nothing_private_stands_in_any_answer()
    {
        const string Planted = "Xylograph";
        await using var map = await SharedMap.Open();
        var db = map.Database;
        var person = await db.AddPerson(Planted + "first", with: p => p with { LastName = Planted + "last", Phone = "07700 900461" });
        var hall = await map.Add("Fernhill Hall", AssetKind.Place, d => d with
        {
            Description = $"Ask for {Planted}contact on 07700 900 462 or {Planted}@mail.example, kept by {Planted}keeper. Open to all.",
            Access = $"Key from {Planted}contact",
            OpeningTimes = $"Ring {Planted}contact (+44 7700 900463)",
            Cost = $"Pay {Planted}keeper",
            Address = $"c/o {Planted}contact, 1 Hill Street",
            ContactName = Planted + "contact",
            Phone = "07700 900464",
            Email = $"{Planted}.own@fernhill.example",
            LookedAfterBy = Planted + "keeper",
            Latitude = 52.91,
            Longitude = 0.32,
        });
        await map.Add("Fernhill Choir", AssetKind.Association, d => d with { Phone = "+447700900465", Email = $"{Planted}@fernhill.example", Website = $"https://{Planted}:pass@fernhill.example/" });
        await map.Add(Planted + " at home", AssetKind.Individual, d => d with { Description = Planted, Address = Planted, Latitude = 52.9, Longitude = 0.3 });
        var rejected = await map.Add(Planted + " rejected", AssetKind.Place);
        await db.Db(async database =>
        {
            (await database.Assets.FindAsync(rejected))!.Reject(db.Clock.Today);
            return await database.SaveChangesAsync();
        });
        await db.Add(
            new AssetSuggestion { AssetId = hall, SuggestedBy = db.Partner.UserId!.Value, SuggestedAt = db.Clock.Now, Suggestion = Planted + " suggests" },
            Connection.Make(db.Programme, null, null, ConnectionEnd.Of(person.Id), ConnectionEnd.Of(hall), ConnectionOrigin.Existing, Planted + " tie", db.Clock.Today, null));
        var dance = Activity.Add(db.Programme, null, db.Clock.Today.AddDays(-30), new ActivityDetails(
            "Tea dance", ActivityStatus.Running, LedBy.Resident, ActivityFrequency.Weekly, $"Led by {Planted}first {Planted}last, 07700900466.", db.Fernhill, hall, DayOfWeek.Monday, LeaderId: person.Id));
        dance.Hold(db.Clock.Today, null, [person.Id], db.Clock.Today);
        await db.Add(dance, Activity.Add(db.Programme, null, db.Clock.Today, new ActivityDetails(Planted + " idea", ActivityStatus.Idea, LedBy.Resident, ActivityFrequency.Weekly, Day: DayOfWeek.Monday)));

        var addresses = new List<string> { "", "/openapi.json", $"/services?search={Planted}contact", "/services?search=hall" };
        foreach (var list in new[] { "services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms" })
        {
            addresses.Add("/" + list);
            addresses.Add($"/{list}?per_page=500");
            addresses.AddRange((await map.Read("/" + list)).GetProperty("contents").EnumerateArray().Select(i => $"/{list}/{i.GetProperty("id").GetString()}"));
        }

        var all = addresses.Select(a => SharedMap.Api + a).Concat(
        [
            "/open-data/activities.ics", $"/open-data/activities/{dance.Id}.ics", $"/open-data/activities/{dance.Id}.jsonld", $"/open-data/assets/{hall}.jsonld", $"/open-data/assets/{hall}.vcf",
            "/open-data/assets.geojson", "/open-data/assets.geojson?kind=Individual", "/open-data/kumu.json", "/open-data/kumu-elements.csv", "/open-data/kumu-connections.csv",
        ]).ToList();
        all.Count.ShouldBeGreaterThan(30);
        foreach (var reader in new[] { map.Anybody, map.App.As(Role.Coordinator) })
        {
            foreach (var address in all)
            {
                // Folded lines as a reader joins them, and headers with the rest.
                using var answer = await reader.Get(address);
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
                var said = answer.Headers + (await answer.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal);
                said.ShouldNotContain(Planted, Case.Insensitive, address);
                string.Concat(said.Where(char.IsAsciiDigit)).ShouldNotContain("7700900", Case.Sensitive, address);
            }
        }

        // What may be said is said.
        (await map.Anybody.Read("/open-data/assets.geojson")).ShouldContain("Open to all.");
        foreach (var private_ in new[] { $"/open-data/assets/{rejected}.vcf", $"/open-data/assets/{rejected}.jsonld" })
        {
            (await map.Anybody.Get(private_)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    private static string? Name(JsonElement feature) => feature.GetProperty("properties").GetProperty("name").GetString();
}
