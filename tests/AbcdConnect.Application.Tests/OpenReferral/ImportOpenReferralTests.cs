using System.Text;
using System.Text.Json;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.OpenReferral;
using AbcdConnect.Application.Tests.Assets;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Application.Tests.OpenReferral;

public sealed class ImportOpenReferralTests
{
    private const string Directory = "https://directory.example/api/v3";

    [Fact]
    public async Task Every_page_is_followed_and_the_same_again_adds_nothing()
    {
        var web = new Web();
        web.Services.AddRange([Service("a", "Fernhill Singers", "Choirs"), Service("b", "Brook End Library", "Libraries"), Service("c", "The long bench", "Benches")]);
        await using var database = await TestDatabase.Create(web.Serve);

        var first = await Import(database);

        first.Counts.ShouldBe(new ImportCounts(Rows: 3, Added: 3, Changed: 0, Same: 0, Rejected: 0, Placed: 3, Unplaced: 0));
        first.Problems.ShouldHaveSingleItem().WhatToDo.ShouldContain("terms.csv");
        var singers = await Find(database, "Fernhill Singers");
        (singers.Kind, singers.NeighbourhoodId, singers.Postcode, singers.Website, singers.LookedAfterBy).ShouldBe((AssetKind.Association, database.Fernhill, "ZZ1 1AA", "https://singers.example", "Fernhill Arts"));
        singers.Hours.Select(h => h.Times).ShouldBe([new OpenSession(DayOfWeek.Thursday, new TimeOnly(19, 0), new TimeOnly(21, 0))]);
        singers.Cost.ShouldBe("£2.5 a session");
        singers.Access.ShouldBe("Ages 12 to 100\nStep-free");
        (await database.Db(db => db.AssetCategories.SingleAsync(c => c.Id == singers.CategoryId))).Name.ShouldBe("Choir or music group");
        // A name and a telephone that another directory publishes are not ours to keep.
        (singers.ContactName, singers.Phone).ShouldBe((null, null));

        var again = await Import(database, everything: true);
        again.Counts.ShouldBe(new ImportCounts(Rows: 3, Added: 0, Changed: 0, Same: 3, Rejected: 0, Placed: 3, Unplaced: 0));
        (await database.Db(db => db.Assets.CountAsync())).ShouldBe(3);
    }

    [Fact]
    public async Task The_next_time_only_what_has_changed_is_read_and_what_people_wrote_here_stands()
    {
        var web = new Web();
        web.Services.AddRange([Service("a", "Fernhill Singers", "Choirs"), Service("b", "Brook End Library", "Libraries")]);
        await using var database = await TestDatabase.Create(web.Serve);
        await Import(database);
        await database.Db(async db =>
        {
            var singers = await db.Assets.Include(a => a.Hours).SingleAsync(a => a.Name == "Fernhill Singers");
            singers.Change(singers.Details with { Description = "The loudest in town", ContactName = "Mo", Phone = "01632 960001" });
            return await db.SaveChangesAsync();
        });
        web.Asked.Clear();

        database.Clock.Now += TimeSpan.FromDays(10);
        var same = await Import(database);

        same.Counts.Same.ShouldBe(2);
        web.Asked.ShouldBe(["/api/v3/services?page=1&per_page=100&modified_after=2026-11-11T10:00:00Z"]);
        (await Find(database, "Fernhill Singers")).Description.ShouldBe("The loudest in town");

        web.Services[0] = Service("a", "Fernhill Singers", "Choirs", description: "Now on Fridays", modified: "2026-11-22T09:00:00Z");
        web.Asked.Clear();
        (await Import(database)).Counts.Changed.ShouldBe(1);
        web.Asked.Count.ShouldBe(2);
        var changed = await Find(database, "Fernhill Singers");
        (changed.Description, changed.ContactName, changed.Phone).ShouldBe(("Now on Fridays", "Mo", "01632 960001"));
    }

