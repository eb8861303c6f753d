using System.Globalization;
using AbcdConnect.Infrastructure.Access;
using Microsoft.Playwright;

namespace AbcdConnect.Benchmarks;

/// <summary>How long a phone without signal takes from the tap to a form that can be typed in, in Chromium with the processor slowed
/// as its developer tools do for a phone of the middle range.</summary>
internal static class Offline
{
    private const int Times = 20;
    private const int Slower = 4;

    public static async Task<int> Measure()
    {
        var folder = Directory.CreateTempSubdirectory("abcd-offline-");
        await using (var host = new WebHost(folder.FullName))
        {
            using var playwright = await Playwright.CreateAsync();
            await using var chromium = await Chromium.Launch(playwright);
            var context = await chromium.NewContextAsync(new BrowserNewContextOptions { BaseURL = host.ClientOptions.BaseAddress.ToString(), ViewportSize = new ViewportSize { Width = 360, Height = 740 } });
            var page = await context.NewPageAsync();
            await page.GotoAsync("/sign-in");
            await page.FillAsync("[name=Email]", "worker@demo.example");
            await page.FillAsync("[name=Password]", DemoAccounts.Password);
            await page.PressAsync("[name=Password]", "Enter");
            await page.Locator("body[data-offline=ready]").WaitForAsync();
            await context.SetOfflineAsync(true);

            Console.WriteLine("| without signal, until the form can be typed in | p50 ms | slowest ms |");
            Console.WriteLine("|---|---:|---:|");
            foreach (var slower in (int[])[1, Slower])
            {
                await page.CloseAsync();
                page = await context.NewPageAsync();
                await (await context.NewCDPSessionAsync(page)).SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = slower });
                List<double> taken = [];
                for (var i = 0; i < Times; i++)
                {
                    await page.GotoAsync("/conversations/new");
                    // By the page's own clock, from the navigation's start.
                    taken.Add(await page.EvaluateAsync<double>("new Promise(resolve => { const look = () => document.querySelector('textarea[name=Heard]')?.checkVisibility() ? resolve(performance.now()) : requestAnimationFrame(look); look(); })"));
                }

                taken.Sort();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| processor slowed {slower} times | {taken[Times / 2]:0} | {taken[^1]:0} |"));
            }
        }

        folder.Delete(recursive: true);
        return 0;
    }
}
