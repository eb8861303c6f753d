using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AbcdConnect.Browser.Tests;

/// <summary>The map above the list: by thumb, by keyboard, without tiles and without script.</summary>
[Collection(DemoCollection.Name)]
public sealed partial class MapTests(DemoApp demo)
{
    [Fact]
    public async Task A_partner_opens_the_map_filters_taps_a_cluster_and_finds_by_place_and_by_keyboard()
    {
        var page = await demo.SignIn("partner", width: 1100);
        var refused = new List<string>();
        page.Console += (_, said) =>
        {
            if (said.Type == "error")
            {
                refused.Add(said.Text);
            }
        };

        await page.GotoAsync("/assets");
        var map = page.Locator("[data-map-here]");
        await map.ScrollIntoViewIfNeededAsync();
        await Drawn(page, 1);
        var all = await Counted(page);
        all.ShouldBeGreaterThan(100);
        (await page.Locator(".abcd-map-name").AllTextContentsAsync()).ShouldContain("Brook End");
        (await page.Faults()).ShouldBeEmpty();

        // The filters of the list are the map's.
        await page.GotoAsync("/assets?Kind=Association&Cost=Nothing");
        await map.ScrollIntoViewIfNeededAsync();
        await Drawn(page, 1);
        (await Counted(page)).ShouldBeInRange(1, all - 1);

        // A cluster opens by Enter, and what the map shows can be listed.
        await page.Locator(".abcd-map-many").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Drawn(page, 2);
        var near = await Counted(page);
        await page.Locator("[data-map-list]").ClickAsync();
        await page.Arrives(url => url.Contains("Box=", StringComparison.Ordinal));
        await page.Locator("main").Filter(new() { HasText = $"{near} assets" }).WaitForAsync();

        // A tap on the map asks what is near there; a place typed does the same.
        await map.ScrollIntoViewIfNeededAsync();
        await Drawn(page, 1);
        await map.ClickAsync(new LocatorClickOptions { Position = new Position { X = 12, Y = 425 } });
        // By the key: the map may still be moving under a pointer to make room for what it says.
        await page.Locator("[data-map-near]").PressAsync("Enter");
        await page.Arrives(url => url.Contains("Place=", StringComparison.Ordinal));
        await page.GotoAsync("/assets?Place=Brook+End&Within=4000");
        (await page.GetByText("as the crow flies, nearest first").CountAsync()).ShouldBe(1);
        (await page.Locator("tbody tr").First.TextContentAsync())!.ShouldContain("away");
        await page.GotoAsync("/assets?Place=ZZ99+9ZZ");
        (await page.GetByText("We do not know the postcode ZZ99 9ZZ").CountAsync()).ShouldBeGreaterThan(0);
        refused.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_the_list_is_whole_and_no_map_is_promised()
    {
        var page = await demo.SignIn("partner", javaScript: false);

        await page.GotoAsync("/assets?OpenOn=Tuesday&OpenAt=11am&Access=StepFree");

        (await page.Locator("[data-map]").IsHiddenAsync()).ShouldBeTrue();
        (await page.Locator("tbody tr").CountAsync()).ShouldBeGreaterThan(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_a_walk_a_photo_is_made_smaller_on_the_phone_and_saved_in_three_taps()
    {
        var page = await demo.SignIn("worker");
        await page.GotoAsync("/assets/walk");
        var photo = await page.EvaluateAsync<string>("() => { const c = document.createElement('canvas'); c.width = 2000; c.height = 1000; c.getContext('2d').fillRect(0, 0, 900, 900); return c.toDataURL('image/png').split(',')[1]; }");

        await page.SetInputFilesAsync("#Photo", new FilePayload { Name = "street.png", MimeType = "image/png", Buffer = Convert.FromBase64String(photo) });
        await page.Locator("img.abcd-walk__photo").WaitForAsync();
        await page.GetByLabel("A place").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await page.Arrives(url => char.IsAsciiDigit(url[^1]));
        var shown = page.Locator("img.abcd-photo");
        (await shown.GetAttributeAsync("width")).ShouldBe("1280");
        await shown.ScrollIntoViewIfNeededAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('img.abcd-photo').naturalWidth === 1280");
        (await page.Faults()).ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_boundary_is_drawn_by_tapping_and_the_box_of_corners_follows()
    {
        var page = await demo.SignIn("coordinator", width: 1100);
        await page.GotoAsync("/programme/neighbourhoods");
        await page.Locator("main tbody a").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Change its boundary" }).ClickAsync();
        await page.Locator(".abcd-map-corner").First.WaitForAsync();
        var box = page.Locator("textarea[data-boundary]");
        var before = (await box.InputValueAsync()).Split('\n').Length;

        await page.Locator("[data-map-here]").ClickAsync(new LocatorClickOptions { Position = new Position { X = 20, Y = 400 } });
        (await box.InputValueAsync()).Split('\n').Length.ShouldBe(before + 1);

        await box.FillAsync("52.1, 0.1\n52.2, 0.2\n52.2, 0.1\n52.1, 0.2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.GetByText("crosses or touches itself").First.WaitForAsync();
        (await page.Faults()).ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    private static Task<IJSHandle> Drawn(IPage page, int times) => page.WaitForFunctionAsync("times => Number(document.querySelector('[data-map]')?.dataset.drawn ?? '0') >= times", times);

    private static async Task<int> Counted(IPage page)
    {
        var said = await page.Locator("[data-map-said]").TextContentAsync() ?? "";
        return said.StartsWith("One ", StringComparison.Ordinal) ? 1 : int.Parse(Number().Match(said).Value.Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^[\d,]+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
