using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Application.Reports;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Web.Tests.Reports;

public sealed class ReportPagesTests
{
    [Fact]
    public async Task A_coordinator_looks_at_the_draft_and_publishes_it_for_the_commissioner_to_read()
    {
        await using var app = await Compiled();
        var (coordinator, commissioner) = (app.As(Role.Coordinator), app.As(Role.Commissioner));
        (await commissioner.Read("/reports")).ShouldContain("No report yet");
        using (var draft = await commissioner.Get("/reports/2026-10/draft"))
        {
            draft.IsSuccessStatusCode.ShouldBeFalse();
        }

        using var published = await coordinator.Post("/reports/2026-10/draft", [], "/reports/2026-10/publish");

        published.Headers.Location!.OriginalString.ShouldBe("/reports/2026-10");
        var page = await commissioner.Read("/reports/2026-10");
        page.ShouldContain("Edition 1");
        page.ShouldContain("lang=\"ar\" dir=\"rtl\"");
        (await commissioner.Read("/reports")).ShouldContain("/reports/2026-10.pdf");
        (await commissioner.Read("/reports.csv")).ShouldContain("2026-10,1,");
    }

    [Fact]
    public async Task Script_in_a_story_is_only_words()
    {
        await using var app = await Compiled();

        var page = await app.As(Role.Coordinator).Read("/reports/2026-10/draft");

        page.ShouldContain("&lt;script&gt;alert");
        page.ShouldNotContain("<script>alert");
    }

