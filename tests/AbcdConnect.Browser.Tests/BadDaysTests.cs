using Microsoft.Playwright;
using static AbcdConnect.Browser.Tests.Phones;

namespace AbcdConnect.Browser.Tests;

/// <summary>What else goes wrong with a phone: no room, a second one, an answer that never came, a programme that wants nothing kept.</summary>
[Collection(DemoCollection.Name)]
public sealed class BadDaysTests(DemoApp demo)
{
    [Fact]
    public async Task Without_signal_gifts_are_recognised_and_those_at_hand_are_a_tap_away_and_all_of_it_arrives()
    {
        await using var signal = new Signal(demo.Address);
        var page = await demo.Phone(signal);
        await Until(async () => await Named(page, "hand:lexicon-version"));
        var token = Token();
        signal.Goes();

        await page.GotoAsync("/conversations/new");
        await page.Locator("[data-hand=people] .abcd-chip").First.ClickAsync();
        await page.Locator("#places .abcd-chip").First.ClickAsync();
        await page.Locator("#Heard").PressSequentiallyAsync($"I can knit. {token}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes Knitting" }).ClickAsync();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        await page.Locator("[data-keeps=conversation]").GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await page.GetByText("Kept on this phone, and sent by itself").WaitForAsync();
        signal.Returns();
        await Sent(page);

        demo.Scalar($"SELECT COUNT(*) FROM Conversations c JOIN Gifts g ON g.ConversationId = c.Id JOIN GiftTerms t ON t.Id = g.TermId WHERE c.Heard LIKE '%{token}' AND t.Name = 'Knitting' AND g.PersonId IS NOT NULL AND c.PlaceId IS NOT NULL").ShouldBe(1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Two_phones_of_one_worker_both_send_nothing_twice_and_each_then_sees_what_the_other_wrote()
    {
        await using var signal = new Signal(demo.Address);
        IPage[] phones = [await demo.Phone(signal), await demo.Phone(signal)];
        string[] words = [Token(), Token()];
        signal.Goes();
        for (var i = 0; i < 2; i++)
        {
            await Keep(phones[i], words[i]);
        }

        signal.Returns();
        await Task.WhenAll(phones.Select(Sent));

        words.Select(demo.Arrived).ShouldBe([1, 1]);
        for (var i = 0; i < 2; i++)
        {
            await phones[i].GotoAsync($"/conversations?q={words[1 - i]}");
            await phones[i].Locator("tbody tr").First.WaitForAsync();
            await phones[i].Context.CloseAsync();
        }
    }

    [Fact]
    public async Task The_browser_itself_sends_what_waits_when_every_page_is_closed()
    {
        await using var signal = new Signal(demo.Address);
        var page = await demo.Phone(signal);
        // No page of ours: its scripts would send by themselves.
        var still = await page.Context.NewPageAsync();
        await still.GotoAsync("/icons/icon-192.png");
        var browser = await page.Context.NewCDPSessionAsync(still);
        var registration = new TaskCompletionSource<string>();
        browser.Event("ServiceWorker.workerRegistrationUpdated").OnEvent += (_, told) =>
        {
            foreach (var one in told!.Value.GetProperty("registrations").EnumerateArray())
            {
                registration.TrySetResult(one.GetProperty("registrationId").GetString()!);
            }
        };
        await browser.SendAsync("ServiceWorker.enable");
        var words = Token();
        signal.Goes();
        await Keep(page, words);
        await Until(async () => await page.EvaluateAsync<bool>("navigator.serviceWorker.ready.then(async worker => !('sync' in worker) || (await worker.sync.getTags()).includes('abcd-outbox'))"));
        await page.CloseAsync();
        demo.Arrived(words).ShouldBe(0);
        signal.Returns();

        await browser.SendAsync("ServiceWorker.dispatchSyncEvent", new Dictionary<string, object> { ["origin"] = signal.Address, ["registrationId"] = await registration.Task, ["tag"] = "abcd-outbox", ["lastChance"] = false });

        await Until(() => Task.FromResult(demo.Arrived(words) == 1));
        await still.Context.CloseAsync();
    }

    [Fact]
    public async Task Words_written_on_after_a_lost_answer_are_the_ones_that_stay()
    {
        await using var signal = new Signal(demo.Address);
        var page = await demo.Phone(signal, workers: ServiceWorkerPolicy.Block);
        var words = Token();
        await page.GotoAsync("/conversations/new");
        await page.Locator("#Heard").FillAsync(words);
        await page.Locator("form[data-draft-state=kept]").WaitForAsync();
        signal.LosesAnAnswer();
        var lost = new TaskCompletionSource();
        page.RequestFailed += (_, request) =>
        {
            if (request.Method == "POST")
            {
                lost.TrySetResult();
            }
        };
        _ = page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync().ContinueWith(_ => { }, TaskScheduler.Default);
        await Until(() => Task.FromResult(demo.Arrived(words) == 1));
        signal.Goes();
        // A browser may send again by itself what got no answer: that is lost too.
        await lost.Task.WaitAsync(TimeSpan.FromSeconds(20));
        signal.Returns();
        signal.LosesNothing();

        // Opened anew: what the lost page goes through is nothing to wait for.
        page = await page.Context.NewPageAsync();
        await page.GotoAsync("/conversations/new");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on with it" }).ClickAsync();
        await page.WaitForFunctionAsync($"() => document.querySelector('#Heard').value === '{words}'");
        await page.Locator("#Heard").FillAsync(words + " and hens");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.GetByText("Kept. Thank you for listening.").WaitForAsync();

        (demo.Arrived(words), demo.Arrived(words + " and hens")).ShouldBe((0, 1));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Where_the_programme_says_so_a_phone_lets_go_of_what_it_kept_once_it_is_sent_and_keeps_nothing_more()
    {
        await using var signal = new Signal(demo.Address);
        var page = await demo.Phone(signal);
        var words = Token();
        signal.HoldsConversationsBack = true;
        signal.Goes();
        await Keep(page, words);
        signal.Returns();
        var desk = await demo.SignIn("coordinator", width: 1100);
        try
        {
            await MayKeep(desk, "No");
            await page.GotoAsync("/people");
            await Until(async () => !await Named(page, "hand:all"));
            // What waits is still there to be sent, and nothing new joins it.
            (await Keys(page)).ShouldBe(1);
            signal.Goes();
            await page.GotoAsync("/conversations/new");
            await page.GetByText("Your programme keeps nothing on phones").WaitForAsync();
            signal.Returns();
            signal.HoldsConversationsBack = false;
            await page.GotoAsync("/outbox");
            await Until(async () => await Keys(page) == 0 && !await Named(page, ""));
            demo.Arrived(words).ShouldBe(1);
        }
        finally
        {
            await MayKeep(desk, "Yes");
        }

        await page.GotoAsync("/people");
        await Until(async () => await Keys(page) == 1);
        await desk.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    private static async Task MayKeep(IPage desk, string answer)
    {
        await desk.GotoAsync("/programme/change");
        await desk.GetByRole(AriaRole.Group, new() { Name = "May workers' phones keep what they need without signal?" }).GetByLabel(answer, new() { Exact = true }).CheckAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await desk.GetByText("The programme is changed.").WaitForAsync();
    }

    private static Task<int> Keys(IPage page) => Kept<int>(page, "keys", "names => names.length");
}
