using System.Text.Json;
using Microsoft.Playwright;
using static AbcdConnect.Browser.Tests.Phones;

namespace AbcdConnect.Browser.Tests;

/// <summary>A phone full of photographs.</summary>
[Collection(DemoCollection.Name)]
public sealed class FullPhoneTests(DemoApp demo)
{
    // The browser's own tool for it lets what is small through: a full store takes a row, and gives up the transaction.
    private const string NoRoom =
        """
        (() => {
          const put = IDBObjectStore.prototype.put;
          IDBObjectStore.prototype.put = function (...row) {
            const asked = put.apply(this, row);
            if (self.hasRoom !== true) {
              Object.defineProperty(this.transaction, "error", { value: new DOMException("", "QuotaExceededError") });
              this.transaction.abort();
            }
            return asked;
          };
        })();
        """;

    [Fact]
    public async Task A_phone_without_room_says_so_loses_no_word_and_still_sends_what_waits()
    {
        await using var signal = new Signal(demo.Address);
        var page = await demo.Phone(signal);
        var (before, words) = (Token(), Token());
        signal.Goes();
        await Keep(page, before);
        var worker = await ServiceWorker.Of(page, signal.Address);
        await page.Context.AddInitScriptAsync(NoRoom);
        await page.EvaluateAsync(NoRoom);
        await worker.Evaluate(NoRoom);

        // Nothing new can be kept, and nothing of it is lost: not by the button, nor by a refresh.
        await page.GotoAsync("/conversations/new");
        await page.Locator("#Heard").FillAsync(words);
        await Press(page);
        await page.GetByText("There is no room left on this phone. Leave this page open").WaitForAsync();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        (await page.Faults()).ShouldBeEmpty();
        await page.Locator("form[data-draft-state=kept]").WaitForAsync();
        await page.ReloadAsync();
        await Until(async () => await page.Locator("#Heard").InputValueAsync() == words);

        // What waited before is sent, full as the phone is.
        signal.Returns();
        var outbox = await page.Context.NewPageAsync();
        await Sent(outbox);
        (demo.Arrived(before), demo.Arrived(words)).ShouldBe((1, 0));

        // With room again the same button keeps it.
        signal.Goes();
        await page.Context.AddInitScriptAsync("self.hasRoom = true");
        await page.EvaluateAsync("self.hasRoom = true");
        await worker.Evaluate("self.hasRoom = true");
        await Press(page);
        await page.GetByText("Kept on this phone, and sent by itself").WaitForAsync();
        signal.Returns();
        await Sent(page);
        (demo.Arrived(before), demo.Arrived(words)).ShouldBe((1, 1));

        // A note of the full phone that nobody could take away makes nothing wait again that has arrived.
        signal.Goes();
        var sent = await Kept<string[]>(page, "sealed", "names => names.map(key => key[1]).filter(name => name.startsWith('out:')).map(name => name.slice(4))");
        sent.Length.ShouldBe(2);
        var noted = await page.EvaluateAsync<int>(
            """
            ids => {
              const notes = JSON.parse(localStorage.getItem("abcd:out") ?? "{}");
              const without = ids.filter(id => notes[id] === undefined);
              const stale = without.map(id => [id, { standing: "waiting", uncertain: true }]);
              localStorage.setItem("abcd:out", JSON.stringify({ ...notes, ...Object.fromEntries(stale) }));
              return without.length;
            }
            """,
            sent);
        noted.ShouldBeGreaterThan(0);
        await page.GotoAsync("/outbox");
        await page.Locator("[data-outbox] h2").First.WaitForAsync();
        (await page.Locator("[data-outbox] h2").AllInnerTextsAsync()).ShouldBe(["Sent"]);
        await page.Context.CloseAsync();
    }

    private static async Task Press(IPage page) => await page.Locator("[data-keeps=conversation]").EvaluateAsync("form => form.requestSubmit()");

    /// <summary>The page's service worker, which Playwright for .NET does not reach.</summary>
    private sealed class ServiceWorker(ICDPSession browser, string session)
    {
        public static async Task<ServiceWorker> Of(IPage page, string address)
        {
            var browser = await page.Context.Browser!.NewBrowserCDPSessionAsync();
            var targets = (await browser.SendAsync("Target.getTargets"))!.Value.GetProperty("targetInfos").EnumerateArray();
            var worker = targets.Single(t => t.GetProperty("type").GetString() == "service_worker" && t.GetProperty("url").GetString()!.StartsWith(address, StringComparison.Ordinal));
            var attached = await browser.SendAsync("Target.attachToTarget", new Dictionary<string, object> { ["targetId"] = worker.GetProperty("targetId").GetString()!, ["flatten"] = false });
            return new ServiceWorker(browser, attached!.Value.GetProperty("sessionId").GetString()!);
        }

        public async Task Evaluate(string script)
        {
            var done = new TaskCompletionSource();
            browser.Event("Target.receivedMessageFromTarget").OnEvent += (_, _) => done.TrySetResult();
            await browser.SendAsync("Target.sendMessageToTarget", new Dictionary<string, object>
            {
                ["sessionId"] = session,
                ["message"] = JsonSerializer.Serialize(new { id = 1, method = "Runtime.evaluate", @params = new { expression = script } }),
            });
            await done.Task.WaitAsync(TimeSpan.FromSeconds(20));
        }
    }
}
