using System.Globalization;
using Microsoft.Playwright;

namespace AbcdConnect.Browser.Tests;

/// <summary>Making a meeting's agenda with the mouse.</summary>
[Collection(DemoCollection.Name)]
public sealed class AgendaTests(DemoApp demo)
{
    [Fact]
    public async Task What_the_mouse_drags_to_its_place_stands_there_when_the_agenda_is_saved_and_opened_anew()
    {
        var page = await demo.SignIn("coordinator", 1280);
        // All of it in sight, so that nothing scrolls under the mouse.
        await page.SetViewportSizeAsync(1280, 2600);
        var draft = await Plan(page, "Welcome", "Winter doors", "A story");
        await page.GotoAsync(draft);
        var before = await Order(page);
        before.TakeLast(3).ShouldBe(["Welcome", "Winter doors", "A story"]);
        await page.GetByLabel("Who presents").First.FillAsync("Joan, with a cake");

        var hand = page.Mouse;
        var handle = (await page.Locator(".abcd-handle").Last.BoundingBoxAsync())!;
        var first = (await page.Locator("[data-reorder-item]").First.BoundingBoxAsync())!;
        await hand.MoveAsync(handle.X + (handle.Width / 2), handle.Y + (handle.Height / 2));
        await hand.DownAsync();
        await hand.MoveAsync(first.X + (first.Width / 2), first.Y + 8, new MouseMoveOptions { Steps = 8 });
        await page.Locator("[data-reorder-item]:first-child.abcd-dragged").WaitForAsync();
        await hand.UpAsync();

        // Letting go sends the list, and what was typed on the way.
        await page.Arrives(address => address.Contains("/draft#item-", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the agenda" }).ClickAsync();
        await page.GetByText("The agenda is kept.").WaitForAsync();
        await page.GotoAsync(draft);
        (await Order(page)).ShouldBe(["A story", .. before.SkipLast(1)]);
        (await page.GetByLabel("Who presents").Nth(1).InputValueAsync()).ShouldBe("Joan, with a cake");
        await page.Context.CloseAsync();
    }

    private static async Task<string> Plan(IPage page, params string[] items)
    {
        await page.GotoAsync("/meetings/new");
        await page.FillAsync("[name=Title]", "An order of their own");
        // Far enough off to be nobody's next meeting.
        await page.FillAsync("[name=HeldOn]", DateTime.UtcNow.AddDays(150).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.EvaluateAsync("document.querySelector('[name=Title]').form.requestSubmit()");
        await page.Arrives(address => address.EndsWith("/draft", StringComparison.Ordinal));
        var draft = new Uri(page.Url).AbsolutePath;
        foreach (var item in items)
        {
            await page.GotoAsync(draft.Replace("/draft", "/agenda/new", StringComparison.Ordinal));
            await page.FillAsync("[name=Title]", item);
            await page.FillAsync("[name=Minutes]", "10");
            await page.EvaluateAsync("document.querySelector('[name=Minutes]').form.requestSubmit()");
            await page.Arrives(address => !address.EndsWith("/agenda/new", StringComparison.Ordinal));
        }

        return draft;
    }

    private static async Task<IReadOnlyList<string>> Order(IPage page) => await page.Locator("[data-reorder-item] h3").AllInnerTextsAsync();
}
