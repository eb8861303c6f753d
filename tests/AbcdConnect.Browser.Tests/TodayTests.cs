using Microsoft.Playwright;

namespace AbcdConnect.Browser.Tests;

/// <summary>A worker's list of the day on a phone, answered with the thumb.</summary>
[Collection(DemoCollection.Name)]
public sealed class TodayTests(DemoApp demo)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_tap_does_moves_or_drops_a_thing_and_one_tap_takes_it_back_with_and_without_javascript(bool javaScript)
    {
        var page = await demo.SignIn("worker", javaScript: javaScript);
        await page.GotoAsync("/");
        var first = page.Locator("#today .abcd-items > li").First;
        var title = await first.Locator("h3").First.InnerTextAsync();
        var lines = await page.Locator("#today h3").AllInnerTextsAsync();

        await first.Locator(".abcd-answers button").First.ClickAsync();
        await AnsweredAndBack(page, title, lines);

        await page.Locator("#today .abcd-items > li").First.GetByRole(AriaRole.Button, new() { Name = "Next week" }).First.ClickAsync();
        await AnsweredAndBack(page, title, lines);

        var drop = page.Locator("#today .abcd-items > li").First.Locator("details").Last;
        await drop.Locator("summary").ClickAsync();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360, "the reasons fit a phone");
        await drop.Locator("button[name=Reason]").First.ClickAsync();
        await AnsweredAndBack(page, title, lines);
        await page.Context.CloseAsync();
    }

    private static async Task AnsweredAndBack(IPage page, string title, IReadOnlyList<string> lines)
    {
        var undo = page.Locator("[data-said]").GetByRole(AriaRole.Button, new() { Name = "Undo" });
        await undo.WaitForAsync();
        (await page.Locator("#today h3").AllInnerTextsAsync()).ShouldNotContain(title);
        await undo.ClickAsync();
        await page.GetByText("Undone. It stands as it did.").WaitForAsync();
        (await page.Locator("#today h3").AllInnerTextsAsync()).ShouldBe(lines);
    }
}
