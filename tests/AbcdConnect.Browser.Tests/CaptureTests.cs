using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AbcdConnect.Browser.Tests;

/// <summary>A conversation logged standing up, with one thumb: how many taps, how heavy, what a keyboard hides.</summary>
[Collection(DemoCollection.Name)]
public sealed partial class CaptureTests(DemoApp demo)
{
    // Counted by the page itself: a finger on anything, and keys that do what a tap does.
    private const string CountTaps = """
        addEventListener('pointerdown', () => sessionStorage.setItem('taps', Number(sessionStorage.getItem('taps')) + 1), true);
        addEventListener('keydown', e => { if (['Enter', 'Tab', 'ArrowDown', 'ArrowUp', 'Escape'].includes(e.key)) sessionStorage.setItem('taps', Number(sessionStorage.getItem('taps')) + 1); }, true);
        """;

    private const int MostTaps = 8;

    // Brook End Centre, in the demo borough.
    private static readonly Geolocation BrookEndCentre = new() { Latitude = 52.957994f, Longitude = 0.293137f };

    [Fact]
    public async Task Somebody_known_at_a_usual_place_with_a_next_step_takes_at_most_eight_taps()
    {
        var page = await OpenForm();
        var (person, place) = (page.Locator("[data-clears=PersonIds] .abcd-chip").First, page.Locator("#places .abcd-chip").First);
        var name = (await person.InnerTextAsync()).Trim();
        var where = LastToday().Replace((await place.InnerTextAsync()).Trim(), "");

        await person.ClickAsync();
        await place.ClickAsync();
        await page.GetByLabel("What did you hear?").ClickAsync();
        await page.Keyboard.TypeAsync("Would love to get the bingo going again.");
        await page.GetByLabel("Next step").ClickAsync();
        await page.Keyboard.TypeAsync("Ask about the hall");
        await page.GetByRole(AriaRole.Button, new() { Name = "Friday" }).ClickAsync();
        var kept = await Save(page);

        kept.ShouldContain("Would love to get the bingo going again.");
        kept.ShouldContain(name);
        kept.ShouldContain(where);
        kept.ShouldContain("Ask about the hall");
        (await Taps(page)).ShouldBeInRange(6, MostTaps);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Somebody_new_at_a_new_place_with_a_next_step_takes_at_most_eight_taps()
    {
        var page = await OpenForm();
        var (name, shed) = (Unique("Marta"), Unique("Bicycle shed "));

        await page.Locator("#PersonIds").ClickAsync();
        await page.Keyboard.TypeAsync(name);
        await page.GetByRole(AriaRole.Option, new() { NameRegex = New() }).ClickAsync();
        await page.Locator("#PlaceId").ClickAsync();
        await page.Keyboard.TypeAsync(shed);
        await page.GetByRole(AriaRole.Option, new() { NameRegex = New() }).ClickAsync();
        await page.Locator("#neighbourhoods .abcd-chip").First.ClickAsync();
        await page.GetByLabel("What did you hear?").ClickAsync();
        await page.Keyboard.TypeAsync("I mend bicycles for the whole street.");
        await page.GetByLabel("Next step").ClickAsync();
        await page.Keyboard.TypeAsync("Bring a pump");
        var kept = await Save(page);

        kept.ShouldContain(name);
        kept.ShouldContain(shed);
        kept.ShouldContain("Bring a pump");
        (await Taps(page)).ShouldBeInRange(7, MostTaps);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Nobody_named_in_a_group_here_takes_at_most_eight_taps()
    {
        var page = await OpenForm(BrookEndCentre);
        var group = Unique("Queue at the bus stop ");
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);

        await page.GetByText("Or a group").ClickAsync();
        await page.Keyboard.TypeAsync(group);
        await page.GetByRole(AriaRole.Button, new() { Name = "Here", Exact = true }).ClickAsync();
        await page.Locator("#places").GetByText("Brook End Centre").ClickAsync();
        await page.GetByLabel("What did you hear?").ClickAsync();
        await page.Keyboard.TypeAsync("Everybody would like a bench.");
        var kept = await Save(page);

        kept.ShouldContain(group);
        kept.ShouldContain("Brook End Centre");
        kept.ShouldContain("Brook End");
        (await Taps(page)).ShouldBeInRange(5, MostTaps);
        asked.ShouldNotContain(url => url.Contains("52.9", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Whoever_keeps_their_place_to_themselves_can_still_log_a_conversation()
    {
        var page = await OpenForm();

        await page.GetByRole(AriaRole.Button, new() { Name = "Here", Exact = true }).ClickAsync();
        await page.GetByText("Your phone keeps to itself where it is").WaitForAsync();

        (await page.GetByRole(AriaRole.Button, new() { Name = "Here", Exact = true }).CountAsync()).ShouldBe(0);
        await page.GetByLabel("What did you hear?").FillAsync("Somebody keeps bees.");
        (await Save(page)).ShouldContain("Somebody keeps bees.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_place_chosen_by_mistake_is_taken_back_by_a_second_tap_and_one_place_alone_is_kept()
    {
        var page = await OpenForm();
        var places = page.Locator("#places input");

        await places.Nth(0).ClickAsync();
        await places.Nth(1).ClickAsync();
        (await page.Locator("#places input:checked").CountAsync()).ShouldBe(1);
        await page.Locator("#PlaceId").FillAsync(Unique("Somewhere "));
        await page.GetByRole(AriaRole.Option, new() { NameRegex = New() }).ClickAsync();
        (await page.Locator("#places input:checked").CountAsync()).ShouldBe(1);
        await page.Locator("#places input:checked").ClickAsync();

        (await page.Locator("#places input:checked").CountAsync()).ShouldBe(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task With_the_keyboard_open_save_is_in_reach_and_hides_nothing_that_is_typed_in()
    {
        var page = await OpenForm();
        // What is left of a phone of 360 by 740 beside its keyboard.
        await page.SetViewportSizeAsync(360, 410);

        foreach (var field in new[] { "PersonIds", "PlaceId", "Heard", "NextStep", "NextStepDue" })
        {
            await page.Locator($"#{field}").FocusAsync();
            var seen = await page.EvaluateAsync<double[]>("""
                id => {
                  const bar = document.querySelector('.abcd-actions--sticky').getBoundingClientRect();
                  const save = document.querySelector('.abcd-button--main').getBoundingClientRect();
                  const field = document.getElementById(id).getBoundingClientRect();
                  return [innerHeight - save.bottom, save.top, bar.top - field.top, field.top];
                }
                """, field);
            seen[0].ShouldBeGreaterThanOrEqualTo(0, $"Save while typing in {field}");
            seen[1].ShouldBeGreaterThan(0, $"Save while typing in {field}");
            seen[2].ShouldBeGreaterThan(40, $"{field} stands under Save");
            seen[3].ShouldBeGreaterThanOrEqualTo(0, $"{field} is out of sight");
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Everything_to_tap_is_large_enough_for_a_thumb()
    {
        var page = await OpenForm();
        foreach (var fold in await page.Locator("form[data-capture] details").AllAsync())
        {
            await fold.EvaluateAsync("fold => fold.open = true");
        }

        var small = await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('form[data-capture] :is(button, input, select, textarea, summary, a)')]
              .filter(e => e.checkVisibility() && e.type !== 'hidden' && !e.closest('.govuk-visually-hidden'))
              .map(e => [e, (e.closest('.govuk-radios__item, .govuk-checkboxes__item') ?? e).getBoundingClientRect()])
              .filter(([e, box]) => box.height < 44 || box.width < 44)
              .map(([e, box]) => `${e.outerHTML.slice(0, 80)}: ${box.width} by ${box.height}`)
            """);

        small.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_first_load_is_under_150_kilobytes_and_what_is_needed_to_type_under_50()
    {
        var page = await demo.SignIn("worker");
        // Nothing that the page before asked for is still on its way.
        await page.GotoAsync("about:blank");
        var network = await page.Context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        // As on a phone that has never been here: no cache, and no service worker that has one.
        await network.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        await network.SendAsync("Network.setBypassServiceWorker", new() { ["bypass"] = true });
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
        var bytes = new Dictionary<string, long>(StringComparer.Ordinal);
        network.Event("Network.responseReceived").OnEvent += (_, e) => kinds[e!.Value.GetProperty("requestId").GetString()!] = e.Value.GetProperty("type").GetString()!;
        network.Event("Network.loadingFinished").OnEvent += (_, e) => bytes[e!.Value.GetProperty("requestId").GetString()!] = (long)e.Value.GetProperty("encodedDataLength").GetDouble();

        await page.GotoAsync("/conversations/new", new() { WaitUntil = WaitUntilState.NetworkIdle });

        bytes.Count.ShouldBeGreaterThan(4);
        bytes.Values.Sum().ShouldBeLessThan(150_000);
        bytes.Where(b => kinds[b.Key] is "Document" or "Stylesheet" or "Script").Sum(b => b.Value).ShouldBeInRange(10_000, 50_000);
        await page.Context.CloseAsync();
    }

    private static string Unique(string words) => words + Guid.NewGuid().ToString("N")[..6];

    /// <summary>The form on a phone, with taps counted from here on.</summary>
    /// <param name="at">Where the phone says it is; without it, it does not say.</param>
    private async Task<IPage> OpenForm(Geolocation? at = null)
    {
        var page = await demo.SignIn("worker");
        if (at is not null)
        {
            await page.Context.GrantPermissionsAsync(["geolocation"]);
            await page.Context.SetGeolocationAsync(at);
        }

        await page.AddInitScriptAsync(CountTaps);
        await page.GotoAsync("/conversations/new");
        return page;
    }

    private static Task<int> Taps(IPage page) => page.EvaluateAsync<int>("Number(sessionStorage.getItem('taps'))");

    /// <summary>One more tap, and what the next page says of what was kept, by opening the conversation itself.</summary>
    private static async Task<string> Save(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.Arrives(Logged());
        var taps = await Taps(page);
        var id = Logged().Match(page.Url).Groups["id"].Value;
        await page.GotoAsync($"/conversations/{id}");
        (await Taps(page)).ShouldBe(taps);
        return await page.Locator("main").InnerTextAsync();
    }

    [GeneratedRegex(@"/conversations/(?<id>\d+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Logged();

    [GeneratedRegex("as (?:someone|a) new", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex New();

    [GeneratedRegex(@" \(last today\)$", RegexOptions.NonBacktracking)]
    private static partial Regex LastToday();
}
