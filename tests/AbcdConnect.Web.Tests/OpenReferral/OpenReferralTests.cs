using System.Net;
using System.Text.Json;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Web.Tests.OpenReferral;

public sealed class OpenReferralTests
{
    private const string Nobodys = "11111111-2222-4333-8444-555555555555";

    [Fact]
    public async Task A_programme_that_does_not_share_says_so_and_nothing_else()
    {
        await using var app = await TestApp.Start();
        await app.Database.Add(Asset.Add(app.Database.Programme, null, app.Database.Clock.Today, new AssetDetails(AssetKind.Place, "Fernhill Hall")));

        using var answer = await app.As(null).Get(SharedMap.Api + "/services");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var words = await answer.Content.ReadAsStringAsync();
        words.ShouldContain("switch sharing on");
        words.ShouldNotContain("Fernhill Hall");
    }

    [Fact]
    public async Task Sharing_is_switched_on_and_off_on_the_programmes_page_and_the_identifiers_stay()
    {
        await using var app = await TestApp.Start();
        await app.Database.Add(Asset.Add(app.Database.Programme, null, app.Database.Clock.Today, new AssetDetails(AssetKind.Place, "Fernhill Hall")));
        var coordinator = app.As(Role.Coordinator);
        var anybody = app.As(null);

        async Task Share(bool on)
        {
            var version = await app.Database.Db(db => db.Programmes.Select(p => p.Version).SingleAsync());
            using var saved = await coordinator.Post("/programme/change", ("Name", "Wealbourne Together"), ("StartsOn", "1 September 2025"), ("SharesOpenly", on ? "true" : "false"), ("Version", version));
            saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        await Share(true);
        var before = await anybody.Read(SharedMap.Api + "/services");
        await Share(false);
        (await anybody.Get(SharedMap.Api + "/services")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await Share(true);

        before.ShouldContain("Fernhill Hall");
        (await anybody.Read(SharedMap.Api + "/services")).ShouldBe(before);
    }

    [Fact]
    public async Task A_list_is_paged_and_the_page_after_the_last_is_empty()
    {
        await using var map = await SharedMap.Open();
        for (var i = 1; i <= 5; i++)
        {
            await map.Add($"Group {i}");
        }

        var second = await map.Read("/services?page=2&per_page=2");
        second.GetProperty("total_items").GetInt32().ShouldBe(5);
        second.GetProperty("total_pages").GetInt32().ShouldBe(3);
        second.GetProperty("page_number").GetInt32().ShouldBe(2);
        second.GetProperty("size").GetInt32().ShouldBe(2);
        (second.GetProperty("first_page").GetBoolean(), second.GetProperty("last_page").GetBoolean(), second.GetProperty("empty").GetBoolean()).ShouldBe((false, false, false));
        (await map.Names("/services?page=2&per_page=2")).ShouldBe(["Group 3", "Group 4"]);
        (await map.Read("/services?page=3&per_page=2")).GetProperty("last_page").GetBoolean().ShouldBeTrue();

        var after = await map.Read("/services?page=4&per_page=2");
        (after.GetProperty("empty").GetBoolean(), after.GetProperty("size").GetInt32()).ShouldBe((true, 0));
        (await map.Read("/taxonomies")).GetProperty("total_items").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_large_page_is_streamed_and_holds_the_same_as_small_ones()
    {
        await using var map = await SharedMap.Open();
        await map.Database.Add([.. Enumerable.Range(1, 230).Select(i => Asset.Add(map.Database.Programme, null, map.Database.Clock.Today, new AssetDetails(AssetKind.Association, $"Group {i}")))]);

        using var large = await map.Anybody.Get(SharedMap.Api + "/services?per_page=2000");
        large.Headers.ETag.ShouldBeNull();
        using var page = JsonDocument.Parse(await large.Content.ReadAsStringAsync());
        var small = new List<string>();
        for (var i = 1; i <= 3; i++)
        {
            small.AddRange((await map.Read($"/services?per_page=100&page={i}")).GetProperty("contents").EnumerateArray().Select(s => s.GetRawText()));
        }

        page.RootElement.GetProperty("contents").EnumerateArray().Select(s => s.GetRawText()).ShouldBe(small);
        small.Count.ShouldBe(230);
    }

    [Theory]
    [InlineData("services", "page=0", "page")]
    [InlineData("services", "page=two", "page")]
    [InlineData("services", "per_page=2001", "per_page")]
    [InlineData("organizations", "per_page=-1", "per_page")]
    [InlineData("services", "taxonomy_term_id=choir", "taxonomy_term_id")]
    [InlineData("services", "taxonomy_id=1", "taxonomy_id")]
    [InlineData("services", "minimum_age=young", "minimum_age")]
    [InlineData("services", "minimum_age=60&maximum_age=50", "maximum_age")]
    [InlineData("services", "start_time=25:00", "start_time")]
    [InlineData("services", "start_time=14:00&end_time=13:00", "end_time")]
    [InlineData("services", "day=Someday", "day")]
    [InlineData("services", "modified_after=lately", "modified_after")]
    [InlineData("service_at_locations", "postcode=nowhere", "postcode")]
    [InlineData("service_at_locations", "postcode=ZZ9%209ZZ", "postcode")]
    [InlineData("service_at_locations", "proximity=100", "proximity")]
    [InlineData("service_at_locations", "postcode=ZZ9%209ZZ&proximity=far", "proximity")]
    [InlineData("taxonomy_terms", "page=-3", "page")]
    public async Task What_cannot_be_read_is_answered_with_what_to_put_right(string list, string query, string parameter)
    {
        await using var map = await SharedMap.Open();

        using var answer = await map.Anybody.Get($"{SharedMap.Api}/{list}?{query}");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var error = problem.RootElement.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        error.GetProperty("parameter").GetString().ShouldBe(parameter);
        error.GetProperty("what_to_do").GetString()!.Length.ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData("services")]
    [InlineData("organizations")]
    [InlineData("service_at_locations")]
    [InlineData("taxonomies")]
    [InlineData("taxonomy_terms")]
    public async Task An_id_that_nobody_has_is_not_found(string list)
    {
        await using var map = await SharedMap.Open();
        await map.Add("Fernhill Singers");
        // Known, but of something else.
        var other = (await map.Read(list == "services" ? "/organizations" : "/services")).GetProperty("contents")[0].GetProperty("id").GetString();

        foreach (var id in new[] { Nobodys, other, "12", "%01", "..%2F..%2Fetc" })
        {
            using var answer = await map.Anybody.Get($"{SharedMap.Api}/{list}/{id}");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, id);
        }
    }

    [Fact]
    public async Task A_list_is_narrowed_by_words_terms_days_times_and_changes()
    {
        await using var map = await SharedMap.Open();
        var choirs = new AssetCategory { Kind = AssetKind.Association, Name = "Choir or music group" };
        await map.Database.Add(choirs);
        await map.Add("Fernhill Singers", AssetKind.Association, d => d with { CategoryId = choirs.Id, Description = "Harmony on Thursdays", Hours = [new OpenSession(DayOfWeek.Thursday, new TimeOnly(19, 0), new TimeOnly(21, 0))] });
        await map.Add("Brook End Library", AssetKind.Institution, d => d with { Hours = [new OpenSession(DayOfWeek.Thursday, new TimeOnly(9, 0), new TimeOnly(17, 0)), new OpenSession(DayOfWeek.Saturday, new TimeOnly(10, 0), new TimeOnly(12, 0))] });
        var bench = await map.Add("The long bench", AssetKind.Place);
        var terms = (await map.Read("/taxonomy_terms")).GetProperty("contents").EnumerateArray().ToDictionary(t => t.GetProperty("name").GetString()!, t => t.GetProperty("id").GetString());
        var taxonomy = (await map.Read("/taxonomies")).GetProperty("contents")[0].GetProperty("id").GetString();

        (await map.Names("/services?search=harmony")).ShouldBe(["Fernhill Singers"]);
        (await map.Names($"/services?taxonomy_term_id={terms["Choir or music group"]}")).ShouldBe(["Fernhill Singers"]);
        (await map.Names($"/services?taxonomy_term_id={terms["Place"]}")).ShouldBe(["The long bench"]);
        (await map.Names($"/services?taxonomy_term_id={Nobodys}")).ShouldBeEmpty();
        (await map.Names($"/services?taxonomy_id={taxonomy}")).Count.ShouldBe(3);
        (await map.Names($"/services?taxonomy_id={Nobodys}")).ShouldBeEmpty();
        (await map.Names("/services?day=TH")).ShouldBe(["Fernhill Singers", "Brook End Library"]);
        (await map.Names("/services?day=saturday")).ShouldBe(["Brook End Library"]);
        (await map.Names("/services?start_time=18:00")).ShouldBe(["Fernhill Singers"]);
        // The library closes at noon on Saturdays only: one session has to fit all three.
        (await map.Names("/services?day=TH&end_time=12:00")).ShouldBeEmpty();
        (await map.Names("/services?minimum_age=0")).Count.ShouldBe(3);
        (await map.Names("/services?minimum_age=18")).ShouldBeEmpty();

        var since = map.Database.Clock.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        (await map.Names($"/services?modified_after={since}")).ShouldBeEmpty();
        await map.Database.Db(async db =>
        {
            (await db.Assets.FindAsync(bench))!.Confirm(map.Database.Clock.Today);
            return await db.SaveChangesAsync();
        });
        (await map.Names($"/services?modified_after={since}")).ShouldBe(["The long bench"]);
    }

    [Fact]
    public async Task Around_a_postcode_the_nearest_come_first_by_their_own_point_or_their_postcodes()
    {
        await using var map = await SharedMap.Open();
        await map.AddPostcode("ZZ1 1AA", 52.9100, 0.3200);
        await map.AddPostcode("ZZ1 1AB", 52.9109, 0.3200);
        await map.Add("Two kilometres off", with: d => d with { Latitude = 52.928, Longitude = 0.32 });
        await map.Add("By its postcode, 100 m off", with: d => d with { Postcode = "zz11ab" });
        await map.Add("500 m off", with: d => d with { Latitude = 52.9145, Longitude = 0.32 });
        await map.Add("Nowhere known");

        (await map.Names("/service_at_locations?postcode=ZZ1%201AA&proximity=1000")).ShouldBe(["By its postcode, 100 m off", "500 m off"]);
        (await map.Names("/service_at_locations?postcode=zz11aa&proximity=2500")).ShouldBe(["By its postcode, 100 m off", "500 m off", "Two kilometres off"]);
        (await map.Names("/service_at_locations?postcode=ZZ1%201AA&proximity=2500&page=2&per_page=1")).ShouldBe(["500 m off"]);
        (await map.Names("/service_at_locations")).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Who_has_the_answer_already_is_told_that_it_is_the_same()
    {
        await using var map = await SharedMap.Open();
        await map.Add("Fernhill Singers");
        using var first = await map.Anybody.Get(SharedMap.Api + "/services");
        var tag = first.Headers.ETag!;
        first.Headers.CacheControl!.ToString().ShouldBe("public, max-age=60");

        async Task<HttpStatusCode> Again(string known)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, SharedMap.Api + "/services");
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
            using var answer = await map.Anybody.Client.SendAsync(request);
            return answer.StatusCode;
        }

        (await Again(tag.ToString())).ShouldBe(HttpStatusCode.NotModified);
        (await Again($"\"other\", W/{tag}")).ShouldBe(HttpStatusCode.NotModified);
        (await Again("\"other\"")).ShouldBe(HttpStatusCode.OK);
        await map.Add("Brook End Singers");
        (await Again(tag.ToString())).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_answer_is_given_again_for_a_moment_and_then_asked_anew()
    {
        await using var map = await SharedMap.Open(keepSeconds: 30);
        await map.Add("Fernhill Singers");
        (await map.Names("/services")).Count.ShouldBe(1);
        await map.Add("Brook End Singers");

        (await map.Names("/services")).Count.ShouldBe(1);
        map.Database.Clock.Now += TimeSpan.FromSeconds(31);
        (await map.Names("/services")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Any_pages_script_may_read_it()
    {
        await using var map = await SharedMap.Open();
        using var preflight = new HttpRequestMessage(HttpMethod.Options, SharedMap.Api + "/services");
        preflight.Headers.Add("Origin", "https://finder.example");
        preflight.Headers.Add("Access-Control-Request-Method", "GET");
        preflight.Headers.Add("Access-Control-Request-Headers", "if-none-match");
        using var allowed = await map.Anybody.Client.SendAsync(preflight);
        allowed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        allowed.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);

        using var request = new HttpRequestMessage(HttpMethod.Get, SharedMap.Api + "/services");
        request.Headers.Add("Origin", "https://finder.example");
        using var answer = await map.Anybody.Client.SendAsync(request);
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        answer.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
        answer.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["cross-origin"]);

        using var page = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        page.Headers.Add("Origin", "https://finder.example");
        using var ours = await map.Anybody.Client.SendAsync(page);
        ours.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task Who_asks_too_often_is_asked_to_wait()
    {
        await using var map = await SharedMap.Open(requestsAMinute: 3);
        for (var i = 0; i < 3; i++)
        {
            await map.Read("/services");
        }

        using var answer = await map.Anybody.Get(SharedMap.Api + "/services");

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(60));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("per_page");
    }

    [Fact]
    public async Task Whoever_is_signed_in_reads_what_anybody_reads()
    {
        await using var map = await SharedMap.Open();
        await map.Add("Fernhill Singers", with: d => d with { ContactName = "Rosie Tanager", Email = "rosie@singers.example" });
        var anybodys = await map.Anybody.Read(SharedMap.Api + "/services");

        using var answer = await map.App.As(Role.Administrator).Get(SharedMap.Api + "/services");

        (await answer.Content.ReadAsStringAsync()).ShouldBe(anybodys);
        answer.Headers.CacheControl!.Private.ShouldBeTrue();
    }

    [Fact]
    public async Task The_first_address_says_what_this_is_and_describes_every_list()
    {
        await using var map = await SharedMap.Open();

        (await map.Read("")).GetProperty("version").GetString().ShouldBe("HSDS-UK-3.0");
        var paths = (await map.Read("/openapi.json")).GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        paths.Count.ShouldBe(11);
        paths.ShouldContain("/service_at_locations/{id}");
    }
}
