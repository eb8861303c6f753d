using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.Reports;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Web.Tests.Meetings;

/// <summary>Agenda, papers, pack and invitations from their pages.</summary>
public sealed partial class BeforeTheMeetingTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\ntrailer <</Root 1 0 R>>\n%%EOF\n");

    [Fact]
    public async Task A_paper_opens_for_those_who_may_see_the_meeting_and_one_of_fifty_megabytes_is_refused_kindly()
    {
        await using var app = await TestApp.Start();
        var joan = app.As(Role.Coordinator);
        var meeting = await Plan(app);

        using (var added = await Upload(joan, meeting, "Lights <b>.pdf", Pdf))
        {
            added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        using (var big = await Upload(joan, meeting, "Plan.pdf", new byte[50 * 1024 * 1024]))
        {
            big.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await big.Content.ReadAsStringAsync()).ShouldContain("Plan.pdf has 50 MB; 10 MB are the most.");
        }

        using (var lies = await Upload(joan, meeting, "Plan.docx", Pdf))
        {
            (await lies.Content.ReadAsStringAsync()).ShouldContain("inside it is a PDF");
        }

        using (var nothing = await joan.Post($"/meetings/{meeting}/papers"))
        {
            (await nothing.Content.ReadAsStringAsync()).ShouldContain("Choose a file");
        }

        (await joan.Read($"/meetings/{meeting}/papers")).ShouldContain("Lights &lt;b&gt;.pdf");
        using (var paper = await app.As(Role.Worker).Get($"/meetings/{meeting}/papers/1"))
        {
            (await paper.Content.ReadAsByteArrayAsync()).ShouldBe(Pdf);
            paper.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        }

        // A partner who is not invited knows of no meeting; once she is, the paper opens for her.
        (await app.As(Role.Partner).Get($"/meetings/{meeting}/papers/1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var priya = await app.Database.Send(new AddPractitioner(app.Database.Housing, new PractitionerDetails("Priya Shah", null, "priya@homes.example")), app.Database.Coordinator);
        await app.Database.Send(new InvitePractitioners(new MeetingId(meeting), [priya]), app.Database.Coordinator);
        (await app.As(Role.Partner).Get($"/meetings/{meeting}/papers/1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.As(Role.Partner).Get($"/meetings/{meeting + 1}/papers/1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using (await joan.Post($"/meetings/{meeting}/papers", [], $"/meetings/{meeting}/papers/1/remove")) { }
        (await joan.Get($"/meetings/{meeting}/papers/1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_pack_holds_agenda_reasons_presenters_papers_and_who_is_invited_and_says_so_where_nothing_prints()
    {
        var printer = new Remembers();
        await using var app = await TestApp.Start(builder => builder.ConfigureTestServices(services => services.AddSingleton<IPdfPrinter>(printer)));
        var joan = app.As(Role.Coordinator);
        var meeting = await Plan(app);
        using (await joan.Post($"/meetings/{meeting}/agenda/new", ("Title", "Getting to places <i>after</i> dark"), ("Minutes", 20), ("Note", "One line\nand another"))) { }
        using (await joan.Post($"/meetings/{meeting}/draft", ("Items[0].Item", 1), ("Items[0].Edition", 1), ("Items[0].Minutes", 25), ("Items[0].Presenter", "Priya Shah"))) { }
        using (await Upload(joan, meeting, "Lights.pdf", Pdf)) { }

        using var pack = await joan.Get($"/meetings/{meeting}/pack.pdf");

        pack.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        printer.Html.ShouldSatisfyAllConditions(
            h => h.ShouldStartWith("<!doctype html>"),
            h => h.ShouldContain("1. Getting to places &lt;i&gt;after&lt;/i&gt; dark"),
            h => h.ShouldContain("Priya Shah &#xB7; 25 minutes &#xB7; until about 10.25am"),
            h => h.ShouldContain("and another"),
            h => h.ShouldContain($"https://localhost/meetings/{meeting}/papers/1"),
            h => h.ShouldNotContain("<script"));
        printer.Works = false;
        using var without = await joan.Get($"/meetings/{meeting}/pack.pdf");
        without.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await without.Content.ReadAsStringAsync()).ShouldContain("Install Chromium");
    }

    [Fact]
    public async Task The_agenda_is_kept_ordered_timed_and_dropped_from_its_page_without_script()
    {
        await using var app = await TestApp.Start();
        var joan = app.As(Role.Coordinator);
        var meeting = await Plan(app);
        var page = await joan.Read($"/meetings/{meeting}/draft");
        page.ShouldContain("The map knows none there.");
        using (var kept = await joan.Post($"/meetings/{meeting}/draft", [], $"/meetings/{meeting}/draft/keep"))
        {
            kept.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        var titles = Titles(await joan.Read($"/meetings/{meeting}/draft"));
        titles.Count.ShouldBe(2);
        var (first, second) = (await Item(app, 0), await Item(app, 1));
        (string, object?)[] typed = [("Items[0].Item", first), ("Items[0].Edition", 1), ("Items[0].Minutes", 7), ("Items[1].Item", second), ("Items[1].Edition", 1), ("Items[1].Minutes", 80), ("Items[1].Presenter", "Amina")];
        using (await joan.Post($"/meetings/{meeting}/draft", [.. typed, ("then", $"down-{first}")])) { }

        // Dragged to its place, what was typed is kept too; what is no place moves nothing.
        using (await joan.Post($"/meetings/{meeting}/draft", ("then", $"before-{first}-{second}"))) { }
        Titles(await joan.Read($"/meetings/{meeting}/draft")).ShouldBe([titles[0], titles[1]]);
        foreach (var then in new[] { $"before-{first}-0", $"before-{first}-x", "before-1-2-3", "nothing" })
        {
            using (await joan.Post($"/meetings/{meeting}/draft", ("then", then))) { }
        }

        page = await joan.Read($"/meetings/{meeting}/draft");
        Titles(page).ShouldBe([titles[1], titles[0]]);
        page.ShouldContain("87 of 90 minutes");
        page.ShouldContain("value=\"Amina\"");
        using (var wrong = await joan.Post($"/meetings/{meeting}/draft", ("Items[0].Item", first), ("Items[0].Edition", 2), ("Items[0].Minutes", "")))
        {
            wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await wrong.Content.ReadAsStringAsync()).ShouldContain("Enter how many minutes it may take");
        }

        using (var stale = await joan.Post($"/meetings/{meeting}/draft", ("Items[0].Item", first), ("Items[0].Edition", 1), ("Items[0].Minutes", 9)))
        {
            stale.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await stale.Content.ReadAsStringAsync()).ShouldContain("9 minutes");
        }
    }

    [Fact]
    public async Task Somebody_invited_answers_by_the_link_alone()
    {
        await using var app = await TestApp.Start();
        var joan = app.As(Role.Coordinator);
        var meeting = await Plan(app);
        var priya = await app.Database.Send(new AddPractitioner(app.Database.Housing, new PractitionerDetails("Priya Shah", null, "priya@homes.example")), app.Database.Coordinator);
        await app.Database.Send(new InvitePractitioners(new MeetingId(meeting), [priya]), app.Database.Coordinator);
        (await joan.Read($"/meetings/{meeting}/invitations")).ShouldContain("Send 1 invitation");
        using (await joan.Post($"/meetings/{meeting}/invitations")) { }
        var link = Link().Match(await app.Database.Db(db => db.Letters.Select(l => l.Text!).SingleAsync())).Value;
        var anybody = app.As(null);

        using (var page = await anybody.Get(link))
        {
            page.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
            (await page.Content.ReadAsStringAsync()).ShouldContain("Yes, I will come");
        }

        foreach (var neither in new[] { "", "Perhaps", "7" })
        {
            using (await anybody.Post(link, ("answer", neither))) { }
        }

        (await anybody.Read(link)).ShouldContain("Yes, I will come");
        using (await anybody.Post(link, ("answer", "Coming"))) { }
        (await anybody.Read(link)).ShouldContain("you are expected");
        (await joan.Read($"/meetings/{meeting}")).ShouldContain("1 said they come");
        (await joan.Read($"/meetings/{meeting}/invitations")).ShouldContain("coming");
        (await anybody.Get("/invitation/guessed")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<long> Plan(TestApp app) =>
        (await app.Database.Send(new PlanMeeting(new MeetingDetails("Fernhill round table", app.Database.Clock.Today.AddDays(7), new TimeOnly(10, 0), 90, null, app.Database.Fernhill)), app.Database.Coordinator)).Value;

    private static async Task<HttpResponseMessage> Upload(TestBrowser browser, long meeting, string name, byte[] bytes)
    {
        var token = await browser.Token($"/meetings/{meeting}/papers");
        using var form = new MultipartFormDataContent { { new StringContent(token.Value), token.Key }, { new ByteArrayContent(bytes), "paper", name } };
        return await browser.Client.PostAsync(new Uri($"/meetings/{meeting}/papers", UriKind.Relative), form);
    }

    private static async Task<long> Item(TestApp app, int at) =>
        (await app.Database.Db(db => db.Meetings.SelectMany(m => m.Agenda).OrderBy(a => a.Position).Skip(at).Select(a => a.Id).FirstAsync())).Value;

    private static List<string> Titles(string page) => [.. Heading().Matches(page[..page.IndexOf("id=\"suggested\"", StringComparison.Ordinal)]).Select(m => m.Groups["title"].Value)];

    [GeneratedRegex("<h3>(?<title>[^<]+)</h3>", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    [GeneratedRegex("/invitation/[A-Za-z0-9_-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    private sealed class Remembers : IPdfPrinter
    {
        public string Html { get; private set; } = "";

        public bool Works { get; set; } = true;

        public Task<PrintedPdf> Print(string html, PdfPrintOptions options, CancellationToken cancellationToken)
        {
            Html = html;
            return Task.FromResult<PrintedPdf>(Works ? new PdfPrinted(Pdf, 1) : new NoBrowser("Install Chromium."));
        }
    }
}
