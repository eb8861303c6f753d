using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace AbcdConnect.Browser.Tests;

/// <summary>A worker's phone, whose way to the application can be cut, and what of its words arrived.</summary>
internal static class Phones
{
    /// <summary>A phone of its own, signed in and ready to work without signal (unless service workers are kept out).</summary>
    public static async Task<IPage> Phone(this DemoApp demo, Signal signal, string who = "worker", ServiceWorkerPolicy workers = ServiceWorkerPolicy.Allow)
    {
        var page = await demo.NewPhone(signal, workers);
        var withoutSignal = workers == ServiceWorkerPolicy.Allow;
        await SignInAgain(page, who, withoutSignal ? "body[data-offline=ready]" : "form[data-signs-out]");
        if (withoutSignal)
        {
            // Those at hand come after the page.
            await Until(async () => await Named(page, "hand:all"));
        }

        return page;
    }

    /// <summary>A phone that nobody has signed in on.</summary>
    public static async Task<IPage> NewPhone(this DemoApp demo, Signal signal, ServiceWorkerPolicy workers = ServiceWorkerPolicy.Allow)
    {
        var context = await demo.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = signal.Address,
            ViewportSize = new ViewportSize { Width = 360, Height = 740 },
            Locale = "en-GB",
            TimezoneId = "Europe/London",
            ServiceWorkers = workers,
        });
        return await context.NewPageAsync();
    }

    public static async Task SignInAgain(IPage page, string who, string until = "body[data-offline=ready]")
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name=Email]", $"{who}@demo.example");
        await page.FillAsync("[name=Password]", DemoApp.Password);
        await page.PressAsync("[name=Password]", "Enter");
        await page.Locator(until).First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
    }

    /// <summary>Writes a conversation down and leaves it to the phone to send.</summary>
    public static async Task Keep(IPage page, string words, string heldOn = "today")
    {
        await page.GotoAsync("/conversations/new", new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        await page.Locator("#Heard").FillAsync(words);
        // It stands folded away.
        await page.Locator("#HeldOn").EvaluateAsync("(field, on) => field.value = on", heldOn);
        await page.Locator("[data-keeps=conversation]").EvaluateAsync("form => form.requestSubmit()");
        await page.GetByText("Kept on this phone, and sent by itself").WaitForAsync();
    }

    /// <summary>With signal, everything that can go gone.</summary>
    public static async Task Sent(IPage page)
    {
        await page.GotoAsync("/outbox");
        await page.Locator("[data-outbox] h2, [data-outbox] p:not([role])").First.WaitForAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Waiting to be sent" }).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
    }

    /// <summary>Whether the phone keeps anything sealed whose name begins so.</summary>
    public static Task<bool> Named(IPage page, string name) => Kept<bool>(page, "sealed", $"names => names.some(key => key[1].startsWith('{name}'))");

    /// <summary>What a function says of the names of all that the phone keeps in a store.</summary>
    public static Task<T> Kept<T>(IPage page, string store, string says) => page.EvaluateAsync<T>(
        $$"""
        () => new Promise((resolve, reject) => {
          const opened = indexedDB.open("abcd");
          opened.onerror = () => reject(opened.error);
          opened.onsuccess = () => {
            const asked = opened.result.transaction("{{store}}").objectStore("{{store}}").getAllKeys();
            asked.onsuccess = () => { opened.result.close(); resolve(({{says}})(asked.result)); };
          };
        })
        """);

    public static async Task Until(Func<Task<bool>> come)
    {
        var late = DateTime.UtcNow.AddSeconds(20);
        while (!await come())
        {
            DateTime.UtcNow.ShouldBeLessThan(late);
            await Task.Yield();
        }
    }

    /// <summary>Words that stand nowhere else.</summary>
    public static string Token() => "Heard" + Guid.NewGuid().ToString("N");

    /// <summary>How many conversations with these words arrived.</summary>
    public static int Arrived(this DemoApp demo, string words) => demo.Scalar($"SELECT COUNT(*) FROM Conversations WHERE Heard = '{words}'");

    public static int Scalar(this DemoApp demo, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={demo.DatabaseFile};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
