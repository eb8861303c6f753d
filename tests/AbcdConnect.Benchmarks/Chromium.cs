using AbcdConnect.Domain.Access;
using AbcdConnect.Infrastructure.Access;
using Microsoft.Playwright;

namespace AbcdConnect.Benchmarks;

/// <summary>The browser that the measurements are made in.</summary>
internal static class Chromium
{
    public static Task<IBrowser> Launch(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? Installed(),
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });

    /// <summary>Signs one of the demo's people in; every page of the context is theirs from then on.</summary>
    public static async Task SignIn(IBrowserContext context, Role role)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name=Email]", DemoAccounts.EmailOf(role));
        await page.FillAsync("[name=Password]", DemoAccounts.Password);
        await page.PressAsync("[name=Password]", "Enter");
        await page.Locator("form[action='/sign-out']").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await page.CloseAsync();
    }

    private static string Installed() =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).SelectMany(_ => (string[])["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"], Path.Combine).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("This measures in a browser: install Chromium.");
}
