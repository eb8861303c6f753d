using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AbcdConnect.Browser.Tests;

/// <summary>What is typed comes back.</summary>
[Collection(DemoCollection.Name)]
public sealed partial class DraftTests(DemoApp demo)
{
    [Fact]
    public async Task A_refresh_brings_back_words_chips_rows_and_folded_answers()
    {
        var page = await demo.SignIn("worker");
        await page.GotoAsync("/conversations/new");
        await page.Locator("[data-clears=PersonIds] .abcd-chip").First.ClickAsync();
        var name = "Marta" + Guid.NewGuid().ToString("N")[..6];
        await page.Locator("#PersonIds").FillAsync(name);
        await page.GetByRole(AriaRole.Option, new() { NameRegex = SomeoneNew() }).ClickAsync();
        await page.Locator("#places .abcd-chip").First.ClickAsync();
        await page.GetByLabel("What did you hear?").FillAsync("She teaches crochet.");
        await page.GetByText("Gifts and asks you heard").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add another gift or ask" }).ClickAsync();
        await page.Locator("[name='Gifts[1].Words']").FillAsync("lends a room");
        await page.Locator("[name='Gifts[1].Kind']").SelectOptionAsync("Resource");

        await Kept(page);
        await page.ReloadAsync();

        await page.GetByText("This is what you had typed here").WaitForAsync();
        (await page.GetByLabel("What did you hear?").InputValueAsync()).ShouldBe("She teaches crochet.");
        (await page.Locator("[data-clears=PersonIds] input:checked").CountAsync()).ShouldBe(1);
        (await page.Locator($"input[name=NewPeople][value={name}]:checked").CountAsync()).ShouldBe(1);
        (await page.Locator("#places input:checked").CountAsync()).ShouldBe(1);
        (await page.Locator("[name='Gifts[1].Words']").InputValueAsync()).ShouldBe("lends a room");
        (await page.Locator("[name='Gifts[1].Kind']").InputValueAsync()).ShouldBe("Resource");
        (await page.Locator("[name='Gifts[1].Words']").IsVisibleAsync()).ShouldBeTrue();

        await page.GetByRole(AriaRole.Button, new() { Name = "Start afresh" }).ClickAsync();
        (await page.GetByLabel("What did you hear?").InputValueAsync()).ShouldBe("");
        (await page.Locator("form[data-capture] [data-chosen] input:checked").CountAsync()).ShouldBe(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_too_long_to_be_sent_stays_on_the_page_and_the_page_says_so()
    {
        var page = await demo.SignIn("worker");
        await page.GotoAsync("/conversations/new");
        await page.GetByLabel("What did you hear?").EvaluateAsync("field => field.value = 'x'.repeat(9 * 1024 * 1024)");

        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await page.GetByText("This is more than fits into one form").WaitForAsync();
        (await page.GetByLabel("What did you hear?").EvaluateAsync<int>("field => field.value.length")).ShouldBe(9 * 1024 * 1024);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Two_conversations_begun_are_told_apart_gone_on_with_and_let_go()
    {
        var page = await demo.SignIn("worker");
        foreach (var words in (string[])["The first is about bees.", "The second is about bread."])
        {
            await page.GotoAsync("/conversations/new");
            await page.GetByLabel("What did you hear?").FillAsync(words);
            await Kept(page);
        }

        await page.GotoAsync("/conversations/new");
        var begun = page.Locator(".abcd-drafts li");
        await begun.First.WaitForAsync();
        (await begun.CountAsync()).ShouldBe(2);
        (await page.GetByLabel("What did you hear?").InputValueAsync()).ShouldBe("");

        var second = begun.Filter(new() { HasText = "about bread" });
        (await second.InnerTextAsync()).ShouldMatch(@"You have a conversation begun at \d\d:\d\d: “The second is about bread\.”");
        await second.GetByRole(AriaRole.Button, new() { Name = "Let it go" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it after all" }).ClickAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Go on with it" }).ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('#Heard').value === 'The second is about bread.'");
        (await begun.CountAsync()).ShouldBe(1);
        await begun.GetByRole(AriaRole.Button, new() { Name = "Let it go" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.GetByText("Kept. Thank you for listening.").WaitForAsync();

        await page.GotoAsync("/conversations/new");
        await page.GetByLabel("What did you hear?").WaitForAsync();
        await Ready(page);
        (await begun.CountAsync()).ShouldBe(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_browser_killed_in_the_middle_of_a_word_and_opened_again_offers_what_was_typed()
    {
        var profile = Directory.CreateTempSubdirectory("abcd-killed-");
        try
        {
            var before = await demo.SignInWith(profile.FullName, "worker");
            await before.GotoAsync("/conversations/new");
            await before.GetByLabel("What did you hear?").FillAsync("He has a workshop that nobody us");
            await Kept(before);
            var ended = new TaskCompletionSource();
            before.Context.Close += (_, _) => ended.SetResult();
            // All of it at once, as when the battery dies: no page is asked whether it would like to say anything.
            var devTools = await before.Context.NewCDPSessionAsync(before);
            await Task.WhenAny(devTools.SendAsync("Browser.crash"), ended.Task);
            await ended.Task;

            var after = await demo.SignInWith(profile.FullName, "worker");
            await after.GotoAsync("/conversations/new");
            await after.Locator(".abcd-drafts li").Filter(new() { HasText = "He has a workshop" }).GetByRole(AriaRole.Button, new() { Name = "Go on with it" }).ClickAsync();

            await after.WaitForFunctionAsync("() => document.querySelector('#Heard').value === 'He has a workshop that nobody us'");
            await after.Context.CloseAsync();
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_sign_in_that_ran_out_takes_nothing_with_it()
    {
        var page = await demo.SignIn("worker");
        await page.GotoAsync("/conversations/new");
        await page.GetByLabel("What did you hear?").FillAsync("He was a baker for forty years.");
        await Kept(page);
        await page.Context.ClearCookiesAsync(new() { Name = "abcd-who" });

        await page.ReloadAsync();
        await page.FillAsync("[name=Email]", "worker@demo.example");
        await page.FillAsync("[name=Password]", DemoApp.Password);
        await page.PressAsync("[name=Password]", "Enter");

        await page.GetByText("This is what you had typed here").WaitForAsync();
        (await page.GetByLabel("What did you hear?").InputValueAsync()).ShouldBe("He was a baker for forty years.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_was_sent_and_refused_keeps_all_of_its_words_for_the_next_refresh()
    {
        var page = await demo.SignIn("worker");
        await page.GotoAsync("/conversations/new");
        await page.GetByLabel("Next step").FillAsync("Ask about the hall");
        await Kept(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.GetByText("There is something to put right").WaitForAsync();
        (await page.GetByLabel("Next step").InputValueAsync()).ShouldBe("Ask about the hall");
        await page.GetByLabel("By when?").FillAsync("Friday");
        await Kept(page);

        await page.GotoAsync("/conversations/new");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on with it" }).ClickAsync();

        await page.WaitForFunctionAsync("() => document.querySelector('#NextStepDue').value === 'Friday'");
        (await page.GetByLabel("Next step").InputValueAsync()).ShouldBe("Ask about the hall");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Whoever_signs_in_next_on_the_same_phone_is_offered_nothing_of_it()
    {
        var page = await demo.SignIn("worker");
        await page.GotoAsync("/conversations/new");
        await page.GetByLabel("What did you hear?").FillAsync("Said to Amina alone.");
        await Kept(page);
        // What the page still asks for would bring its cookies back.
        await page.GotoAsync("about:blank");
        await page.Context.ClearCookiesAsync();

        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name=Email]", "coordinator@demo.example");
        await page.FillAsync("[name=Password]", DemoApp.Password);
        await page.PressAsync("[name=Password]", "Enter");
        await page.Locator("form[action='/sign-out']").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.GotoAsync("/conversations/new");
        await Ready(page);

        (await page.Locator(".abcd-drafts").CountAsync()).ShouldBe(0);
        (await page.GetByLabel("What did you hear?").InputValueAsync()).ShouldBe("");
        await page.Context.CloseAsync();
    }

    /// <summary>Until all that was typed is in the store: a draft's own note of it, since nobody else can read the store.</summary>
    private static Task Kept(IPage page) => page.Locator("form[data-capture][data-draft-state=kept]").WaitForAsync();

    /// <summary>Until what was begun before would have been offered.</summary>
    private static Task Ready(IPage page) => page.Locator("form[data-capture][data-draft-state]").WaitForAsync();

    [GeneratedRegex("as someone new", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SomeoneNew();
}