    [Fact]
    public async Task A_file_is_known_by_its_bytes_and_not_when_one_letter_was_changed()
    {
        await using var app = await Published();
        var commissioner = app.As(Role.Commissioner);
        var anybody = app.As(null);
        using var answer = await commissioner.Get("/reports/2026-10.csv");
        var csv = await answer.Content.ReadAsByteArrayAsync();

        (await Verify(Hash(csv))).ShouldContain("It is the CSV of edition 1 of Wealbourne Together’s outcome report for October 2026");
        csv[^3] ^= 1;
        (await Verify(Hash(csv))).ShouldContain("No published report is this");
        (await Verify("abc")).ShouldContain("64 digits");

        static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

        async Task<string> Verify(string hash)
        {
            using var verified = await anybody.Post("/reports/verify", ("Sha256", hash));
            return WebUtility.HtmlDecode(await verified.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_coordinator_writes_for_a_part_asks_a_worker_and_publishes_what_they_approved()
    {
        await using var app = await Compiled();
        await app.Database.Db(async db =>
        {
            (await db.Programmes.SingleAsync()).SetApproval(needed: true);
            return await db.SaveChangesAsync();
        });
        var (coordinator, worker, commissioner) = (app.As(Role.Coordinator), app.As(Role.Worker), app.As(Role.Commissioner));

        using var kept = await coordinator.Post("/reports/2026-10/draft/parts", ("Version", -1), ("Parts[0].Section", "Learned"), ("Parts[0].IsIn", "true"), ("Parts[0].Place", 5), ("Parts[0].Words", "We asked <b>neighbours</b>."));
        kept.Headers.Location!.OriginalString.ShouldBe("/reports/2026-10/draft");
        (await coordinator.Read("/reports/2026-10/draft")).ShouldContain("We asked &lt;b&gt;neighbours&lt;/b&gt;.");
        using var overtaken = await coordinator.Post("/reports/2026-10/draft/parts", ("Version", -1), ("Parts[0].Section", "Learned"), ("Parts[0].IsIn", "true"), ("Parts[0].Words", "Something else"));
        overtaken.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var both = await overtaken.Content.ReadAsStringAsync();
        both.ShouldContain("Something else");
        both.ShouldContain("We asked &lt;b&gt;neighbours&lt;/b&gt;.");

        using var nobody = await coordinator.Post("/reports/2026-10/draft", [new("Version", "0")], "/reports/2026-10/ask");
        nobody.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var asked = await coordinator.Post("/reports/2026-10/draft", [new("Version", "0"), new("Of", "1")], "/reports/2026-10/ask");
        asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await coordinator.Read("/reports/2026-10/draft")).ShouldNotContain("Approve it");
        var sha = Regex.Match(await worker.Read("/reports/2026-10/draft"), "name=\"Sha256\" value=\"(?<sha>[0-9a-f]{64})\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["sha"].Value;
        using var approved = await worker.Post("/reports/2026-10/draft", [new("Sha256", sha)], "/reports/2026-10/approve");
        approved.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var published = await coordinator.Post("/reports/2026-10/draft", [], "/reports/2026-10/publish");

        published.Headers.Location!.OriginalString.ShouldBe("/reports/2026-10");
        (await commissioner.Read("/reports/2026-10")).ShouldContain("approved by a second person");
        (await commissioner.Read("/dashboard")).ShouldContain("/reports/2026-10/places/1");
        (await commissioner.Read("/reports/2026-10/places/1")).ShouldContain("Fernhill");
        using var settings = await coordinator.Post("/reports/settings", ("SecondLook", "false"), ("Version", await app.Database.Db(db => db.Programmes.Select(p => p.Version).SingleAsync())));
        settings.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Without_a_browser_the_page_says_how_to_install_one_and_the_figures_are_still_there()
    {
        await using var app = await Published(new NoPrinter());

        using var answer = await app.As(Role.Commissioner).Get("/reports/2026-10.pdf");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Install one.");
        (await app.As(Role.Commissioner).Read("/reports/2026-10.csv")).ShouldContain("new-conversations");
    }

    [Fact]
    public async Task The_pdf_holds_the_page_with_stories_in_every_script_and_its_own_page_numbers()
    {
        await using var app = await Published();

        using var answer = await app.As(Role.Commissioner).Get("/reports/2026-10.pdf");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var file = Path.Combine(app.Database.Folder, "report.pdf");
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
        var text = await Run("pdftotext", file, "-");
        text.ShouldContain("October 2026");
        text.ShouldContain("1 of ");
        text.ShouldContain("Stół na dwieście pierogów");
        text.Normalize(System.Text.NormalizationForm.FormKC).ShouldContain("حروف");
        (await Run("pdffonts", file)).Split('\n').Skip(2).Where(l => l.Length > 0).ShouldAllBe(l => l.Contains(" yes yes ", StringComparison.Ordinal));
        var info = await Run("pdfinfo", file);
        info.ShouldContain("Wealbourne Together: outcome report for October 2026");
        info.ShouldContain("A4");
    }

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, program);
        return output;
    }

    private static async Task<TestApp> Published(IPdfPrinter? printer = null)
    {
        var app = await Compiled(printer);
        await app.Database.Send(new PublishReport(new YearMonth(2026, 10)), app.Database.Coordinator);
        return app;
    }

    private static async Task<TestApp> Compiled(IPdfPrinter? printer = null)
    {
        var app = await TestApp.Start(web => web.ConfigureTestServices(services =>
        {
            if (printer is not null)
            {
                services.AddSingleton(printer);
            }
        }));
        var database = app.Database;
        foreach (var (title, words, language, day) in new[]
        {
            ("Stół na dwieście pierogów", "Lepimy razem. <script>alert(1)</script>", "pl", 2),
            ("حروف على الطاولة", "كنت خطاطًا في حمص", "ar", 3),
        })
        {
            var teller = await database.AddPerson("Somebody");
            await database.Add(
                Consent.Give(teller.Id, ConsentUse.UseMyStory, null, new DateOnly(2026, 9, 1), ConsentHow.Spoken, null, null),
                Story.Tell(database.Programme, database.Fernhill, teller.Id, title, words, language, new DateOnly(2026, 10, day), "Confidence", null));
        }

        for (var day = 1; day <= 12; day++)
        {
            await database.Add(Conversation.Log(database.Programme, database.Worker.UserId, Guid.NewGuid(), new ConversationDetails(new DateOnly(2026, 10, day), ConversationKind.Learning, [], "Heard", NeighbourhoodId: database.Fernhill), database.Clock.Today));
        }

        await database.Send(new CompileAll(), database.Coordinator);
        return app;
    }

    private sealed class NoPrinter : IPdfPrinter
    {
        public Task<PrintedPdf> Print(string html, PdfPrintOptions options, CancellationToken cancellationToken) => Task.FromResult<PrintedPdf>(new NoBrowser("Install one."));
    }
}
