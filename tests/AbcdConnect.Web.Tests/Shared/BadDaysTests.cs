using System.Net;
using System.Text.RegularExpressions;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Signposting;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Testing;
using AbcdConnect.Web.Features.Access;
using AbcdConnect.Web.Tests.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AbcdConnect.Web.Tests.Shared;

/// <summary>Days on which something is wrong that is nobody's fault, as somebody at a browser sees them. The whole list is in docs/operations.md.</summary>
public sealed partial class BadDaysTests
{
    private static (string, object?)[] Conversation(string with, string heard) =>
        [("SubmissionId", Guid.NewGuid()), ("NewPeople", with), ("Heard", heard), ("HeldOn", "yesterday"), ("Kind", "Learning")];

    [Fact]
    public async Task With_the_disk_full_the_page_says_so_nothing_is_kept_by_halves_and_later_the_same_form_is_kept_once()
    {
        var disk = new FullDisk();
        await using var app = await TestApp.Start(web => web.ConfigureTestServices(services => services.ConfigureDbContext<AbcdDbContext>(options => options.AddInterceptors(disk))));
        var worker = app.As(Role.Worker);
        var typed = Conversation("Kwame", string.Concat(Enumerable.Repeat("He mends bicycles. ", 2_000)));
        await worker.Read("/conversations/new");

        disk.IsFull = true;
        using var refused = await worker.Post("/conversations/new", typed);
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var html = await refused.Content.ReadAsStringAsync();
        html.ShouldContain("The disk is full");
        html.ShouldContain("What was saved before is safe");
        html.ShouldNotContain("Exception");

        disk.IsFull = false;
        (await app.Database.Db(db => db.People.CountAsync())).ShouldBe(0);
        using var kept = await worker.Post("/conversations/new", typed);
        using var again = await worker.Post("/conversations/new", typed);
        kept.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Database.Db(db => db.Conversations.CountAsync())).ShouldBe(1);
        (await app.Database.Db(db => db.People.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task With_the_database_gone_the_page_says_that_it_cannot_be_reached_and_health_that_it_is_not_ready()
    {
        await using var app = await TestApp.Start();
        var file = Path.Combine(app.Database.Folder, "abcd.db");
        TestDatabase.LetGo(file);
        foreach (var part in Directory.GetFiles(app.Database.Folder, "abcd.db*"))
        {
            File.Delete(part);
        }

        Directory.CreateDirectory(file);

        using var answer = await app.As(Role.Worker).Get("/people");
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("The database cannot be reached");
        using var ready = await app.As(null).Get("/health/ready");
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        using var live = await app.As(null).Get("/health/live");
        live.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(true, "There was a database here, and its file is gone", "newest backup")]
    [InlineData(false, "There is no database yet", "abcd migrate")]
    public async Task In_production_no_database_is_begun_anew_by_itself_and_health_says_what_to_do(bool hadOne, string what, string todo)
    {
        await using var app = await TestApp.Start();
        var file = Path.Combine(app.Database.Folder, "abcd.db");
        if (hadOne)
        {
            await app.As(Role.Worker).Read("/people");
        }

        TestDatabase.LetGo(file);
        foreach (var part in Directory.GetFiles(app.Database.Folder, "abcd.db*"))
        {
            File.Delete(part);
        }

        // What was open before writes nowhere.
        using var answer = await app.As(Role.Worker).Get("/people");
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        using var ready = await app.As(null).Get("/health/ready");
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var said = await ready.Content.ReadAsStringAsync();
        said.ShouldContain(what);
        said.ShouldContain(todo);
        said.ShouldNotContain(app.Database.Folder);
        File.Exists(file).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_goes_missing_at_work_is_noticed_at_once_and_put_back_it_goes_on()
    {
        await using var app = await TestApp.Start();
        var worker = app.As(Role.Worker);
        (await worker.Read("/people")).ShouldNotContain("Sheila");
        var (file, safe) = (Path.Combine(app.Database.Folder, "abcd.db"), Path.Combine(app.Database.Folder, "safe.db"));
        await app.Database.Db(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        File.Move(file, safe);

        using var refused = await worker.Get("/people");
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        File.Move(safe, file);
        using var kept = await worker.Post("/conversations/new", Conversation("Sheila", "She bakes."));
        kept.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await worker.Read("/people")).ShouldContain("Sheila");
    }

    [Fact]
    public async Task With_the_database_held_by_another_the_page_says_to_try_again_and_gives_back_what_was_typed()
    {
        await using var app = await TestApp.Start(web => web.UseSetting("Database:BusySeconds", "1"));
        var worker = app.As(Role.Worker);
        var typed = Conversation("Kwame", "He mends bicycles <b>fast</b>.");
        await worker.Read("/conversations/new");
        string html;
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(app.Database.Folder, "abcd.db")};Pooling=False"))
        {
            await other.OpenAsync();
            await using var hold = other.CreateCommand();
            hold.CommandText = "BEGIN EXCLUSIVE";
            await hold.ExecuteNonQueryAsync();
            using var refused = await worker.Post("/conversations/new", typed);
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            html = await refused.Content.ReadAsStringAsync();
        }

        html.ShouldContain("Many people are saving just now");
        html.ShouldContain("Try to save it again");
        html.ShouldContain("He mends bicycles &lt;b&gt;fast&lt;/b&gt;.");
        html.ShouldContain("name=\"NewPeople\" value=\"Kwame\"");

        // The button of that page, as a browser presses it.
        var fields = HiddenField().Matches(html).Select(m => KeyValuePair.Create(WebUtility.HtmlDecode(m.Groups["name"].Value), WebUtility.HtmlDecode(m.Groups["value"].Value))).ToList();
        using var form = new FormUrlEncodedContent(fields);
        using var kept = await worker.Client.PostAsync(new Uri("/conversations/new", UriKind.Relative), form);
        kept.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Database.Db(db => db.Conversations.Select(c => c.Heard).SingleAsync())).ShouldBe("He mends bicycles <b>fast</b>.");
    }

    [Fact]
    public async Task Whatever_refuses_a_form_gives_back_what_was_typed_and_never_a_password()
    {
        await using var app = await TestApp.Start();
        var worker = app.As(Role.Worker);
        var typed = new KeyValuePair<string, string>[] { new("Heard", "She keeps <i>bees</i>."), new("SubmissionId", Guid.NewGuid().ToString()) };
        await worker.Read("/conversations/new");

        // Somebody who is not there; a page of another role; a button of something that is not there.
        foreach (var (path, status) in new[] { ("/people/987654/gifts/new", HttpStatusCode.NotFound), ("/users/new", HttpStatusCode.Forbidden), ("/conversations/987654/next-step/drop", HttpStatusCode.NotFound) })
        {
            using var refused = await Post(worker, path, typed);
            refused.StatusCode.ShouldBe(status, path);
            var html = await refused.Content.ReadAsStringAsync();
            html.ShouldContain("What you typed is here");
            html.ShouldContain("She keeps &lt;i&gt;bees&lt;/i&gt;.");
            // It would be refused again: the way leads back to the form.
            html.ShouldNotContain("Try to save it again");
            html.ShouldContain("href=\"/conversations/new?from=here\"");
        }

        // Slowed down, what was typed before the sign-in ran out is sent along again, and the password is not.
        await app.GivePassword(Role.Worker);
        var browser = app.As(null);
        using var late = await Post(browser, "/conversations/new", typed);
        var kept = KeptField().Match(await late.Content.ReadAsStringAsync()).Groups["kept"].Value;
        kept.Length.ShouldBeGreaterThan(20);
        using var empty = new FormUrlEncodedContent([]);
        for (var i = 0; i < SignInSetup.Tries; i++)
        {
            (await browser.Client.PostAsync(new Uri("/sign-in/passkey/options", UriKind.Relative), empty)).Dispose();
        }

        using var slowed = await Post(browser, "/sign-in", [new("Email", Accounts.EmailOf(Role.Worker)), new("Password", "kettle-harbour"), new("Kept", kept)]);
        slowed.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        var page = await slowed.Content.ReadAsStringAsync();
        page.ShouldContain($"name=\"Kept\" value=\"{kept}\"");
        page.ShouldNotContain("kettle-harbour");

        async Task<HttpResponseMessage> Post(TestBrowser browser, string path, IEnumerable<KeyValuePair<string, string>> fields)
        {
            var token = browser == worker ? [await worker.Token("/conversations/new")] : Array.Empty<KeyValuePair<string, string>>();
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([.. fields, .. token]) };
            request.Headers.Referrer = new Uri("https://localhost/conversations/new?from=here");
            return await browser.Client.SendAsync(request);
        }
    }

