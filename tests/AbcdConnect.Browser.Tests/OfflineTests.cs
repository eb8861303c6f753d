using FsCheck;
using FsCheck.Fluent;
using Microsoft.Playwright;
using static AbcdConnect.Browser.Tests.Phones;

namespace AbcdConnect.Browser.Tests;

/// <summary>A real phone loses its signal, its page and its answers in the middle of everything; what arrived is counted in the database.</summary>
[Collection(DemoCollection.Name)]
public sealed class OfflineTests(DemoApp demo)
{
    private const int BadDays = 50;

    [Fact]
    public async Task Without_signal_the_form_opens_with_those_at_hand_and_what_is_kept_arrives_with_somebody_new_and_the_day_it_was_written()
    {
        await using var signal = new Signal(demo.Address);
        var page = await demo.Phone(signal);
        var (name, words) = ($"Marta{Token()}", Token());
        signal.Goes();

        await page.GotoAsync("/conversations/new");
        await page.Locator("#PersonIds").FillAsync(name);
        await page.Locator("[role=option]").Last.ClickAsync();
        await page.Locator("#Heard").FillAsync(words);
        await page.GetByText("Gifts and asks you heard").ClickAsync();
        await page.GetByLabel("In their words").First.FillAsync($"mends bikes {words}");
        await page.Locator("[data-keeps=conversation]").GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await page.GetByText("Kept on this phone, and sent by itself").WaitForAsync();
        // And told about somewhere at once, though nobody has a number yet.
        await page.GotoAsync("/signposts/new");
        await page.Locator("#signpost-who").FillAsync(name[..6]);
        await page.Locator("[role=option]").First.ClickAsync();
        await page.Locator("#signpost-target").FillAsync("e");
        await page.Locator("[role=option]").First.WaitForAsync();
        await Accessible(page);
        await page.GotoAsync("/outbox");
        await page.GetByText("Waiting to be sent").WaitForAsync();
        await Accessible(page);
        demo.Arrived(words).ShouldBe(0);

        signal.Returns();
        await AllSent(page, signal);

        demo.Arrived(words).ShouldBe(1);
        demo.Scalar($"SELECT COUNT(*) FROM People WHERE FirstName = '{name}'").ShouldBe(1);
        demo.Scalar($"SELECT COUNT(*) FROM ConversationPeople cp JOIN Conversations c ON c.Id = cp.ConversationId JOIN People p ON p.Id = cp.PersonId WHERE p.FirstName = '{name}' AND c.Heard = '{words}'").ShouldBe(1);
        demo.Scalar($"SELECT COUNT(*) FROM Gifts WHERE Words = 'mends bikes {words}'").ShouldBe(1);
        await page.Context.CloseAsync();
    }

    /// <summary>K keeps one in the form without signal; W posts one from the page as the signal goes; F and N: signal off and on; L: the
    /// next answer is lost; D: the page dies in the middle of whatever it does.</summary>
    [Fact]
    public async Task Fifty_bad_days_lose_nothing_and_keep_nothing_twice()
    {
        List<string> days = [];
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(BadDays), Prop.ForAll(Gen.Elements('K', 'K', 'K', 'W', 'F', 'N', 'L', 'D', 'D').ArrayOf(4).ToArbitrary(), day =>
        {
            days.Add(new string(day));
            return true;
        }));
        List<string> kept = [];
        await using var signal = new Signal(demo.Address);
        // Not the worker, whose usual places others of these tests look for among the conversations of late.
        var page = await demo.Phone(signal, "coordinator");
        foreach (var day in days)
        {
            page = await Live(page, signal, day, kept);
        }

