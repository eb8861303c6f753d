using System.Net;
using System.Text.RegularExpressions;
using AbcdConnect.Domain.Access;
using AbcdConnect.Testing;

namespace AbcdConnect.Web.Tests.Access;

public sealed partial class UsersTests
{
    private const string Script = "<script>alert('x')</script>";

    [Fact]
    public async Task Somebody_let_in_signs_in_with_the_password_shown_and_can_do_nothing_before_choosing_their_own()
    {
        await using var app = await TestApp.Start();
        using var made = await app.As(Role.Administrator).Post("/users/new", ("Name", "Nia Prosser"), ("Email", "nia@example.org"), ("Role", "Worker"), ("Neighbourhoods", 1));
        made.StatusCode.ShouldBe(HttpStatusCode.OK);
        var password = Temporary().Match(await made.Content.ReadAsStringAsync()).Groups["password"].Value;
        var nia = app.As(null);

        using var came = await nia.Post("/sign-in", ("Email", "nia@example.org"), ("Password", password));
        came.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var anywhere = await nia.Get("/account");
        anywhere.Headers.Location!.OriginalString.ShouldBe("/account/password");
        using var mismatch = await nia.Post("/account/password", ("Chosen", "kettle-harbour-lemon"), ("Again", "kettle-harbour-lemons"));
        (await mismatch.Content.ReadAsStringAsync()).ShouldContain("The two do not match");
        using var chosen = await nia.Post("/account/password", ("Chosen", "kettle-harbour-lemon"), ("Again", "kettle-harbour-lemon"));
        chosen.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await nia.Read("/account")).ShouldContain("nia@example.org");
        using var old = await app.As(null).Post("/sign-in", ("Email", "nia@example.org"), ("Password", password));
        old.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_temporary_password_runs_out()
    {
        await using var app = await TestApp.Start();
        using var reset = await app.As(Role.Administrator).Post("/users/1", [], "/users/1/password");
        var password = Temporary().Match(await reset.Content.ReadAsStringAsync()).Groups["password"].Value;
        app.Database.Clock.Now = app.Database.Clock.Now.AddDays(8);

        using var late = await app.As(null).SignIn(Role.Worker, password);

        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_new_password_from_the_administrator_signs_the_member_out()
    {
        await using var app = await TestApp.Start();
        var browser = await app.SignedIn(Role.Worker);
        await browser.Read("/account");

        using var reset = await app.As(Role.Administrator).Post("/users/1", [], "/users/1/password");

        reset.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var after = await browser.Get("/account");
        after.Headers.Location!.OriginalString.ShouldContain("/sign-in");
    }

    [Fact]
    public async Task A_locked_member_is_out_at_once_and_in_again_when_unlocked()
    {
        await using var app = await TestApp.Start();
        var browser = await app.SignedIn(Role.Worker);
        var administrator = app.As(Role.Administrator);

        (await administrator.Post("/users/1", [], "/users/1/lock")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var locked = await app.As(null).SignIn(Role.Worker);
        using var after = await browser.Get("/account");
        (await administrator.Post("/users/1", [], "/users/1/unlock")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var unlocked = await app.As(null).SignIn(Role.Worker);

        locked.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        after.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        unlocked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task An_edit_that_was_overtaken_shows_both_and_saves_when_sent_again()
    {
        await using var app = await TestApp.Start();
        var administrator = app.As(Role.Administrator);
        (await administrator.Post("/users/1", ("Name", "Amina Y"), ("Role", "Worker"), ("Neighbourhoods", 1), ("Version", 0))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var late = await administrator.Post("/users/1", ("Name", "A. Yusuf"), ("Role", "Worker"), ("Neighbourhoods", 2), ("Version", 0));
        var html = await late.Content.ReadAsStringAsync();

        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        html.ShouldContain("Amina Y");
        html.ShouldContain("value=\"A. Yusuf\"");
        html.ShouldContain("Harbour Ward");
        html.ShouldContain("name=\"Version\" value=\"1\"");
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_the_field_and_script_is_only_words()
    {
        await using var app = await TestApp.Start();
        var administrator = app.As(Role.Administrator);

        using var refused = await administrator.Post("/users/new", ("Name", Script), ("Email", "nowhere"), ("Role", "Partner"));
        var html = await refused.Content.ReadAsStringAsync();
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        html.ShouldContain("Choose the agency they speak for");
        html.ShouldContain("Enter an e-mail address");
        html.ShouldNotContain(Script);
        html.ShouldContain("&lt;script&gt;");

        using var made = await administrator.Post("/users/new", ("Name", Script), ("Email", "x@example.org"), ("Role", "Researcher"));
        (await made.Content.ReadAsStringAsync()).ShouldNotContain(Script);
        (await administrator.Read("/users")).ShouldNotContain(Script);
    }

    [Fact]
    public async Task The_list_filters_sorts_and_gives_the_same_rows_as_a_file()
    {
        await using var app = await TestApp.Start();
        var administrator = app.As(Role.Administrator);

        var page = await administrator.Read("/users?Role=Partner");
        page.ShouldContain("Priya Shah");
        page.ShouldNotContain("Joan Okafor");
        (await administrator.Read("/users.csv?Role=Partner")).TrimStart('\uFEFF').ShouldBe("Name,E-mail address,Role,Agency,Standing,Locked on,Left on\r\nPriya Shah,partner@demo.example,Partner,Wealbourne Homes,May sign in,,\r\n");
        (await administrator.Read("/users?q=nobody-like-that")).ShouldContain("Nobody fits");
        using var none = await administrator.Get("/users/999");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_passkey_is_asked_for_by_the_rules_of_the_web()
    {
        await using var app = await TestApp.Start();
        var browser = await app.SignedIn(Role.Worker);

        using var make = await browser.Post("/account", [], "/account/passkeys/options");
        using var making = System.Text.Json.JsonDocument.Parse(await make.Content.ReadAsStringAsync());
        making.RootElement.GetProperty("rp").GetProperty("id").GetString().ShouldBe("localhost");
        making.RootElement.GetProperty("user").GetProperty("name").GetString().ShouldBe("worker@demo.example");
        making.RootElement.GetProperty("challenge").GetString()!.Length.ShouldBeGreaterThan(20);
        making.RootElement.GetProperty("authenticatorSelection").GetProperty("userVerification").GetString().ShouldBe("required");

        using var show = await app.As(null).Post("/sign-in", [], "/sign-in/passkey/options");
        using var showing = System.Text.Json.JsonDocument.Parse(await show.Content.ReadAsStringAsync());
        showing.RootElement.GetProperty("allowCredentials").GetArrayLength().ShouldBe(0);

        using var forged = await app.As(null).Post("/sign-in", [new("credential", "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}")], "/sign-in/passkey");
        forged.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var nonsense = await browser.Post("/account", [new("credential", "nonsense")], "/account/passkeys");
        nonsense.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [GeneratedRegex("<code>(?<password>[a-z0-9-]+)</code>", RegexOptions.NonBacktracking)]
    private static partial Regex Temporary();
}