    [Fact]
    public async Task A_service_with_a_postcode_and_no_point_is_drawn_where_its_postcode_is()
    {
        var web = new Web();
        web.Services.Add(Service("a", "Fernhill Singers", "Choirs").Replace("\"latitude\":52.91,\"longitude\":0.32,", "", StringComparison.Ordinal));
        await using var database = await TestDatabase.Create(web.Serve);
        await database.Add(new Postcode { Code = "ZZ1 1AA", Latitude = 52.93, Longitude = 0.31 });

        await Import(database);

        var singers = await Find(database, "Fernhill Singers");
        var there = MapSpot.Of(52.93, 0.31);
        (singers.Latitude, singers.MapX, singers.MapY).ShouldBe((null, there.X, there.Y));
    }

    [Fact]
    public async Task What_is_gone_there_is_closed_here_and_never_brought_in()
    {
        var web = new Web();
        web.Services.Add(Service("a", "Fernhill Singers", "Choirs"));
        await using var database = await TestDatabase.Create(web.Serve);
        await Import(database);
        web.Services[0] = Service("a", "Fernhill Singers", "Choirs", status: "defunct");
        web.Services.Add(Service("b", "Long gone", "Choirs", status: "inactive"));

        var result = await Import(database, everything: true);

        (result.Counts.Changed, result.Counts.Rejected, result.Counts.Added).ShouldBe((1, 1, 0));
        (await Find(database, "Fernhill Singers")).ClosedOn.ShouldBe(database.Clock.Today);
        (await Import(database, everything: true)).Counts.Same.ShouldBe(1);
    }

