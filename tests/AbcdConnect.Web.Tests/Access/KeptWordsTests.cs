using System.Net;
using System.Text.RegularExpressions;
using AbcdConnect.Domain.Access;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Web.Tests.Access;

/// <summary>Somebody types for a long time, and is no longer signed in when they save.</summary>
public sealed partial class KeptWordsTests
{
    private static readonly KeyValuePair<string, string>[] Typed =
    [
        new("Name", "Nia <Prosser> \"of the Levels\""), new("Email", "nia@example.org"), new("Role", "Worker"), new("Neighbourhoods", "1"), new("Neighbourhoods", "2"),
    ];

    [Fact]
    public async Task After_signing_in_again_it_is_still_there_and_one_button_saves_it()
    {
        await using var app = await TestApp.Start();
        var browser = await app.SignedIn(Role.Administrator);
        var token = await Token(browser, "/users/new");
        app.Database.Clock.Now = app.Database.Clock.Now.AddHours(9);

        var signIn = await PostAs(browser, "/users/new", [.. Typed, token], HttpStatusCode.Unauthorized);
        signIn.ShouldContain("What you typed is safe.");
        var still = await PostAs(browser, "/sign-in", [Hidden(signIn, "__RequestVerificationToken"), Hidden(signIn, "Kept"), new("Email", Accounts.EmailOf(Role.Administrator)), new("Password", Accounts.Password)], HttpStatusCode.OK);

        still.ShouldContain("What you typed is still here");
        still.ShouldContain("Nia &lt;Prosser&gt;");
        still.ShouldContain("action=\"/users/new\"");
        var made = await PostAs(browser, "/users/new", HiddenOf(still), HttpStatusCode.OK);
        made.ShouldContain("A password to begin with");
        (await browser.Read("/users.csv")).ShouldContain("nia@example.org");
    }

    [Fact]
    public async Task A_password_that_has_to_be_chosen_first_does_not_lose_it()
    {
        await using var app = await TestApp.Start();
        var browser = await app.SignedIn(Role.Administrator);
        var token = await Token(browser, "/users/new");
        // A new password was given meanwhile, only for the first time.
        await app.Database.Db(async db =>
        {
            var id = app.Database.Administrator.UserId!.Value.Value;
            return await db.Users.Where(u => u.Id == id).ExecuteUpdateAsync(set => set.SetProperty(u => u.TemporaryPasswordUntil, app.Database.Clock.Now.AddDays(1)));
        });

        var choose = await PostAs(browser, "/users/new", [.. Typed, token], HttpStatusCode.Forbidden);
        choose.ShouldContain("What you typed is safe.");
        choose.ShouldContain("action=\"/account/password\"");
        var tooShort = await PostAs(browser, "/account/password", [Hidden(choose, "__RequestVerificationToken"), Hidden(choose, "Kept"), new("Chosen", "short"), new("Again", "short")], HttpStatusCode.UnprocessableEntity);
        var still = await PostAs(browser, "/account/password", [Hidden(tooShort, "__RequestVerificationToken"), Hidden(tooShort, "Kept"), new("Chosen", "window-saddle-orchard"), new("Again", "window-saddle-orchard")], HttpStatusCode.OK);

        still.ShouldContain("What you typed is still here");
        var made = await PostAs(browser, "/users/new", HiddenOf(still), HttpStatusCode.OK);
        made.ShouldContain("A password to begin with");
    }

