using System.Globalization;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace AbcdConnect.Browser.Tests;

/// <summary>A real phone loses its signal, its page and its answers in the middle of everything; what arrived is counted in the database.</summary>
[Collection(DemoCollection.Name)]
public sealed class OfflineTests(DemoApp demo)
{
    private const int BadDays = 50;

    [Fact]
    public async Task Without_signal_the_form_opens_with_those_at_hand_and_what_is_kept_arrives_with_somebody_new_and_the_day_it_was_written()
    {
        var page = await Phone();
        var (name, words) = ($"Marta{Token()}", Token());
        await page.Context.SetOfflineAsync(true);

        await page.GotoAsync("/conversations/new");
        await page.Locator("#talk-who").FillAsync(name);
        await page.GetByRole(AriaRole.Option).Last.ClickAsync();
        await page.Locator("#talk-heard").FillAsync(words);
        await page.Locator("#talk-gift-0").FillAsync($"mends bikes {words}");
        await page.Locator("[data-keeps=conversation]").GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await page.GetByText("Kept on this phone").WaitForAsync();
        // And told about somewhere at once, though nobody has a number yet.
        await page.GotoAsync("/signposts/new");
        await page.Locator("#signpost-who").FillAsync(name[..6]);
        await page.GetByRole(AriaRole.Option).First.ClickAsync();
        await page.Locator("#signpost-target").FillAsync("e");
        (await page.GetByRole(AriaRole.Option).CountAsync()).ShouldBeGreaterThanOrEqualTo(0);
        await Accessible(page);
        await page.GotoAsync("/outbox");
        await page.GetByText("Waiting to be sent").WaitForAsync();
        await Accessible(page);
        Count(words).ShouldBe(0);

        await page.Context.SetOfflineAsync(false);
        await Sent(page);

        Count(words).ShouldBe(1);
        Scalar($"SELECT COUNT(*) FROM People WHERE FirstName = '{name}'").ShouldBe(1);
        Scalar($"SELECT COUNT(*) FROM ConversationPeople cp JOIN Conversations c ON c.Id = cp.ConversationId JOIN People p ON p.Id = cp.PersonId WHERE p.FirstName = '{name}' AND c.Heard = '{words}'").ShouldBe(1);
        Scalar($"SELECT COUNT(*) FROM Gifts WHERE Words = 'mends bikes {words}'").ShouldBe(1);
        await page.Context.CloseAsync();
    }

    /// <summary>K keeps one in the form without signal; W posts one from the page as the signal goes; F and N: signal off and on; L: the
    /// next answer is lost; D: the page dies in the middle of whatever it does.</summary>
    [Fact]
    public async Task Fifty_bad_days_lose_nothing_and_keep_nothing_twice()
    {
        List<string> days = [];
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(BadDays), Prop.ForAll(Gen.Elements('K', 'K', 'K', 'W', 'F', 'N', 'L', 'D', 'D').ArrayOf(5).ToArbitrary(), day =>
        {
            days.Add(new string(day));
            return true;
        }));
        List<string> kept = [];
        var page = await Phone();
        foreach (var day in days)
        {
            page = await Live(page, day, kept);
        }

