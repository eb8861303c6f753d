using Microsoft.Playwright;

namespace AbcdConnect.Browser.Tests;

/// <summary>With a passkey of a browser's own, played by a virtual authenticator. A passkey belongs to a name, so it is
/// http://localhost and not http://127.0.0.1; the application listens on the latter, where the former leads too.</summary>
[Collection(DemoCollection.Name)]
public sealed class PasskeyTests(DemoApp demo)
{
    [Fact]
    public async Task A_passkey_made_on_the_account_page_opens_the_door_until_it_is_removed()
    {
        var page = await demo.SignIn("researcher", address: demo.ByName);
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });

        await page.GotoAsync("/account");
        await page.GetByLabel("What will you call it?").FillAsync("My phone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey here" }).ClickAsync();
        await page.GetByText("Your passkey is ready").WaitForAsync();
        await page.GetByRole(AriaRole.Term).Filter(new() { HasText = "My phone" }).WaitForAsync();

        await SignOut(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.Arrives(demo.ByName + "/");
        await page.Locator("form[action='/sign-out']").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

        await page.GotoAsync("/account");
        await page.Locator("form[action='/account/passkeys/remove'] button").ClickAsync();
        await page.GetByText("The passkey is removed").WaitForAsync();
        await SignOut(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.GetByText("That passkey did not open anything here").First.WaitForAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task At_an_address_of_numbers_where_no_browser_makes_one_the_page_says_where_to_go()
    {
        var page = await demo.SignIn("researcher");

        await page.GotoAsync("/account");

        await page.GetByText("Passkeys need a name in the address").WaitForAsync();
        (await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey here" }).CountAsync()).ShouldBe(0);
        (await page.GetByRole(AriaRole.Link, new() { Name = $"{demo.ByName}/account" }).CountAsync()).ShouldBe(1);
        await page.Context.CloseAsync();
    }

    private static async Task SignOut(IPage page)
    {
        await page.GotoAsync("/sign-out");
        await page.Locator("main form[action='/sign-out'] button").ClickAsync();
        await page.Arrives("**/sign-in");
    }
}