    [Fact]
    public async Task With_the_clock_put_back_a_year_and_forward_again_nothing_is_lost_and_the_log_still_holds()
    {
        await using var app = await TestApp.Start();
        var worker = app.As(Role.Worker);
        var right = app.Database.Clock.Now;
        (await Kept(worker, Conversation("Sheila", "She bakes."))).ShouldBe(HttpStatusCode.Redirect);

        app.Database.Clock.Now = right.AddYears(-1);
        (await Kept(worker, Conversation("Kwame", "He mends bicycles."))).ShouldBe(HttpStatusCode.Redirect);
        // What was said on a day that has now not come yet can still be read.
        (await worker.Read("/conversations")).ShouldContain("She bakes.");
        await app.Database.Send(new CompileChangedMonths(), app.Database.Coordinator);
        app.Database.Clock.Now = right.AddMinutes(1);
        (await Kept(worker, Conversation("Marta", "She sings."))).ShouldBe(HttpStatusCode.Redirect);
        await app.Database.Send(new CompileChangedMonths(), app.Database.Coordinator);

        (await app.Database.Db(db => db.Conversations.CountAsync())).ShouldBe(3);
        (await app.Database.Send(new Application.Access.VerifyAudit(), app.Database.Administrator)).Holds.ShouldBeTrue();
        (await app.Database.Db(db => db.MonthlyMetrics.Where(m => m.Metric == Domain.Metrics.Metric.NewConversations && m.Scope == Domain.Metrics.MetricScope.Programme && m.Period == Domain.Metrics.MetricPeriod.Month).SumAsync(m => m.Value))).ShouldBe(3);

        static async Task<HttpStatusCode> Kept(TestBrowser worker, (string, object?)[] typed)
        {
            using var answer = await worker.Post("/conversations/new", typed);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_number_of_another_neighbourhoods_record_is_answered_as_one_that_does_not_exist_at_every_address()
    {
        await using var app = await TestApp.Start();
        var theirs = await TheirRecords(app.Database);
        var worker = app.As(Role.Worker);
        var token = await worker.Token("/sign-out");
        var wrong = new List<string>();
        var tried = 0;
        foreach (var row in RouteWalkTests.Table.Where(r => r.Allowed?.Contains(Role.Worker) == true))
        {
            if (!theirs.TryGetValue(row.Template.Split("/{", 2)[0], out var id) || !row.Template.Contains("{id:long}", StringComparison.Ordinal))
            {
                continue;
            }

            tried++;
            var (status, text) = await Ask(row, id);
            var (nothing, _) = await Ask(row, 987_654);
            if (status != nothing || status < 400 || (row.Verb == "GET" && status != 404) || text.Contains("Zebedee", StringComparison.Ordinal))
            {
                wrong.Add($"{row.Verb} {row.Template}: {status}, and {nothing} where there is none{(text.Contains("Zebedee", StringComparison.Ordinal) ? "; it names the person" : "")}");
            }
        }

        foreach (var list in (string[])["/people", "/people.csv", "/people/suggest?q=zeb", "/conversations", "/conversations.csv", "/signposts", "/signposts.csv", "/connections", "/connections.csv", "/connections/ends?q=zeb", "/introductions", "/introductions.csv", "/stories", "/stories.csv", "/gifts", "/gifts.csv", "/search?q=zebedee", "/"])
        {
            var text = await worker.Read(list);
            if (text.Contains("Zebedee", StringComparison.Ordinal))
            {
                wrong.Add($"{list} names the person");
            }
        }

        wrong.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(20);
        // And they are there, for those who may.
        (await app.As(Role.Coordinator).Read($"/people/{theirs["people"]}")).ShouldContain("Zebedee");

        async Task<(int Status, string Text)> Ask(RouteRow row, long id)
        {
            var path = FirstNumber().Replace(row.Path, id.ToString(System.Globalization.CultureInfo.InvariantCulture), 1);
            using var form = new FormUrlEncodedContent([token]);
            using var answer = row.Verb == "GET" ? await worker.Get(path) : await worker.Client.PostAsync(new Uri(path, UriKind.Relative), form);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Nothing_personal_is_in_the_log_of_a_day_with_good_and_bad_moments()
    {
        var log = new Heard();
        var disk = new FullDisk();
        await using var app = await TestApp.Start(web =>
        {
            // However much somebody asks to be noted, of everything or of the framework's own notes.
            web.UseSetting($"Logging:{typeof(Heard).FullName}:LogLevel:Default", "Trace");
            web.UseSetting($"Logging:{typeof(Heard).FullName}:LogLevel:Microsoft.AspNetCore.Hosting", "Trace");
            web.ConfigureLogging(logging => logging.AddProvider(log));
            web.ConfigureTestServices(services => services.ConfigureDbContext<AbcdDbContext>(options => options.AddInterceptors(disk)));
        });
        var worker = await app.SignedIn(Role.Worker);
        using var mistyped = await app.As(null).SignIn(Role.Worker, "Quokka-password-mistyped");

        using var saved = await worker.Post("/conversations/new", Conversation("Quokka", "Quokka told me on 07700 900123 that she bakes."));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await worker.Read(saved.Headers.Location!.ToString());
        await worker.Read("/people?q=Quokka");
        await worker.Read("/people.csv?q=Quokka");
        await worker.Read("/search?q=Quokka");
        using var nowhere = await worker.Get("/people/Quokka?why=Quokka");
        using var refused = await worker.Post("/conversations/new", ("SubmissionId", Guid.NewGuid()), ("NewPeople", "Quokka"), ("HeldOn", "Quokka's birthday"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var expired = new FormUrlEncodedContent([new("Heard", "Quokka")]);
        using var signedOut = await app.As(null).Client.PostAsync(new Uri("/conversations/new", UriKind.Relative), expired);
        disk.IsFull = true;
        using var full = await worker.Post("/conversations/new", Conversation("Quokka", string.Concat(Enumerable.Repeat("Quokka bakes. ", 3_000))));
        full.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        disk.IsFull = false;
        await app.Database.Db(db => db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF; ALTER TABLE SearchPostings RENAME TO Gone"));
        using var broken = await worker.Get("/search?q=Quokka");
        ((int)broken.StatusCode).ShouldBeGreaterThanOrEqualTo(500);

        // What is noted is the address's shape and how it went.
        log.All.ShouldContain("POST conversations/new 302");
        log.All.ShouldContain("GET people 200");
        log.All.ShouldContain("SqliteException 13");
        log.All.ShouldNotContain("quokka", Case.Insensitive);
        log.All.ShouldNotContain("07700");
        log.All.ShouldNotContain(Accounts.EmailOf(Role.Worker), Case.Insensitive);
    }

    /// <summary>One of each in Harbour Ward, where the worker does not work, all about Zebedee; by the first part of their addresses.</summary>
    private static async Task<Dictionary<string, long>> TheirRecords(TestDatabase database)
    {
        var (today, by, harbour) = (database.Clock.Today, database.Coordinator.UserId, database.HarbourWard);
        var (zebedee, other, twin) = (await database.AddPerson("Zebedee", harbour), await database.AddPerson("Florence", harbour), await database.AddPerson("Zebedee Again", harbour));
        var place = Asset.Add(database.Programme, by, today, new AssetDetails(AssetKind.Place, "The roundabout", NeighbourhoodId: harbour));
        await database.Add(place);
        var conversation = Domain.Conversations.Conversation.Log(database.Programme, by, Guid.NewGuid(), new ConversationDetails(today, ConversationKind.Learning, [zebedee.Id], "Zebedee bounces", NeighbourhoodId: harbour, NextStep: "Ask Zebedee", NextStepDue: today.AddDays(7)), today);
        var signpost = Signpost.Give(database.Programme, harbour, by, Guid.NewGuid(), zebedee.Id, new SignpostTarget(place.Id, null, "The roundabout", null), null, today, "Zebedee asked", today);
        var connection = Connection.Make(database.Programme, harbour, by, ConnectionEnd.Of(zebedee.Id), ConnectionEnd.Of(other.Id), ConnectionOrigin.Existing, "Zebedee's friend", today, null);
        var introduction = Introduction.Make(database.Programme, harbour, by, zebedee.Id, ConnectionEnd.Of(place.Id), today, "Zebedee likes it");
        var story = Story.Tell(database.Programme, harbour, zebedee.Id, "Zebedee's story", "Boing", "en-GB", today, null, null);
        var gift = Gift.Hear(database.Programme, zebedee.Id, null, GiftDirection.Gift, GiftKind.Hands, null, "Zebedee jumps", today);
        var consent = Consent.Give(zebedee.Id, ConsentUse.IntroduceMe, null, today, ConsentHow.Spoken, null, by);
        await database.Add(conversation, signpost, connection, introduction, story, gift, consent);
        var merge = await database.Send(new Application.People.MergePeople(other.Id, 0, twin.Id, 0, new PersonDetails("Florence", NeighbourhoodId: harbour)), database.Coordinator);
        return new(StringComparer.Ordinal)
        {
            ["people"] = zebedee.Id.Value,
            ["conversations"] = conversation.Id.Value,
            ["signposts"] = signpost.Id.Value,
            ["connections"] = connection.Id.Value,
            ["introductions"] = introduction.Id.Value,
            ["stories"] = story.Id.Value,
            ["gifts"] = gift.Id.Value,
            ["consents"] = consent.Id.Value,
            ["merges"] = merge.Value,
        };
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex HiddenField();

    [GeneratedRegex("name=\"Kept\" value=\"(?<kept>[^\"]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex KeptField();

    [GeneratedRegex(@"\d+", RegexOptions.NonBacktracking)]
    private static partial Regex FirstNumber();
}