        await AllSent(page, signal);
        kept.Count.ShouldBeGreaterThan(BadDays);
        kept.Where(words => demo.Arrived(words) != 1).Select(words => $"{words}: {demo.Arrived(words)}").ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Signing_out_with_something_unsent_says_so_and_keeps_it_sealed_for_the_same_worker_alone()
    {
        await using var signal = new Signal(demo.Address);
        var page = await demo.Phone(signal);
        var words = Token();
        signal.HoldsConversationsBack = true;
        signal.Goes();
        await Keep(page, words);
        signal.Returns();

        await page.GotoAsync("/sign-out");
        await page.GetByText("One thing has not been sent yet").WaitForAsync();
        await page.Locator("main form[data-signs-out] button").ClickAsync();
        await page.Arrives("**/sign-in*");
        (await Rows(page, "keys")).ShouldBe(0);
        (await Rows(page, "sealed")).ShouldBe(1);

        await SignInAgain(page, "coordinator");
        await page.GotoAsync("/outbox");
        await page.GetByText("Nothing waits").WaitForAsync();
        await page.Locator("form[data-signs-out]").First.EvaluateAsync("form => form.requestSubmit()");
        await page.Arrives("**/sign-in*");

        signal.HoldsConversationsBack = false;
        await SignInAgain(page, "worker");
        await AllSent(page, signal);
        demo.Arrived(words).ShouldBe(1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_lost_phone_wipes_itself_at_its_next_contact()
    {
        await using var signal = new Signal(demo.Address);
        var page = await demo.Phone(signal);
        signal.Goes();
        await Keep(page, Token());
        (await Rows(page, "keys")).ShouldBe(1);
        var desk = await demo.SignIn("worker", width: 1100);
        await desk.GotoAsync("/account");
        // Those seen last come first: this one, then the phone.
        await desk.Locator(".govuk-summary-list__row:not(:has-text('this one')) form[action$='/revoke'] button").First.ClickAsync();
        await desk.GetByText("can no longer be opened").WaitForAsync();
        signal.Returns();
        await page.GotoAsync("/people");

        await page.Arrives("**/sign-in*");
        await Until(async () => await Rows(page, "keys") + await Rows(page, "sealed") + await Rows(page, "devices") == 0);
        await desk.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_the_server_refuses_becomes_a_task_with_its_words_and_goes_when_put_right()
    {
        await using var signal = new Signal(demo.Address);
        var page = await demo.Phone(signal);
        var words = Token();
        signal.Goes();
        await Keep(page, words, heldOn: "the day after never");
        signal.Returns();
        await page.GotoAsync("/outbox");
        await page.GetByText("Needs another look").WaitForAsync();
        await page.GetByText(words).First.WaitForAsync();
        await Accessible(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Put it right" }).ClickAsync();
        await Accessible(page);
        await page.GetByLabel("When did you talk?").FillAsync("yesterday");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send it again" }).ClickAsync();
        // It is kept before the page is left.
        await page.Locator("[data-editing]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        await AllSent(page, signal);

        demo.Arrived(words).ShouldBe(1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_clock_a_year_ahead_at_both_ends_changes_no_date()
    {
        await using var signal = new Signal(demo.Address);
        var page = await demo.NewPhone(signal);
        await page.Clock.InstallAsync(new ClockInstallOptions { TimeDate = DateTime.UtcNow.AddYears(1) });
        await SignInAgain(page, "worker");
        var words = Token();
        signal.Goes();
        await Keep(page, words, heldOn: "yesterday");
        signal.Returns();
        await AllSent(page, signal);

        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        var yesterday = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, zone).DateTime).AddDays(-1);
        demo.Scalar($"SELECT COUNT(*) FROM Conversations WHERE Heard = '{words}' AND HeldOn >= '{yesterday.AddDays(-1):yyyy-MM-dd}' AND HeldOn <= '{yesterday:yyyy-MM-dd}'").ShouldBe(1);
        await page.Context.CloseAsync();
    }

    private static async Task<IPage> Live(IPage page, Signal signal, string day, List<string> kept)
    {
        foreach (var what in day)
        {
            switch (what)
            {
                case 'K':
                    signal.Goes();
                    kept.Add(Token());
                    await Keep(page, kept[^1]);
                    break;
                case 'W':
                    signal.Returns();
                    await page.GotoAsync("/conversations/new", new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
                    kept.Add(Token());
                    await page.Locator("main [name=Heard]").FillAsync(kept[^1]);
                    signal.Goes();
                    await page.Locator("main form:has([name=Heard])").First.EvaluateAsync("form => form.requestSubmit()");
                    await page.GetByText("Kept on this phone, and sent by itself").WaitForAsync();
                    break;
                case 'F': signal.Goes(); break;
                case 'N': signal.Returns(); break;
                case 'L': signal.LosesAnAnswer(); break;
                default:
                    signal.Returns();
                    // Committed, so that there is a page to die: the browser never ends the closing of one whose address is still being fetched.
                    await page.GotoAsync("/outbox", new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
                    var next = await page.Context.NewPageAsync();
                    await page.CloseAsync();
                    page = next;
                    break;
            }
        }

        return page;
    }


    /// <summary>With signal, and everything that can go gone.</summary>
    private static Task AllSent(IPage page, Signal signal)
    {
        signal.Returns();
        signal.LosesNothing();
        return Sent(page);
    }

    private static async Task Accessible(IPage page)
    {
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        (await page.Faults()).ShouldBeEmpty();
    }

    // Of what is sealed, only what is to be sent.
    private static Task<int> Rows(IPage page, string store) =>
        Kept<int>(page, store, store == "sealed" ? "names => names.filter(key => key[1].startsWith('out:')).length" : "names => names.length");
}