    [Fact]
    public async Task Somebody_else_who_signs_in_there_does_not_see_it()
    {
        await using var app = await TestApp.Start();
        await app.GivePassword(Role.Worker);
        var browser = await app.SignedIn(Role.Administrator);
        var token = await Token(browser, "/users/new");
        app.Database.Clock.Now = app.Database.Clock.Now.AddHours(9);
        var signIn = await PostAs(browser, "/users/new", [.. Typed, token], HttpStatusCode.Unauthorized);

        await PostAs(browser, "/sign-in", [Hidden(signIn, "__RequestVerificationToken"), Hidden(signIn, "Kept"), new("Email", Accounts.EmailOf(Role.Worker)), new("Password", Accounts.Password)], HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task It_lasts_a_day_and_only_if_we_sealed_it()
    {
        await using var app = await TestApp.Start();
        await app.GivePassword(Role.Administrator);
        var browser = app.As(null);
        var signIn = await PostAs(browser, "/users/new", Typed, HttpStatusCode.Unauthorized);
        app.Database.Clock.Now = app.Database.Clock.Now.AddHours(25);

        await PostAs(browser, "/sign-in", [Hidden(signIn, "__RequestVerificationToken"), Hidden(signIn, "Kept"), new("Email", Accounts.EmailOf(Role.Administrator)), new("Password", Accounts.Password)], HttpStatusCode.Redirect);
        signIn = await app.As(null).Read("/sign-in");
        var other = app.As(null);
        await PostAs(other, "/sign-in", [Hidden(await other.Read("/sign-in"), "__RequestVerificationToken"), new("Kept", "bm90IHNlYWxlZA"), new("Email", Accounts.EmailOf(Role.Administrator)), new("Password", Accounts.Password)], HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Passwords_are_never_kept_and_another_sites_words_neither()
    {
        await using var app = await TestApp.Start();
        var browser = app.As(null);

        var password = await PostAs(browser, "/account/password", [new("Present", "secret-secret"), new("Chosen", "kettle-harbour-lemon"), new("Again", "kettle-harbour-lemon")], HttpStatusCode.Unauthorized);
        password.ShouldNotContain("What you typed is safe.");

        using var content = new FormUrlEncodedContent(Typed);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/users/new") { Content = content };
        request.Headers.Add("Origin", "https://elsewhere.example");
        using var foreign = await browser.Client.SendAsync(request);
        (await foreign.Content.ReadAsStringAsync()).ShouldNotContain("What you typed is safe.");
    }

    [Fact]
    public async Task What_is_too_long_to_keep_is_said_at_once()
    {
        await using var app = await TestApp.Start();
        // Letters that do not pack: five million of them.
        var noise = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(5_600_000)).Replace('+', 'a').Replace('/', 'b');

        var html = await PostAs(app.As(null), "/users/new", [new("Name", noise)], HttpStatusCode.Unauthorized);

        html.ShouldContain("too long to keep here");
        html.Length.ShouldBeLessThan(100_000);
    }

    [Fact]
    public async Task A_form_opened_before_signing_in_anew_shows_what_was_typed_to_be_sent_again()
    {
        await using var app = await TestApp.Start();
        var browser = await app.SignedIn(Role.Administrator);

        var still = await PostAs(browser, "/users/new", [.. Typed, new("__RequestVerificationToken", "one of long ago")], HttpStatusCode.BadRequest);

        still.ShouldContain("What you typed is still here");
        await PostAs(browser, "/users/new", HiddenOf(still), HttpStatusCode.OK);
    }

    private static async Task<string> PostAs(TestBrowser browser, string path, IEnumerable<KeyValuePair<string, string>> fields, HttpStatusCode expected)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await browser.Client.PostAsync(new Uri(path, UriKind.Relative), content);
        var html = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(expected, html.Length > 3000 ? html[..3000] : html);
        return html;
    }

    private static async Task<KeyValuePair<string, string>> Token(TestBrowser browser, string page) => Hidden(await browser.Read(page), "__RequestVerificationToken");

    private static KeyValuePair<string, string> Hidden(string html, string name) => InMain(html).First(f => f.Key == name);

    private static List<KeyValuePair<string, string>> HiddenOf(string html) => InMain(html);

    // The frame's own forms (search, sign out) stand before and after the page's.
    private static List<KeyValuePair<string, string>> InMain(string html)
    {
        var main = html[html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)];
        return
        [
            .. HiddenInput().Matches(main).Select(m => m.Value).Select(tag => KeyValuePair.Create(Attribute(tag, "name"), Attribute(tag, "value"))),
        ];

        static string Attribute(string tag, string name)
        {
            var at = tag.IndexOf($"{name}=\"", StringComparison.Ordinal);
            return at < 0 ? "" : WebUtility.HtmlDecode(tag[(at + name.Length + 2)..tag.IndexOf('"', at + name.Length + 2)]);
        }
    }

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex HiddenInput();
}
