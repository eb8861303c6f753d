using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Map;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Testing;
using AbcdConnect.Web.Features.Assets;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Web.Tests.Assets;

public sealed partial class AssetPagesTests
{
    private const string Script = "<script>alert(1)</script>";

    [Fact]
    public async Task A_worker_adds_an_asset_and_sees_its_page()
    {
        await using var app = await TestApp.Start();
        var worker = app.As(Role.Worker);

        using var saved = await worker.Post("/assets/new", ("Name", "Brook End café"), ("Kind", "Place"), ("OpenSessions", "Mon 10am-2pm\nWed 10am-2pm"), ("NeighbourhoodId", 1), ("Latitude", "52.91"), ("Longitude", "0.32"), ("Website", "brookend.example/cafe"));

        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await worker.Read(saved.Headers.Location!.ToString());
        page.ShouldContain("Monday and Wednesday, 10am to 2pm");
        page.ShouldContain("<circle");
        page.ShouldContain("href=\"https://brookend.example/cafe\"");
        page.ShouldContain("I checked this today");
        (await worker.Read("/assets?q=brook&kind=Place&openOn=Monday&sort=-name")).ShouldContain("Brook End caf&#xE9;");
        (await worker.Read("/assets.csv?q=brook")).ShouldContain("Brook End café,Place");
        (await worker.Read("/assets/suggest?q=bro")).ShouldContain("\"label\":\"Brook End caf\\u00E9\"");
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_keeps_what_was_typed_and_says_what_to_do()
    {
        await using var app = await TestApp.Start();

        using var refused = await app.As(Role.Worker).Post("/assets/new", ("Name", "Brook End"), ("OpenSessions", "when we like"), ("Kind", "Place"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await refused.Content.ReadAsStringAsync();
        page.ShouldContain("is not clear. Type the day and the times");
        page.ShouldContain("value=\"Brook End\"");
        page.ShouldContain("when we like");
    }

    [Fact]
    public async Task Something_like_it_is_shown_and_may_be_added_all_the_same()
    {
        await using var app = await TestApp.Start();
        var worker = app.As(Role.Worker);
        (await worker.Post("/assets/new", ("Name", "Brook End"), ("Kind", "Place"))).Dispose();

        using var asked = await worker.Post("/assets/new", ("Name", "Brook End"), ("Kind", "Place"));
        (await asked.Content.ReadAsStringAsync()).ShouldContain("Is it one of these?");
        using var added = await worker.Post("/assets/new", ("Name", "Brook End"), ("Kind", "Place"), ("EvenIfLike", "true"));

        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task An_overtaken_change_shows_both_versions_and_keeps_what_was_typed()
    {
        await using var app = await TestApp.Start();
        var worker = app.As(Role.Worker);
        var id = await Added(app, new AssetDetails(AssetKind.Place, "Brook End", Cost: "Free"));
        (await app.As(Role.Coordinator).Post($"/assets/{id}/change", ("Name", "Brook End"), ("Kind", "Place"), ("Cost", "50p"), ("NeighbourhoodId", 2), ("Version", 0))).Dispose();

        using var overtaken = await worker.Post($"/assets/{id}/change", ("Name", "Brook End"), ("Kind", "Place"), ("Cost", "£2"), ("NeighbourhoodId", 1), ("Version", 0));

        overtaken.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = WebUtility.HtmlDecode(await overtaken.Content.ReadAsStringAsync());
        page.ShouldContain("Joan Okafor changed this while you were writing");
        page.ShouldContain("<td data-label=\"Now saved\" class=\"abcd-preline\">Harbour Ward</td>");
        page.ShouldContain("50p");
        page.ShouldContain("value=\"£2\"");
        page.ShouldContain("name=\"Version\" value=\"1\"");
    }

    [Fact]
    public async Task Script_in_its_words_is_only_words()
    {
        await using var app = await TestApp.Start();
        var id = await Added(app, new AssetDetails(AssetKind.Place, Script, Description: Script, Address: Script, OpeningTimes: Script, Cost: Script, Languages: Script, Access: Script, ContactName: Script, Phone: Script, Email: Script, Website: "javascript:alert(1)", LookedAfterBy: Script));
        await app.Database.Send(new SuggestAssetChange(id, Script), app.Database.Partner);

        foreach (var path in new[] { $"/assets/{id}", $"/assets/{id}/change", $"/assets/{id}/close", "/assets", "/assets/suggestions" })
        {
            var page = await app.As(Role.Worker).Read(path);
            page.ShouldNotContain(Script);
            page.ShouldNotContain("href=\"javascript:");
        }
    }

    [Fact]
    public async Task Confirming_closing_and_reopening_are_buttons()
    {
        await using var app = await TestApp.Start();
        var worker = app.As(Role.Worker);
        var id = await Added(app, new AssetDetails(AssetKind.Place, "Brook End"));

        (await worker.Post($"/assets/{id}", [], $"/assets/{id}/confirm")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await worker.Post($"/assets/{id}/close", ("On", ""))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await worker.Post($"/assets/{id}/close", ("On", "yesterday"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await worker.Read($"/assets/{id}")).ShouldContain("It has closed.");
        (await worker.Post($"/assets/{id}", [], $"/assets/{id}/reopen")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await worker.Post($"/assets/{id}", [], $"/assets/{id}/reject")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await worker.Get($"/assets/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_partner_suggests_and_does_not_change()
    {
        await using var app = await TestApp.Start();
        var id = await Added(app, new AssetDetails(AssetKind.Place, "Brook End"));
        var partner = app.As(Role.Partner);

        (await partner.Get($"/assets/{id}/change")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await partner.Post($"/assets/{id}/suggest-change", ("Suggestion", ""))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await partner.Post($"/assets/{id}/suggest-change", ("Suggestion", "Opens at nine"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.As(Role.Worker).Read("/assets/suggestions")).ShouldContain("Opens at nine");
    }

    [Fact]
    public async Task A_coordinator_tries_a_file_and_then_brings_it_in()
    {
        await using var app = await TestApp.Start();
        var coordinator = app.As(Role.Coordinator);
        var trial = await Upload(coordinator, "sports-clubs", "name,category,address,postcode\nFernhill Bowls,Bowling,Lane,ZZ3 2SH\n=cmd,Chess,Lane,nonsense\n");
        trial.ShouldContain("This would happen");
        (await app.Database.Send(new ListAssets(new ListRequest()))).IsEmpty.ShouldBeTrue();

        var waiting = Waiting().Match(trial).Value;
        using var saved = await coordinator.Post("/imports/new", [new("profile", "sports-clubs"), new("fileName", "clubs.csv")], waiting);

        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var address = saved.Headers.Location!.ToString();
        await app.Services.GetRequiredService<ImportsUnderWay>().Ended(new ImportBatchId(long.Parse(address.Split('/')[^1])));
        (await coordinator.Read(address)).ShouldContain("Kept, but this is not a whole postcode");
        (await coordinator.Read(address + ".csv")).ShouldContain("3,postcode,nonsense");
        (await coordinator.Read("/imports")).ShouldContain("clubs.csv");
        (await coordinator.Read("/imports.csv")).ShouldContain("clubs.csv,sports-clubs");
        (await app.As(Role.Worker).Read("/assets.csv")).ShouldContain("'=cmd");
        // The same button again leads to the same import; nobody else's file is anybody's.
        using var again = await coordinator.Post("/imports/new", [new("profile", "sports-clubs"), new("fileName", "clubs.csv")], waiting);
        again.Headers.Location.ShouldBe(saved.Headers.Location);
        (await coordinator.Post("/imports/new", [new("profile", "sports-clubs"), new("fileName", "clubs.csv")], $"/imports/waiting/{Guid.NewGuid():N}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_import_goes_on_though_nobody_waits_for_it()
    {
        await using var app = await TestApp.Start();
        var coordinator = app.As(Role.Coordinator);
        var rows = string.Join('\n', Enumerable.Range(1, 600).Select(i => $"Club {i},Bowling,Lane,ZZ3 2SH"));
        var trial = await Upload(coordinator, "sports-clubs", $"name,category,address,postcode\n{rows}\n");
        trial.ShouldContain("name=\"rows\" value=\"600\"");
        var underWay = app.Services.GetRequiredService<ImportsUnderWay>();
        var viewer = app.Database.Coordinator;

        var batch = await underWay.Start(viewer, Guid.Parse(Waiting().Match(trial).Value.Split('/')[^1]), "sports-clubs", "clubs.csv", 600);

        // Begun, and the answer came before its end: no request is waiting for it.
        underWay.HowFar(batch)?.Expected.ShouldBe(600);
        await underWay.Ended(batch);
        underWay.HowFar(batch).ShouldBeNull();
        (await coordinator.Read($"/imports/{batch}")).ShouldContain("<strong>600</strong><span>new</span>");
    }

    [Fact]
    public async Task A_file_of_the_wrong_kind_is_refused_on_the_form_with_its_reason()
    {
        await using var app = await TestApp.Start();

        var page = await Upload(app.As(Role.Coordinator), "charities", "a,b\n1,2\n");

        WebUtility.HtmlDecode(page).ShouldContain("The profile 'charities' needs the columns");
        (await Upload(app.As(Role.Coordinator), "charities", "")).ShouldContain("Choose a file that has something in it");
        (await app.As(Role.Worker).Get("/imports/new")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_photo_is_kept_by_the_readers_own_browser_and_asked_about_each_time()
    {
        await using var app = await TestApp.Start();
        byte[] photo = [0xFF, 0xD8, 0xFF, 0xE1, 0, 8, .. "Exif53"u8, 0xFF, 0xC0, 0, 11, 8, 0, 48, 0, 64, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 0xFF, 0xD9];
        var id = await app.Database.Send(new NoteOnWalk(AssetKind.Place, Latitude: 52.91, Longitude: 0.32, Photo: photo));
        var address = new Uri($"/assets/{id}/photos/1", UriKind.Relative);
        var worker = app.As(Role.Worker).Client;
        using var first = await worker.GetAsync(address);

        first.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        using var ask = new HttpRequestMessage(HttpMethod.Get, address);
        ask.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await worker.SendAsync(ask);
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await again.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        // Whoever has signed out is not told that it is still the same.
        using var askOut = new HttpRequestMessage(HttpMethod.Get, address);
        askOut.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var nobody = await app.As(null).Client.SendAsync(askOut);
        nobody.StatusCode.ShouldNotBe(HttpStatusCode.NotModified);
        (await app.As(Role.Worker).Get($"/assets/{id}/photos/99")).Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    private static async Task<AssetId> Added(TestApp app, AssetDetails details) =>
        ((AssetAdded)await app.Database.Send(new AddAsset(details, EvenIfLike: true))).Id;

    private static async Task<string> Upload(TestBrowser browser, string profile, string csv)
    {
        var token = Token().Match(await browser.Read("/imports/new")).Groups["token"].Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(profile), "Profile" } };
        using var file = new StringContent(csv);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(file, "File", "clubs.csv");
        using var answer = await browser.Client.PostAsync(new Uri("/imports/new", UriKind.Relative), form);
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("/imports/waiting/[0-9a-f]{32}", RegexOptions.NonBacktracking)]
    private static partial Regex Waiting();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
