using System.Net;
using System.Text.RegularExpressions;
using AbcdConnect.Domain.Access;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Web.Tests.Access;

public sealed partial class SignInTests
{
    [Fact]
    public async Task The_right_password_lets_somebody_in_and_on_to_where_they_were_going()
    {
        await using var app = await TestApp.Start();
        await app.GivePassword(Role.Worker);
        var browser = app.As(null);

        using var answer = await browser.Post("/sign-in?returnUrl=%2Fsign-out", ("Email", Accounts.EmailOf(Role.Worker)), ("Password", Accounts.Password), ("ReturnUrl", "/sign-out"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/sign-out");
        (await browser.Read("/sign-out")).ShouldContain("What you have saved stays saved.");
    }

    [Fact]
    public async Task Nobody_is_sent_to_another_site_after_signing_in()
    {
        await using var app = await TestApp.Start();
        await app.GivePassword(Role.Worker);

        using var answer = await app.As(null).Post("/sign-in", ("Email", Accounts.EmailOf(Role.Worker)), ("Password", Accounts.Password), ("ReturnUrl", "//elsewhere.example/"));

        answer.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task A_wrong_password_and_a_wrong_address_are_answered_alike_and_keep_what_was_typed()
    {
        await using var app = await TestApp.Start();
        await app.GivePassword(Role.Worker);

        var wrongPassword = await Answer(app, Accounts.EmailOf(Role.Worker));
        var wrongAddress = await Answer(app, "nobody@demo.example");

        wrongPassword.Replace(Accounts.EmailOf(Role.Worker), "…").ShouldBe(wrongAddress.Replace("nobody@demo.example", "…"));
        wrongPassword.ShouldContain("do not match");
        wrongPassword.ShouldNotContain("not-the-password-at-all");

        static async Task<string> Answer(TestApp app, string email)
        {
            using var answer = await app.As(null).Post("/sign-in", ("Email", email), ("Password", "not-the-password-at-all"));
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            return Sealed().Replace(await answer.Content.ReadAsStringAsync(), "");
        }
    }

    [Fact]
    public async Task After_five_wrong_tries_even_the_right_password_waits()
    {
        await using var app = await TestApp.Start();
        await app.GivePassword(Role.Worker);
        var browser = app.As(null);
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await browser.SignIn(Role.Worker, "not-the-password-at-all");
        }

        using var right = await browser.SignIn(Role.Worker);

        right.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await app.Account(Role.Worker, async (users, user) => (await users.GetLockoutEndDateAsync(user)).ShouldNotBeNull().ShouldBe(DateTimeOffset.UtcNow.AddMinutes(15), TimeSpan.FromMinutes(2)));

        await app.Account(Role.Worker, async (users, user) => await users.SetLockoutEndDateAsync(user, DateTimeOffset.UtcNow.AddMinutes(-1)));
        using var later = await browser.SignIn(Role.Worker);
        later.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Eight_wrong_tries_at_once_pause_sign_in_like_five_one_after_another()
    {
        await using var app = await TestApp.Start();
        await app.GivePassword(Role.Worker);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => (await app.As(null).SignIn(Role.Worker, "not-the-password-at-all")).Dispose()));

        await app.Account(Role.Worker, async (users, user) => (await users.IsLockedOutAsync(user)).ShouldBeTrue());
    }

    [Fact]
    public async Task Somebody_who_has_left_is_not_let_in_and_is_out_at_once()
    {
        await using var app = await TestApp.Start();
        var browser = await app.SignedIn(Role.Worker);
        await browser.Read("/sign-out");

        await app.Database.Db(db => db.Database.ExecuteSqlRawAsync("UPDATE Members SET LeftOn = '2026-11-01' WHERE Id = 1"));

        using var open = await browser.Get("/sign-out");
        open.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var again = await app.As(null).SignIn(Role.Worker);
        again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_new_password_signs_other_browsers_out_at_their_next_page()
    {
        await using var app = await TestApp.Start();
        var browser = await app.SignedIn(Role.Worker);
        await browser.Read("/sign-out");

        await app.GivePassword(Role.Worker, "another-harbour-lemon");

        using var answer = await browser.Get("/sign-out");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Signing_out_is_by_a_button_and_ends_the_sign_in()
    {
        await using var app = await TestApp.Start();
        var browser = await app.SignedIn(Role.Worker);

        using var answer = await browser.Post("/sign-out");

        answer.Headers.Location!.OriginalString.ShouldBe("/sign-in");
        using var after = await browser.Get("/sign-out");
        after.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Cookies_are_secure_unreadable_by_script_and_same_site()
    {
        await using var app = await TestApp.Start();
        await app.GivePassword(Role.Worker);

        using var page = await app.As(null).Get("/sign-in");
        using var answer = await app.As(null).SignIn(Role.Worker);

        var cookies = page.Headers.GetValues("Set-Cookie").Concat(answer.Headers.GetValues("Set-Cookie")).ToList();
        cookies.Count.ShouldBeGreaterThanOrEqualTo(2);
        cookies.ShouldAllBe(c => c.Contains("; secure", StringComparison.Ordinal) && c.Contains("; httponly", StringComparison.Ordinal) && c.Contains("; samesite=lax", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_handbooks_password_opens_nothing_outside_Development()
    {
        await using var app = await TestApp.Start();
        await app.Account(Role.Worker, async (users, user) =>
        {
            // As a database moved from somebody's own machine would have it.
            user.PasswordHash = users.PasswordHasher.HashPassword(user, Infrastructure.Access.DemoAccounts.Password);
            await users.UpdateAsync(user);
        });

        using var answer = await app.As(null).SignIn(Role.Worker, Infrastructure.Access.DemoAccounts.Password);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_keys_that_seal_cookies_are_in_the_database()
    {
        await using var app = await TestApp.Start();
        await app.As(null).Read("/sign-in");

        var keys = await app.Database.Db(db => db.Database.SqlQueryRaw<string>("SELECT Xml AS Value FROM ProtectionKeys").ToListAsync());

        keys.ShouldHaveSingleItem().ShouldContain("<key id=");
        Directory.GetFiles(app.Database.Folder, "*.xml", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [GeneratedRegex("value=\"CfDJ8[^\"]+\"", RegexOptions.NonBacktracking)]
    private static partial Regex Sealed();
}
