using Microsoft.Playwright;
using static AbcdConnect.Browser.Tests.Phones;

namespace AbcdConnect.Browser.Tests;

/// <summary>A phone full of photographs.</summary>
[Collection(DemoCollection.Name)]
public sealed class FullPhoneTests(DemoApp demo)
{
    [Fact]
    public async Task A_phone_without_room_says_so_loses_no_word_and_still_sends_what_waits()
    {
        await using var signal = new Signal(demo.Address);
        var page = await demo.Phone(signal);
        var (before, words) = (Token(), Token());
        signal.Goes();
        await Keep(page, before);
        var storage = await page.Context.NewCDPSessionAsync(page);
        await Room(storage, signal, bytes: 1);

        // Nothing new can be kept, and nothing of it is lost: not by the button, nor by a refresh.
        await page.GotoAsync("/conversations/new");
        await page.Locator("#Heard").FillAsync(words);
        await Press(page);
        await page.GetByText("There is no room left on this phone. Leave this page open").WaitForAsync();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        (await page.Faults()).ShouldBeEmpty();
        await page.Locator("form[data-draft-state=kept]").WaitForAsync();
        await page.ReloadAsync();
        await page.WaitForFunctionAsync($"document.querySelector('#Heard').value === '{words}'");

        // What waited before is sent, full as the phone is.
        signal.Returns();
        var outbox = await page.Context.NewPageAsync();
        await Sent(outbox);
        (demo.Arrived(before), demo.Arrived(words)).ShouldBe((1, 0));

        // With room again the same button keeps it.
        signal.Goes();
        await Room(storage, signal, bytes: null);
        await Press(page);
        await page.GetByText("Kept on this phone, and sent by itself").WaitForAsync();
        signal.Returns();
        await Sent(page);
        (demo.Arrived(before), demo.Arrived(words)).ShouldBe((1, 1));
        await page.Context.CloseAsync();
    }

    private static Task Press(IPage page) => page.Locator("[data-keeps=conversation]").EvaluateAsync("form => form.requestSubmit()");

    private static Task Room(ICDPSession storage, Signal signal, int? bytes) =>
        storage.SendAsync("Storage.overrideQuotaForOrigin", bytes is { } size
            ? new Dictionary<string, object> { ["origin"] = signal.Address, ["quotaSize"] = size }
            : new Dictionary<string, object> { ["origin"] = signal.Address });
}
