using Microsoft.Playwright;

namespace AbcdConnect.Browser.Tests;

/// <summary>Gifts and asks are suggested from the words as they are typed; only what is taken is kept.</summary>
[Collection(DemoCollection.Name)]
public sealed class RecognisedTests(DemoApp demo)
{
    [Fact]
    public async Task One_tap_takes_a_suggestion_one_refuses_it_and_only_what_was_taken_is_kept()
    {
        var page = await demo.SignIn("worker");
        await page.GotoAsync("/conversations/new");
        var offered = page.Locator("[data-offered] li");

        await page.GetByLabel("What did you hear?").PressSequentiallyAsync("I can knit and I used to run a choir. My sister can sew. I can't cook.");
        await Expect(offered).ToHaveCountAsync(3);
        await Expect(offered.Nth(1)).ToContainTextAsync("worth asking about");
        await Expect(offered.Nth(2)).ToContainTextAsync("somebody else’s");
        (await page.Faults()).ShouldBeEmpty();

        await page.GetByRole(AriaRole.Button, new() { Name = "Yes Knitting" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "No Singing" }).ClickAsync();
        // It stays refused while more is typed.
        await page.GetByLabel("What did you hear?").PressSequentiallyAsync(" I'd love to learn to swim.");
        await Expect(offered).ToHaveCountAsync(2);
        await Expect(offered.Last).ToContainTextAsync("Learn to swim");
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes Sewing and alterations" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await page.Arrives("**/next");
        await page.GotoAsync(page.Url.Replace("/next", "", StringComparison.Ordinal));
        await page.GetByText("My sister can sew", new() { Exact = false }).First.WaitForAsync();
        var gifts = await page.Locator("section:has(h2:text('Gifts and asks')) li").AllInnerTextsAsync();
        gifts.Count.ShouldBe(2);
        gifts[0].ShouldContain("Knitting");
        gifts[1].ShouldContain("Sewing and alterations");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_was_taken_and_refused_comes_back_with_the_draft()
    {
        var page = await demo.SignIn("worker");
        await page.GotoAsync("/conversations/new");
        var offered = page.Locator("[data-offered] li");
        await page.GetByLabel("What did you hear?").FillAsync("I can knit, sew and play the guitar.");
        await Expect(offered).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes Knitting" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "No Playing guitar" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Hands: Knitting: Somebody else’s" }).ClickAsync();
        await Expect(offered).ToHaveCountAsync(1);

        await page.ReloadAsync();

        await Expect(page.Locator("input[name=Accepted]")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("\\|Hands\\|Gift\\|other\\|I can knit$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(offered).ToHaveCountAsync(1);
        await Expect(offered).ToContainTextAsync("Sewing and alterations");
        await page.Context.CloseAsync();
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