        await Sent(page);
        kept.Count.ShouldBeGreaterThan(BadDays);
        kept.Where(words => Count(words) != 1).Select(words => $"{words}: {Count(words)}").ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Signing_out_with_something_unsent_says_so_and_keeps_it_sealed_for_the_same_worker_alone()
    {
        var page = await Phone();
        var words = Token();
        await page.RouteAsync("**/conversations/new", route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
        await page.Context.SetOfflineAsync(true);
        await Keep(page, words);
        await page.Context.SetOfflineAsync(false);

        await page.GotoAsync("/sign-out");
        await page.GetByText("One thing has not been sent yet").WaitForAsync();
        await page.Locator("main form[data-signs-out] button").ClickAsync();
        await page.WaitForURLAsync("**/sign-in*");
        (await Rows(page, "keys")).ShouldBe(0);
        (await Rows(page, "sealed")).ShouldBe(1);

        await SignInAgain(page, "coordinator");
        await page.GotoAsync("/outbox");
        await page.GetByText("Nothing waits").WaitForAsync();
        await page.Locator("form[data-signs-out]").First.EvaluateAsync("form => form.requestSubmit()");
        await page.WaitForURLAsync("**/sign-in*");

        await page.UnrouteAllAsync();
        await SignInAgain(page, "worker");
        await Sent(page);
        Count(words).ShouldBe(1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_lost_phone_wipes_itself_at_its_next_contact()
    {
        var page = await Phone();
        await page.Context.SetOfflineAsync(true);
        await Keep(page, Token());
        (await Rows(page, "keys")).ShouldBe(1);
        var desk = await demo.SignIn("worker", width: 1100);
        await desk.GotoAsync("/account");
        // Of the worker's devices here, the one seen last but this is the phone; all others go.
        foreach (var button in await desk.Locator("form[action$='/revoke']").AllAsync())
        {
            await desk.EvaluateAsync("action => fetch(action, { method: 'POST', body: new URLSearchParams(new FormData(document.querySelector(`form[action=\"${action}\"]`))) })", await button.GetAttributeAsync("action"));
        }

        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync("/people");

        await page.WaitForURLAsync("**/sign-in*");
        await Until(async () => await Rows(page, "keys") + await Rows(page, "sealed") + await Rows(page, "devices") == 0);
        await desk.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_the_server_refuses_becomes_a_task_with_its_words_and_goes_when_put_right()
    {
        var page = await Phone();
        var words = Token();
        await page.Context.SetOfflineAsync(true);
        await Keep(page, words, heldOn: "the day after never");
        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync("/outbox");
        await page.GetByText("Needs another look").WaitForAsync();
        await page.GetByText(words).First.WaitForAsync();
        await Accessible(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Put it right" }).ClickAsync();
        await Accessible(page);
        await page.GetByLabel("When did you talk?").FillAsync("yesterday");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send it again" }).ClickAsync();
        await Sent(page);

        Count(words).ShouldBe(1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_clock_a_year_ahead_at_both_ends_changes_no_date()
    {
        var page = await demo.Open();
        await page.Clock.InstallAsync(new ClockInstallOptions { TimeDate = DateTime.UtcNow.AddYears(1) });
        await SignInAgain(page, "worker");
        var words = Token();
        await page.Context.SetOfflineAsync(true);
        await Keep(page, words, heldOn: "yesterday");
        await page.Context.SetOfflineAsync(false);
        await Sent(page);

        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        var yesterday = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, zone).DateTime).AddDays(-1);
        Scalar($"SELECT COUNT(*) FROM Conversations WHERE Heard = '{words}' AND HeldOn >= '{yesterday.AddDays(-1):yyyy-MM-dd}' AND HeldOn <= '{yesterday:yyyy-MM-dd}'").ShouldBe(1);
        await page.Context.CloseAsync();
    }

    private static async Task<IPage> Live(IPage page, string day, List<string> kept)
    {
        foreach (var what in day)
        {
            switch (what)
            {
                case 'K':
                    await page.Context.SetOfflineAsync(true);
                    kept.Add(Token());
                    await Keep(page, kept[^1]);
                    break;
                case 'W':
                    await page.Context.SetOfflineAsync(false);
                    await page.GotoAsync("/conversations/new", new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
                    kept.Add(Token());
                    await page.Locator("main [name=Heard]").FillAsync(kept[^1]);
                    await page.Context.SetOfflineAsync(true);
                    await page.Locator("main form").First.EvaluateAsync("form => form.requestSubmit()");
                    await page.GetByText("Kept on this phone").WaitForAsync();
                    break;
                case 'F': await page.Context.SetOfflineAsync(true); break;
                case 'N': await page.Context.SetOfflineAsync(false); break;
                case 'L':
                    // The server hears it; the phone never hears that it did.
                    await page.RouteAsync(
                        "**/conversations/new",
                        async route =>
                        {
                            if (route.Request.Method == "POST")
                            {
                                await route.FetchAsync();
                                await route.AbortAsync();
                            }
                            else
                            {
                                await route.ContinueAsync();
                            }
                        },
                        new PageRouteOptions { Times = 1 });
                    break;
                default:
                    await page.Context.SetOfflineAsync(false);
                    _ = page.GotoAsync("/outbox").ContinueWith(_ => { }, TaskScheduler.Default);
                    var next = await page.Context.NewPageAsync();
                    await page.CloseAsync();
                    page = next;
                    break;
            }
        }

        return page;
    }

    private static async Task Keep(IPage page, string words, string heldOn = "today")
    {
        await page.GotoAsync("/conversations/new", new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        await page.Locator("#talk-heard").FillAsync(words);
        await page.Locator("#talk-on").FillAsync(heldOn);
        await page.Locator("[data-keeps=conversation]").EvaluateAsync("form => form.requestSubmit()");
        await page.GetByText("Kept on this phone").WaitForAsync();
    }

    /// <summary>With signal, and everything that can go gone.</summary>
    private static async Task Sent(IPage page)
    {
        await page.Context.SetOfflineAsync(false);
        await page.UnrouteAllAsync();
        await page.GotoAsync("/outbox");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Waiting to be sent" }).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        await page.Locator("[data-outbox] h2, [data-outbox] p").First.WaitForAsync();
    }

    private async Task<IPage> Phone()
    {
        var page = await demo.SignIn("worker");
        await page.Locator("body[data-offline=ready]").WaitForAsync();
        return page;
    }

    private static async Task SignInAgain(IPage page, string who)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name=Email]", $"{who}@demo.example");
        await page.FillAsync("[name=Password]", DemoApp.Password);
        await page.PressAsync("[name=Password]", "Enter");
        await page.Locator("body[data-offline=ready]").WaitForAsync();
    }

    private static async Task Accessible(IPage page)
    {
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        var axe = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        axe.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(", ", v.Nodes.Select(n => n.Html).Take(2))}").ShouldBeEmpty();
    }

    private static Task<int> Rows(IPage page, string store) => page.EvaluateAsync<int>(
        """
        store => new Promise((resolve, reject) => {
          const opened = indexedDB.open("abcd");
          opened.onerror = () => reject(opened.error);
          opened.onsuccess = () => {
            const range = store === "sealed" ? IDBKeyRange.bound(["", "out:"], ["\uffff", "out:\uffff"]) : undefined;
            const asked = opened.result.transaction(store).objectStore(store).getAllKeys();
            asked.onsuccess = () => { opened.result.close(); resolve(asked.result.filter(key => range === undefined || key[1].startsWith("out:")).length); };
          };
        })
        """,
        store);

    private static async Task Until(Func<Task<bool>> come)
    {
        var late = DateTime.UtcNow.AddSeconds(20);
        while (!await come())
        {
            DateTime.UtcNow.ShouldBeLessThan(late);
        }
    }

    private static string Token() => "Heard" + Guid.NewGuid().ToString("N");

    private int Count(string words) => Scalar($"SELECT COUNT(*) FROM Conversations WHERE Heard = '{words}'");

    private int Scalar(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={demo.DatabaseFile};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
