using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AbcdConnect.Browser.Tests;

/// <summary>What people come to do, done from beginning to end in a real browser.</summary>
[Collection(DemoCollection.Name)]
public sealed partial class JourneyTests(DemoApp demo)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_worker_logs_a_conversation_with_somebody_new_with_and_without_javascript(bool javaScript)
    {
        var page = await demo.SignIn("worker", javaScript: javaScript);
        var name = "Marta" + Guid.NewGuid().ToString("N")[..6];
        await page.GotoAsync("/conversations/new");

        await page.Locator("#PersonIds").FillAsync(name);
        if (javaScript)
        {
            await page.GetByRole(AriaRole.Option, new() { NameRegex = SomeoneNew() }).ClickAsync();
        }
        else
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Add as someone new" }).ClickAsync();
        }

        await page.GetByLabel("What did you hear?").FillAsync("I would love to learn to crochet, and I can lend a sewing machine. <script>alert(1)</script>");
        await page.GetByLabel("Next step").FillAsync("Ask Sheila");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await page.GetByText(name).First.WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "The conversation" }).ClickAsync();
        await page.GetByText("I would love to learn to crochet").First.WaitForAsync();
        await page.GotoAsync($"/search?q={name}");
        (await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(name, RegexOptions.None, TimeSpan.FromSeconds(1)) }).CountAsync()).ShouldBeGreaterThan(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_commissioner_reads_last_months_report_as_page_pdf_and_csv()
    {
        var page = await demo.SignIn("commissioner", width: 1100);
        await page.GotoAsync("/reports");
        var month = await page.EvaluateAsync<string>("[...document.querySelectorAll('a')].map(a => /^\\/reports\\/(\\d{4}-\\d{2})$/.exec(a.getAttribute('href'))).filter(m => m)[0][1]");
        await page.GotoAsync($"/reports/{month}");
        (await page.Locator("h1").CountAsync()).ShouldBe(1);

        var pdf = await page.APIRequest.GetAsync($"/reports/{month}.pdf");
        var csv = await page.APIRequest.GetAsync($"/reports/{month}.csv");

        pdf.Status.ShouldBe(200);
        var file = Path.Combine(Directory.CreateTempSubdirectory("abcd-pdf-").FullName, "report.pdf");
        await File.WriteAllBytesAsync(file, await pdf.BodyAsync());
        (await Run("qpdf", "--check", file)).ShouldContain("No syntax or stream encoding errors found");
        var about = await Run("pdfinfo", file);
        about.ShouldContain("Tagged:          yes");
        about.ShouldContain("A4");
        (await Run("pdffonts", file)).Split('\n').Skip(2).Where(l => l.Length > 0).ShouldAllBe(l => Embedded().IsMatch(l));
        csv.Status.ShouldBe(200);
        (await csv.TextAsync()).Split('\n').Length.ShouldBeGreaterThan(20);
        (await page.APIRequest.GetAsync($"/reports/{month}/draft")).Status.ShouldBe(403);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_coordinator_opens_a_figure_down_to_the_conversations_behind_it()
    {
        var page = await demo.SignIn("coordinator", width: 1100);
        await page.GotoAsync("/metrics");
        await page.Locator("main a[href^='/metrics/20']").First.ClickAsync();
        await page.Locator("main a[href*='/new-conversations']").First.ClickAsync();

        await page.Locator("main a[href^='/conversations/']").First.WaitForAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Everything_on_a_phone_can_be_reached_by_the_keyboard_from_the_skip_link_on()
    {
        var page = await demo.SignIn("worker");
        await page.GotoAsync("/people");

        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')")).ShouldBe("#main");
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("location.hash")).ShouldBe("#main");
        await page.Context.CloseAsync();
    }

    private static async Task<string> Run(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output + await errors;
    }

    [GeneratedRegex("someone new", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SomeoneNew();

    // name, type, encoding, emb sub uni: "yes yes yes" or "yes yes no".
    [GeneratedRegex(@"\s+yes\s+yes\s+(yes|no)\s", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Embedded();
}
