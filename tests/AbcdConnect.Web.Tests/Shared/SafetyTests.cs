using System.Net;
using System.Text.Json;
using AbcdConnect.Domain.Access;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Testing;
using AbcdConnect.Web.Features.Access;
using AbcdConnect.Web.Features.Shared;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AbcdConnect.Web.Tests.Shared;

public sealed class SafetyTests
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/account")]
    [InlineData("/nothing-here")]
    [InlineData("/health/live")]
    [InlineData("/logo.svg")]
    public async Task Every_answer_tells_the_browser_what_not_to_do(string path)
    {
        await using var app = await TestApp.Start();

        using var answer = await app.As(Role.Worker).Get(path);

        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldBe(Policy);
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        answer.Headers.GetValues("Referrer-Policy").Single().ShouldBe("same-origin");
        answer.Headers.Contains("Permissions-Policy").ShouldBeTrue();
        answer.Headers.Contains("Server").ShouldBeFalse();
        answer.Headers.Contains("X-Powered-By").ShouldBeFalse();
    }

    [Fact]
    public async Task What_somebody_signed_in_is_shown_is_kept_in_no_cache_and_only_over_https()
    {
        await using var app = await TestApp.Start();

        using var answer = await app.As(Role.Worker).Get("/account");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();

        var plain = app.As(null).Client;
        using var unsafely = await plain.GetAsync(new Uri("http://localhost/sign-in"));
        unsafely.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await unsafely.Content.ReadAsStringAsync()).ShouldContain("https");
    }

    [Fact]
    public async Task Twenty_megabytes_in_a_text_box_are_refused_with_a_page_that_says_what_to_do()
    {
        await using var app = await TestApp.Start();

        using var answer = await app.As(Role.Administrator).Post("/users/new", ("Name", new string('x', 20 * 1024 * 1024)), ("Email", "x@example.org"));

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("up to 100,000 letters");
    }

    [Fact]
    public async Task A_hundred_thousand_letters_of_any_script_get_through()
    {
        await using var app = await TestApp.Start();

        using var answer = await app.As(Role.Administrator).Post("/users/new", ("Name", new string('আ', 100_000)), ("Email", "x@example.org"), ("Role", "Researcher"));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("A name has at most 200 letters");
    }

    [Fact]
    public async Task Sign_in_from_one_address_slows_down_after_sixty_tries()
    {
        await using var app = await TestApp.Start();
        var browser = app.As(null);
        using var empty = new FormUrlEncodedContent([]);
        for (var i = 0; i < 60; i++)
        {
            using var answer = await browser.Client.PostAsync(new Uri("/sign-in/passkey/options", UriKind.Relative), empty);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        using var slowed = await browser.Client.PostAsync(new Uri("/sign-in", UriKind.Relative), empty);

        slowed.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await slowed.Content.ReadAsStringAsync()).ShouldContain("Wait five minutes");
        (await app.As(Role.Worker).Read("/account")).ShouldContain("Your sign-in");
    }

    [Theory]
    [InlineData(5, DatabaseTrouble.Busy)]
    [InlineData(6, DatabaseTrouble.Busy)]
    [InlineData(13, DatabaseTrouble.Full)]
    [InlineData(14, DatabaseTrouble.Missing)]
    [InlineData(8, DatabaseTrouble.NotWritable)]
    [InlineData(1, DatabaseTrouble.NotUpToDate)]
    public void Trouble_with_SQLite_is_told_by_its_number(int code, DatabaseTrouble trouble)
    {
        var exception = new DbUpdateException("x", new SqliteException("x", code));
        DatabaseTroubles.Of(exception).ShouldBe(trouble);
        ProblemPages.StatusOf(exception).ShouldBe(503);
        ProblemPages.Describe(503, exception, "ref").What.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_mistake_of_ours_is_not_the_databases() => DatabaseTroubles.Of(new SqliteException("x", 19)).ShouldBeNull();

    [Fact]
    public async Task A_database_that_is_not_there_is_said_plainly_and_what_was_asked_for_is_not_in_the_log()
    {
        var log = new Heard();
        await using var app = await TestApp.Start(web => web.ConfigureLogging(logging => logging.AddProvider(log)));
        await app.Database.Db(db => db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF; ALTER TABLE Members RENAME TO Gone"));

        using var answer = await app.As(Role.Worker).Get("/people?q=Sheila-of-the-Levels");
        var html = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        html.ShouldContain("being brought up to date");
        html.ShouldNotContain("SqliteException");
        log.All.ShouldContain("SqliteException 1/1");
        log.All.ShouldNotContain("Sheila");
    }

    [Fact]
    public async Task What_goes_wrong_on_our_side_shows_a_reference_and_nothing_of_the_inside()
    {
        var log = new Heard();
        await using var app = await TestApp.Start(web =>
        {
            web.ConfigureLogging(logging => logging.AddProvider(log));
            // A message with something personal in it, as a database's error may have.
            web.ConfigureTestServices(services => services.AddScoped<PasskeyDesk>(_ => throw new InvalidOperationException("Sheila of the Levels")));
        });

        using var answer = await app.As(Role.Worker).Get("/account");
        var html = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        html.ShouldContain("this reference:");
        html.ShouldNotContain("Sheila");
        html.ShouldNotContain("InvalidOperationException");
        log.All.ShouldContain("InvalidOperationException");
        log.All.ShouldNotContain("Sheila");
    }

    [Fact]
    public async Task Pages_that_are_not_there_or_not_open_say_what_to_do()
    {
        await using var app = await TestApp.Start();

        using var nowhere = await app.As(Role.Worker).Get("/nothing-here");
        nowhere.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await nowhere.Content.ReadAsStringAsync()).ShouldContain("We could not find that page");
        using var closed = await app.As(Role.Worker).Get("/users");
        closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await closed.Content.ReadAsStringAsync()).ShouldContain("This is not open to you");
        using var button = await app.As(Role.Administrator).Get("/users/1/lock");
        button.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Health_is_told_without_a_word_too_many()
    {
        await using var app = await TestApp.Start();

        using var live = JsonDocument.Parse(await app.As(null).Read("/health/live"));
        using var answer = await app.As(null).Get("/health/ready");
        using var ready = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        live.RootElement.GetProperty("version").GetString().ShouldBe(Application.Common.Product.Version);
        Application.Common.Product.Version.ShouldMatch("^[0-9]+\\.[0-9]+\\.[0-9]+");
        ready.RootElement.GetProperty("checks").GetProperty("database").GetString().ShouldBe("ready");
        ready.RootElement.GetProperty("checks").TryGetProperty("migrations", out _).ShouldBeTrue();
        ready.RootElement.GetRawText().ShouldNotContain("abcd.db");
    }

    [Fact]
    public async Task Values_that_are_saved_are_not_logged()
    {
        await using var app = await TestApp.Start();
        await using var scope = app.Services.CreateAsyncScope();
        var options = scope.ServiceProvider.GetRequiredService<DbContextOptions<AbcdDbContext>>();

        (options.FindExtension<CoreOptionsExtension>()?.IsSensitiveDataLoggingEnabled ?? false).ShouldBeFalse();
    }
}
