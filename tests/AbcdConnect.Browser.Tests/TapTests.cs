using Microsoft.Playwright;

namespace AbcdConnect.Browser.Tests;

/// <summary>A signpost takes two taps, from wherever a worker is: counted by touching, with and without script.</summary>
[Collection(DemoCollection.Name)]
public sealed class TapTests(DemoApp demo)
{
    private const string ToldAbout = "main h1:has-text(' and ')";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_signpost_takes_two_taps_from_the_conversation_the_person_and_the_place(bool javaScript)
    {
        var page = await demo.SignIn("worker", javaScript: javaScript);
        foreach (var (from, steps, done) in await Ways(page))
        {
            await page.GotoAsync(from);
            var taps = 0;
            foreach (var step in steps)
            {
                await page.Locator(step).First.ClickAsync();
                taps++;
            }

            await page.Locator(done).First.WaitForAsync();
            taps.ShouldBeLessThanOrEqualTo(2, from);
            // And back again, so that the next way finds the borough as this one did.
            await page.Locator("form[action$='/take-back'] button").First.ClickAsync();
            await page.GetByText("Taken back").First.WaitForAsync();
        }

        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("ar", "rtl")]
    public async Task The_sheet_prints_on_one_page_of_a4_in_large_letters(string language, string direction)
    {
        var page = await demo.SignIn("worker");
        await page.GotoAsync("/signposts");
        var signpost = await page.Locator("main th a[href^='/signposts/']").First.GetAttributeAsync("href");
        await page.GotoAsync($"{signpost}/sheet?in={language}");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        (await page.Locator(".sheet").GetAttributeAsync("dir")).ShouldBe(direction);
        (await page.EvaluateAsync<double>("Math.min(...[...document.querySelectorAll('.sheet p, .sheet dt')].map(e => parseFloat(getComputedStyle(e).fontSize)))")).ShouldBeGreaterThan(21.3, "16 points");
        var pdf = await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });
        Pages(pdf).ShouldBe(1);
        await page.Context.CloseAsync();
    }

    // From where, what is tapped, and what then stands on the page.
    private static async Task<(string From, string[] Steps, string Done)[]> Ways(IPage page)
    {
        await page.GotoAsync("/people?sort=-added");
        var people = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('main a[href^=\"/people/\"]')].map(a => a.getAttribute('href')).filter(h => /^\\/people\\/\\d+$/.test(h))");
        var person = await FirstWith(page, people.Select(p => $"/signposts/new?person={p["/people/".Length..]}"), "form[action='/signposts/new'] button:has-text('about it')");
        await page.GotoAsync("/conversations");
        var conversations = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('main a[href^=\"/conversations/\"]')].map(a => a.getAttribute('href')).filter(h => /^\\/conversations\\/\\d+$/.test(h))");
        var conversation = await FirstWith(page, conversations.Select(c => c + "/next"), "form[action$='/next/tell'] button");
        await page.GotoAsync("/assets");
        var asset = await page.Locator("main th a[href^='/assets/']").First.GetAttributeAsync("href");
        return
        [
            (conversation[..^"/next".Length], ["a[href$='/next']", "form[action$='/next/tell'] button"], "#told form[action$='/take-back']"),
            ("/people/" + person["/signposts/new?person=".Length..], ["a[href^='/signposts/new?person=']", "form[action='/signposts/new'] button:has-text('about it')"], ToldAbout),
            (asset!, ["a[href^='/signposts/new?asset=']", "section[aria-labelledby='lately'] form button"], ToldAbout),
        ];
    }

    private static async Task<string> FirstWith(IPage page, IEnumerable<string> addresses, string what)
    {
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            if (await page.Locator(what).CountAsync() > 0)
            {
                return address;
            }
        }

        throw new InvalidOperationException($"No page of these has {what}.");
    }

    // The page tree's own count.
    private static int Pages(byte[] pdf) => System.Text.RegularExpressions.Regex.Count(System.Text.Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
}
