using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Outbox;
using AbcdConnect.Application.Programmes;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Testing;
using AbcdConnect.Web.Features.Access;
using AbcdConnect.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Web.Tests.Outbox;

/// <summary>The secret that opens what a phone keeps, and its end.</summary>
public sealed class DeviceTests
{
    [Fact]
    public async Task The_same_member_in_the_same_browser_gets_the_same_secret_again_and_nobody_else_does()
    {
        await using var app = await TestApp.Start();
        var browser = await app.SignedIn(Role.Worker);
        var first = await Key(browser);
        using var signedOut = await browser.Post("/sign-out");
        using var signedIn = await browser.SignIn(Role.Worker);
        var again = await Key(browser);
        using var signedOutAgain = await browser.Post("/sign-out");
        await app.GivePassword(Role.Coordinator);
        using var another = await browser.SignIn(Role.Coordinator);
        var anothers = await Key(browser);
        var elsewhere = await Key(await app.SignedIn(Role.Worker));

        first.GetProperty("days").GetInt32().ShouldBe(7);
        Convert.FromBase64String(Secret(first)).Length.ShouldBe(32);
        Secret(again).ShouldBe(Secret(first));
        Secret(anothers).ShouldNotBe(Secret(first));
        Secret(elsewhere).ShouldNotBe(Secret(first));
        anothers.GetProperty("who").GetString().ShouldBe("2");
    }

    [Fact]
    public async Task A_revoked_device_is_signed_out_at_its_next_request_and_its_secret_is_gone_for_good()
    {
        await using var app = await TestApp.Start();
        var browser = await app.SignedIn(Role.Worker);
        var key = await Key(browser);
        var device = key.GetProperty("device").GetGuid();
        (await Standing(app, device)).ShouldBe("stands");
        var row = (await app.Database.Send(new ListMembersDevices(new UserId(1)), app.Database.Administrator)).ShouldHaveSingleItem();

        using var revoked = await app.As(Role.Administrator).Post("/users/1", [], $"/users/1/devices/{row.Id}/revoke");

        revoked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var next = await browser.Get("/people");
        next.Headers.Location!.OriginalString.ShouldContain("/sign-in");
        (await Standing(app, device)).ShouldBe("gone");
        (await app.Database.Db(db => db.Devices.Where(d => d.PublicId == device).Select(d => d.Secret).SingleAsync())).ShouldBeNull();
        // The same phone, found again, begins anew.
        using var back = await browser.SignIn(Role.Worker);
        var after = await Key(browser);
        after.GetProperty("device").GetGuid().ShouldNotBe(device);
        Secret(after).ShouldNotBe(Secret(key));
    }

    [Fact]
    public async Task Somebody_signs_out_a_phone_of_their_own_and_no_other()
    {
        await using var app = await TestApp.Start();
        var (lost, here) = (await app.SignedIn(Role.Worker), app.As(null));
        using var signedIn = await here.SignIn(Role.Worker);
        var lostDevice = (await Key(lost)).GetProperty("device").GetGuid();
        var row = (await app.Database.Send(new ListMyDevices())).Single(d => d.PublicId == lostDevice);

        (await Should.ThrowAsync<NotFoundException>(app.Database.Send(new RevokeDevice(new UserId(1), row.Id), app.Database.Coordinator))).What.ShouldBe("device");
        (await Should.ThrowAsync<NotFoundException>(app.Database.Send(new RevokeDevice(new UserId(2), row.Id), app.Database.Coordinator))).What.ShouldBe("device");
        using var done = await here.Post("/account", [], $"/account/devices/{row.Id}/revoke");

        (await Standing(app, lostDevice)).ShouldBe("gone");
        (await here.Read("/account")).ShouldContain("this one");
    }

    [Fact]
    public async Task While_a_member_is_locked_their_phone_is_to_let_its_key_go_and_keep_what_is_sealed()
    {
        await using var app = await TestApp.Start();
        var device = (await Key(await app.SignedIn(Role.Worker))).GetProperty("device").GetGuid();

        await app.Database.Send(new LockMember(new UserId(1)), app.Database.Administrator);
        (await Standing(app, device)).ShouldBe("held");

        await app.Database.Send(new UnlockMember(new UserId(1)), app.Database.Administrator);
        (await Standing(app, device)).ShouldBe("stands");

        await app.Database.Send(new DeactivateMember(new UserId(1)), app.Database.Administrator);
        (await Standing(app, device)).ShouldBe("gone");
        (await Standing(app, Guid.NewGuid())).ShouldBe("gone");
    }

    [Fact]
    public async Task Where_the_setting_says_no_day_nothing_is_kept()
    {
        await using var app = await TestApp.Start(web => web.UseSetting("Offline:Days", "0"));
        var key = await Key(await app.SignedIn(Role.Worker));

        key.GetProperty("days").GetInt32().ShouldBe(0);
        key.GetProperty("secret").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Where_the_programme_says_so_phones_keep_nothing_and_every_page_and_ticket_says_it_at_once()
    {
        await using var app = await TestApp.Start();
        var worker = await app.SignedIn(Role.Worker);
        Secret(await Key(worker)).ShouldNotBeNull();
        (await worker.Read("/conversations")).ShouldContain("data-keeps=\"yes\"");
        var seen = await app.Database.Send(new SeeProgramme(), app.Database.Coordinator);

        using var changed = await app.As(Role.Coordinator).Post("/programme/change", ("Name", seen.Name), ("StartsOn", "1 September 2025"), ("Version", seen.Version), ("PhonesMayKeep", "False"));

        changed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.As(Role.Coordinator).Read("/programme")).ShouldContain("keep nothing");
        (await worker.Read("/conversations")).ShouldContain("data-keeps=\"no\"");
        var key = await Key(worker);
        (key.GetProperty("days").GetInt32(), key.GetProperty("keeps").GetBoolean(), key.GetProperty("secret").ValueKind).ShouldBe((0, false, JsonValueKind.Null));
        (await app.Database.Send(new TakeToHand())).Neighbourhoods.ShouldBeEmpty();

        seen = await app.Database.Send(new SeeProgramme(), app.Database.Coordinator);
        seen.PhonesMayKeep.ShouldBeFalse();
        await app.Database.Send(new ChangeProgramme(seen.Name, null, seen.StartsOn, seen.Version), app.Database.Coordinator);
        Secret(await Key(worker)).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_page_that_a_phone_keeps_shows_nobodys_name_even_to_somebody_signed_in()
    {
        await using var app = await TestApp.Start();
        var signedIn = await app.As(Role.Worker).Read("/offline");

        signedIn.ShouldBe(await app.As(null).Read("/offline"));
        signedIn.ShouldNotContain("Amina");
        signedIn.ShouldNotContain("data-who=\"1\"");
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36", "Chrome on Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1", "Safari on iPhone")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0", "Edge on Windows")]
    [InlineData("", "A browser on a device")]
    public void A_device_is_called_what_its_owner_would_call_it(string userAgent, string name) => BrowserName.Of(userAgent).ShouldBe(name);

    private static async Task<JsonElement> Key(TestBrowser browser) => await browser.Client.GetFromJsonAsync<JsonElement>(new Uri("/outbox/key", UriKind.Relative));

    private static string Secret(JsonElement key) => key.GetProperty("secret").GetString()!;

    private static async Task<string> Standing(TestApp app, Guid device) =>
        (await app.As(null).Client.GetFromJsonAsync<JsonElement>(new Uri($"/outbox/devices/{device}", UriKind.Relative))).GetProperty("standing").GetString()!;
}
