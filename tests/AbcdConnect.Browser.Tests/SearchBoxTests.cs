using Microsoft.Playwright;

namespace AbcdConnect.Browser.Tests;

/// <summary>The box at the top of every page, by keyboard and by thumb, with and without script.</summary>
[Collection(DemoCollection.Name)]
public sealed class SearchBoxTests(DemoApp demo)
{
    [Fact]
    public async Task It_answers_while_one_types_and_the_keyboard_alone_opens_what_was_found()
    {
        var page = await demo.SignIn("coordinator", width: 1100);
        await page.GotoAsync("/activities");
        var box = page.GetByRole(AriaRole.Combobox, new() { Name = "Search people, places, words" });

        await box.PressSequentiallyAsync("libary");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();

        (await box.GetAttributeAsync("aria-expanded")).ShouldBe("true");
        (await page.GetByRole(AriaRole.Group, new() { Name = "Assets" }).GetByRole(AriaRole.Option).CountAsync()).ShouldBeGreaterThan(0);
        (await page.Faults()).ShouldBeEmpty();

        // The last one leads to everything that was found; the first is chosen from there by going round.
        await box.PressAsync("ArrowUp");
        var last = await page.Locator("[role=option][aria-selected=true]").TextContentAsync();
        last.ShouldBe("Everything found for “libary”");
        await box.PressAsync("ArrowDown");
        var first = page.Locator("[role=option]").First;
        (await first.GetAttributeAsync("aria-selected")).ShouldBe("true");
        (await box.GetAttributeAsync("aria-activedescendant")).ShouldBe(await first.GetAttributeAsync("id"));
        await box.PressAsync("Escape");
        (await page.Locator("[role=listbox]").First.IsHiddenAsync()).ShouldBeTrue();
        (await box.InputValueAsync()).ShouldBe("libary");

        await box.PressAsync("ArrowDown");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await box.PressAsync("ArrowDown");
        var href = await first.GetAttributeAsync("data-href");
        await box.PressAsync("Enter");
        await page.Arrives(url => url.EndsWith(href!, StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_a_phone_it_opens_from_the_header_and_without_script_it_is_a_page(bool javaScript)
    {
        var page = await demo.SignIn("commissioner", javaScript: javaScript);
        await page.GotoAsync("/assets");

        await page.Locator("a[href='/search']").ClickAsync();
        var box = javaScript ? page.Locator("#header-search") : page.Locator("#search-q");
        await box.FillAsync("library");
        if (javaScript)
        {
            await page.GetByRole(AriaRole.Option).First.WaitForAsync();
            (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        }

        await box.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Assets" }).WaitForAsync();
        (await page.Locator("main a[href^='/assets/']").CountAsync()).ShouldBeGreaterThan(0);
        (await page.Locator("main a[href^='/people/']").CountAsync()).ShouldBe(0);
        await page.Context.CloseAsync();
    }
}