    [Fact]
    public async Task A_list_that_goes_round_in_circles_is_left()
    {
        var web = new Web { Loops = true };
        web.Services.Add(Service("a", "Fernhill Singers", "Choirs"));
        await using var database = await TestDatabase.Create(web.Serve);

        var result = await Import(database);

        (result.Counts.Rows, result.Counts.Added).ShouldBe((1, 1));
        result.Problems.ShouldHaveSingleItem().WhatToDo.ShouldContain("in circles");
        web.Asked.Count(a => a.Contains("?page=", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Theory]
    [InlineData("<!doctype html><title>Welcome</title>", "is a web page")]
    [InlineData("{\"contents\": [", "is not sound JSON")]
    [InlineData("{\"hello\": 1}", "is not a list of services")]
    public async Task An_answer_that_is_no_list_says_what_to_do_and_the_import_tells_of_it(string body, string says)
    {
        var web = new Web { Instead = body };
        await using var database = await TestDatabase.Create(web.Serve);

        (await Should.ThrowAsync<DomainRuleException>(() => Import(database))).Message.ShouldContain(says);

        var batch = await database.Db(db => db.ImportBatches.SingleAsync());
        batch.Outcome.ShouldBe(ImportOutcome.Failed);
        batch.FailedBecause!.ShouldContain(says);
    }

    [Fact]
    public async Task One_service_that_cannot_be_read_whole_comes_in_as_the_list_shows_it()
    {
        var web = new Web { Broken = "b" };
        web.Services.AddRange([Service("a", "Fernhill Singers", "Choirs"), Service("b", "Brook End Library", "Libraries")]);
        await using var database = await TestDatabase.Create(web.Serve);

        var result = await Import(database);

        result.Counts.Added.ShouldBe(2);
        result.Problems.ShouldContain(p => p.Row == 2 && p.Value == "b" && p.WhatToDo.Contains("Only what the list says", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Odd_values_are_left_out_and_said_and_only_what_has_no_name_or_id_is_refused()
    {
        var file = """
            [
              {"id": "1", "name": "Swapped", "service_at_locations": [{"location": {"latitude": -2.3, "longitude": 53.4}}]},
              {"id": "2", "name": "Beyond the pole", "status": "active", "service_at_locations": [{"location": {"latitude": "100", "longitude": "101", "addresses": [{"address_1": "1 Road", "postal_code": "ABC 1234"}]}}]},
              {"id": "3", "name": "Upside down", "schedules": [{"byday": "MO", "opens_at": "18:00", "closes_at": "10:00"}, {"byday": "MO,XX,TU", "opens_at": "10:00:00Z", "closes_at": "12:00"}]},
              {"id": "4", "name": "Odd addresses", "url": "javascript:alert(1)", "email": "nobody", "description": "<p>Hello &amp; <b>welcome</b></p><p>Tea</p>"},
              {"id": "5"}, {"name": "No id"}, {"id": "1", "name": "Twice"}, 17, "text", null,
              {"id": "6", "name": null, "attributes": {}},
              {"id": "7", "name": "Wrong kinds", "attributes": {}, "schedules": "daily", "service_at_locations": [{"location": null}], "languages": [{"id": "x"}], "cost_options": [{"amount": 0}], "minimum_age": "old"}
            ]
            """;
        await using var database = await TestDatabase.Create();

        var result = await Import(database, file);

        (result.Counts.Rows, result.Counts.Added, result.Counts.Rejected).ShouldBe((9, 5, 4));
        result.Problems.ShouldAllBe(p => p.WhatToDo.Length > 20);
        var swapped = await Find(database, "Swapped");
        (swapped.Latitude, swapped.Longitude).ShouldBe((53.4, -2.3));
        var pole = await Find(database, "Beyond the pole");
        (pole.Latitude, pole.Postcode, pole.Address).ShouldBe((null, null, "1 Road"));
        (await Find(database, "Upside down")).Hours.Select(h => h.Day).ShouldBe([DayOfWeek.Monday, DayOfWeek.Tuesday]);
        var odd = await Find(database, "Odd addresses");
        (odd.Website, odd.Email, odd.Description).ShouldBe((null, null, "Hello & welcome\nTea"));
        (await Find(database, "Wrong kinds")).Cost.ShouldBe("Free");
    }

    [OpenDataFact]
    public async Task The_standards_own_odd_examples_come_in_with_warnings()
    {
        foreach (var name in new[] { "service_full", "organization_full", "service_at_location_full", "service_list", "service_at_location_list", "taxonomy", "taxonomy_list" })
        {
            await using var database = await TestDatabase.Create();
            await using var example = OpenData.Open($"open-referral-uk/examples/{name}.json");

            var result = await database.Send(new ImportOpenReferral(name + ".json", example), database.Coordinator);

            if (name.StartsWith("taxonomy", StringComparison.Ordinal))
            {
                continue;
            }

            result.Counts.Added.ShouldBe(1, name);
            var asset = await Find(database, "Community Counselling");
            asset.Description!.ShouldStartWith("Following COVID-19");
            (asset.ContactName, asset.Latitude).ShouldBe((null, null));
            if (name.EndsWith("full", StringComparison.Ordinal))
            {
                asset.Hours.ShouldBeEmpty();
                asset.Access!.ShouldStartWith("Ages 12 to 100\nThe building is equipped");
                asset.Cost!.ShouldContain("£35 per 1 hour session (Under 18s and Over 60s)");
                result.Problems.Select(p => p.Column).ShouldBe(["attributes", "schedules", "latitude", "postal_code"], ignoreOrder: true);
            }
        }
    }

    [Fact]
    public async Task A_trial_keeps_nothing()
    {
        await using var database = await TestDatabase.Create();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("""[{"id": "1", "name": "Fernhill Singers"}]"""));

        (await database.Send(new ImportOpenReferral("list.json", file, DryRun: true), database.Coordinator)).Counts.Added.ShouldBe(1);

        (await database.Db(db => db.Assets.CountAsync())).ShouldBe(0);
        (await database.Db(db => db.ImportBatches.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("directory.example")]
    [InlineData("ftp://directory.example")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:secret@directory.example")]
    public async Task What_is_no_address_of_the_web_is_refused(string address)
    {
        await using var database = await TestDatabase.Create();

        (await Should.ThrowAsync<DomainRuleException>(() => database.Send(new ImportOpenReferral(address), database.Coordinator))).Message.ShouldContain("not an address of the web");
    }

    private static Task<ImportResult> Import(TestDatabase database, bool everything = false) =>
        database.Send(new ImportOpenReferral(Directory + "/services", Everything: everything), database.Coordinator);

    private static Task<ImportResult> Import(TestDatabase database, string json) =>
        database.Send(new ImportOpenReferral("list.json", new MemoryStream(Encoding.UTF8.GetBytes(json))), database.Coordinator);

    private static Task<Asset> Find(TestDatabase database, string name) => database.Db(db => db.Assets.AsNoTracking().Include(a => a.Hours).SingleAsync(a => a.Name == name));

    private static string Service(string id, string name, string term, string description = "Everybody welcome", string status = "active", string modified = "2026-01-05T09:00:00Z") => JsonSerializer.Serialize(new
    {
        id,
        name,
        description,
        status,
        last_modified = modified,
        url = "https://singers.example",
        minimum_age = 12,
        maximum_age = 100,
        organization = new { id = "o" + id, name = "Fernhill Arts" },
        schedules = new[] { new { id = "s", freq = "WEEKLY", byday = "TH", opens_at = "19:00:00", closes_at = "21:00:00" } },
        cost_options = new[] { new { amount = 2.5, amount_description = "a session" } },
        contacts = new[] { new { id = "c", name = "Rosie Tanager", title = "Chair" } },
        phones = new[] { new { number = "07700 900461" } },
        attributes = new[] { new { id = "t", taxonomy_term = new { id = "x", name = term } } },
        service_at_locations = new[]
        {
            new { id = "l" + id, location = new { name, latitude = 52.91, longitude = 0.32, addresses = new[] { new { address_1 = "1 Hill Street", city = "Fernhill", postal_code = "zz1 1aa" } }, accessibility = new[] { new { description = "Step-free" } } } },
        },
    });

    /// <summary>Another directory: its list shows services without their parts, one to a page.</summary>
    private sealed class Web : IWebPages
    {
        public List<string> Services { get; } = [];

        public List<string> Asked { get; } = [];

        public bool Loops { get; init; }

        public string? Instead { get; init; }

        public string? Broken { get; init; }

        public void Serve(IServiceCollection services) => services.AddSingleton<IWebPages>(this);

        public Task<byte[]> Read(Uri address, CancellationToken token)
        {
            Asked.Add(address.PathAndQuery);
            address.Host.ShouldBe("directory.example");
            var all = Services.ConvertAll(s => JsonDocument.Parse(s).RootElement);
            if (Instead is not null)
            {
                return Answer(Instead);
            }

            if (address.AbsolutePath != "/api/v3/services")
            {
                var id = address.Segments[^1];
                return id == Broken ? throw new DomainRuleException("directory.example answered 500.") : Answer(all.Find(s => s.GetProperty("id").GetString() == id).GetRawText());
            }

            // It knows nothing of modified_after, as many do not, and pages by two.
            var page = Loops ? 1 : int.Parse(address.Query.Split("page=")[1].Split('&')[0], System.Globalization.CultureInfo.InvariantCulture);
            var some = all.Skip((page - 1) * 2).Take(2)
                .Select(s => s.EnumerateObject().Where(p => p.Name is "id" or "name" or "description" or "status" or "last_modified" or "organization").ToDictionary(p => p.Name, p => p.Value));
            return Answer(JsonSerializer.Serialize(new { total_pages = Loops ? 99 : (all.Count + 1) / 2, page_number = page, contents = some }));
        }

        private static Task<byte[]> Answer(string body) => Task.FromResult(Encoding.UTF8.GetBytes(body));
    }
}
