using Microsoft.Playwright;

namespace AbcdConnect.Browser.Tests;

/// <summary>Two minute-takers on one meeting, in two browsers, over bad wifi.</summary>
[Collection(DemoCollection.Name)]
public sealed class RoomTests(DemoApp demo)
{
    [Fact]
    public async Task Two_type_at_once_one_loses_the_signal_and_the_browser_and_nothing_is_lost()
    {
        await using var signal = new Signal(demo.Address);
        var joan = await demo.SignIn("coordinator", 1280);
        var (room, notes) = await Plan(joan);
        var amina = await demo.SignIn("worker", address: signal.Address);
        await Open(joan, room, notes);
        await Open(amina, room, notes);

        // On one line, at the same time.
        await Task.WhenAll(Type(joan, notes, "The hall opens on Thursdays. "), Type(amina, notes, "Street lights are mended. "));
        await Both(joan, amina, notes, "The hall opens on Thursdays.", "Street lights are mended.");

        signal.Goes();
        await Type(amina, notes, "Written without a signal. ");
        await amina.GetByText("No signal. What you type is kept safe").WaitForAsync();
        await Type(joan, notes, "Said meanwhile. ");
        await amina.Locator($"{notes}[data-waits=kept]").WaitForAsync();
        await joan.Locator($"{notes}[data-waits=no]").WaitForAsync();
        // Her browser dies; another page of it comes back with the signal.
        var again = await amina.Context.NewPageAsync();
        await amina.CloseAsync();
        signal.Returns();
        await Open(again, room, notes);

        await Both(joan, again, notes, "The hall opens on Thursdays.", "Street lights are mended.", "Written without a signal.", "Said meanwhile.");
        (await joan.Locator(notes).InputValueAsync()).Length.ShouldBe("The hall opens on Thursdays. Street lights are mended. Written without a signal. Said meanwhile. ".Length);

        // A decision that one writes down stands before the other by itself, and on the wall.
        var wall = await joan.Context.NewPageAsync();
        await wall.GotoAsync($"{room}/screen");
        await joan.FillAsync("#decide [name=Decision]", "The gate is mended by Friday");
        await joan.PressAsync("#decide button", "Enter");
        await again.GetByText("The gate is mended by Friday").WaitForAsync();
        await wall.GetByText("The gate is mended by Friday").WaitForAsync();
        await joan.FillAsync("#decide [name=Decision]", "And painted");
        await joan.PressAsync("#decide button", "Enter");
        await again.GetByText("And painted").WaitForAsync();
        foreach (var context in new[] { joan.Context, again.Context })
        {
            await context.CloseAsync();
        }
    }

    private static async Task<(string Room, string Notes)> Plan(IPage page)
    {
        await page.GotoAsync("/meetings/new");
        await page.FillAsync("[name=Title]", "Two who write");
        await page.FillAsync("[name=HeldOn]", "today");
        await page.EvaluateAsync("document.querySelector('[name=Title]').form.requestSubmit()");
        // To its draft agenda.
        await page.Arrives(address => address.EndsWith("/draft", StringComparison.Ordinal));
        var room = $"/meetings/{page.Url.Split('/')[^2]}/room";
        await page.GotoAsync(room.Replace("/room", "/agenda/new", StringComparison.Ordinal));
        await page.FillAsync("[name=Title]", "Everybody writes");
        await page.FillAsync("[name=Minutes]", "20");
        await page.EvaluateAsync("document.querySelector('[name=Minutes]').form.requestSubmit()");
        await page.Arrives(address => !address.EndsWith("/agenda/new", StringComparison.Ordinal));
        await page.GotoAsync(room);
        var item = await page.Locator("[data-room-item]").Last.GetAttributeAsync("data-room-item");
        return (room, $"#notes-{item}");
    }

    private static async Task Open(IPage page, string room, string notes)
    {
        await page.GotoAsync(room, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        await page.Locator($"{notes}:not([disabled])").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await page.EvaluateAsync("selector => document.querySelector(selector).closest('details').open = true", notes);
    }

    private static async Task Type(IPage page, string notes, string words)
    {
        await page.Locator(notes).FocusAsync();
        await page.Keyboard.TypeAsync(words);
    }

    private static async Task Both(IPage one, IPage two, string notes, params string[] words)
    {
        foreach (var page in new[] { one, two })
        {
            await page.WaitForFunctionAsync("([selector, words]) => words.every((some) => document.querySelector(selector).value.includes(some))", new object[] { notes, words });
        }

        (await one.Locator(notes).InputValueAsync()).ShouldBe(await two.Locator(notes).InputValueAsync());
    }
}
