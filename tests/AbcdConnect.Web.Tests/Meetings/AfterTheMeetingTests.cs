using System.Net;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.Meetings.Said;
using AbcdConnect.Application.Reports;
using AbcdConnect.Domain.Access;
using AbcdConnect.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Web.Tests.Meetings;

public sealed class AfterTheMeetingTests
{
    private const string Script = "<script>alert(1)</script>";

    [Fact]
    public async Task What_was_agreed_is_moved_told_made_and_said_from_pages_that_need_no_script()
    {
        var printer = new RemembersPage();
        await using var app = await TestApp.Start(builder => builder.ConfigureTestServices(services => services.AddSingleton<IPdfPrinter>(printer)));
        var (joan, priya) = (app.As(Role.Coordinator), app.As(Role.Partner));
        var meeting = await app.Database.Send(new PlanMeeting(new MeetingDetails("Fernhill round table", app.Database.Clock.Today.AddDays(-7))), app.Database.Coordinator);
        using (await joan.Post($"/meetings/{meeting}/decisions/new", ("Text", "The kitchen opens on Thursdays"))) { }
        using (await joan.Post($"/meetings/{meeting}/actions/new", ("Text", $"Mend the gate {Script}"), ("AgencyId", 1), ("DecisionId", 1))) { }
        using (await joan.Post($"/meetings/{meeting}", [new("settle", "")], $"/meetings/{meeting}/settle")) { }
        (await joan.Read($"/meetings/{meeting}")).ShouldContain("It was held</button>");
        using (await joan.Post($"/meetings/{meeting}", [new("settle", "Held")], $"/meetings/{meeting}/settle")) { }

        // A partner, from the board, one step at a time.
        var board = await priya.Read("/actions/board");
        board.ShouldSatisfyAllConditions(b => b.ShouldContain("What you and your agency have taken on."), b => b.ShouldContain("Mend the gate &lt;script&gt;"), b => b.ShouldContain("Under way →"), b => b.ShouldNotContain(Script));
        using (var moved = await priya.Post("/actions/board", [new("to", "UnderWay"), new("back", "/actions/board")], "/actions/1/move"))
        {
            moved.Headers.Location!.ToString().ShouldBe("/actions/board");
        }

        // A form that says nothing moves nothing.
        using (await priya.Post("/actions/board", [new("to", "Elsewhere")], "/actions/1/move")) { }
        (await priya.Read("/actions/1")).ShouldContain("Action · Under way");
        using (await priya.Post("/actions/1", [new("Words", "The joiner comes on Friday")], "/actions/1/tell")) { }
        using (var nothing = await priya.Post("/actions/1", [new("Words", " ")], "/actions/1/tell"))
        {
            nothing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await nothing.Content.ReadAsStringAsync()).ShouldContain("Enter how it goes");
        }

        using (await priya.Post("/actions/1", [new("Until", "in two weeks"), new("Why", "He is ill")], "/actions/1/time")) { }
        var page = await joan.Read("/actions/1");
        page.ShouldSatisfyAllConditions(p => p.ShouldContain("The joiner comes on Friday"), p => p.ShouldContain("More time is asked for"), p => p.ShouldContain("The kitchen opens on Thursdays"), p => p.ShouldContain("/activities/new?foraction=1"));
        using (var tooSoon = await priya.Post("/actions/1", [new("Until", "2026-01-05"), new("Why", "The joiner is away")], "/actions/1/time"))
        {
            tooSoon.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await tooSoon.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(p => p.ShouldContain("Ask for a day that is still to come"), p => p.ShouldContain("The joiner is away</textarea>"), p => p.ShouldContain("<details class=\"govuk-details\" open=\"open\">"));
        }

        page.ShouldContain($"name=\"asked\" value=\"{app.Database.Clock.Today.AddDays(14):yyyy-MM-dd}\"");
        using (var other = await joan.Post("/actions/1", [new("yes", "true"), new("asked", "2026-11-30")], "/actions/1/time/answer"))
        {
            other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await other.Content.ReadAsStringAsync()).ShouldContain("They ask for another day by now");
        }

        using (await joan.Post("/actions/1", [new("yes", "true"), new("asked", $"{app.Database.Clock.Today.AddDays(14):yyyy-MM-dd}")], "/actions/1/time/answer")) { }
        (await priya.Read("/actions.csv")).ShouldContain("Under way");

        // Made from the action, it closes it.
        var form = await joan.Read("/activities/new?foraction=1");
        form.ShouldContain("name=\"foraction\" value=\"1\"");
        form.ShouldContain("Mend the gate &lt;script&gt;");
        using (var made = await joan.Post("/activities/new?foraction=1", ("foraction", 1), ("Name", "Gate menders"), ("Status", "Idea"), ("LedBy", "Resident"), ("Frequency", "Weekly")))
        {
            made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        (await joan.Read("/activities/1")).ShouldContain("Made because people round the table agreed to");
        (await joan.Read("/actions/1")).ShouldContain("Gate menders");

        // Told to everybody.
        using (await joan.Post("/actions/1/said", ("Place", 1), ("YouSaid", "The gate is broken."), ("WeDid", "It is mended."), ("Publish", "true"), ("Version", 0))) { }
        (await joan.Read("/said?neighbourhood=1")).ShouldContain("The gate is broken.");
        (await joan.Read("/said/poster?neighbourhood=1")).ShouldContain("It is mended.");
        var code = await app.Database.Send(new OfferSaidPage(app.Database.Fernhill, true), app.Database.Coordinator);
        printer.Works = true;
        using (var poster = await joan.Get("/said/poster.pdf?neighbourhood=1"))
        {
            poster.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        }

        printer.Html.ShouldSatisfyAllConditions(h => h.ShouldContain("It is mended."), h => h.ShouldContain($"localhost/you-said/{code}"), h => h.ShouldContain("abcd-qr"), h => h.ShouldNotContain("Mend the gate"));
        printer.Works = false;
        using (var without = await joan.Get("/said/poster.pdf?neighbourhood=1"))
        {
            without.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await without.Content.ReadAsStringAsync()).ShouldContain("/said/poster?month=");
        }

        var nobody = app.As(null);
        var open = await nobody.Read($"/you-said/{code}");
        open.ShouldContain("It is mended.");
        open.ShouldNotContain("Mend the gate");
        using (var guessed = await nobody.Get("/you-said/guessed"))
        {
            guessed.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        // The minutes and the table.
        using (var unseen = await priya.Get($"/meetings/{meeting}/minutes/read"))
        {
            unseen.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        (await joan.Read($"/meetings/{meeting}/minutes/read")).ShouldSatisfyAllConditions(m => m.ShouldContain("until the next meeting agrees them"), m => m.ShouldContain("Mend the gate &lt;script&gt;"), m => m.ShouldContain("The kitchen opens on Thursdays"));
        (await joan.Read("/meetings/decisions?q=kitch")).ShouldContain("1 of 1 action done, by 1 agency");
        (await joan.Read("/meetings/table")).ShouldContain("Not seen in the year");
        (await joan.Read("/meetings/table/promises")).ShouldContain("1 carried out");
        (await joan.Read("/meetings/table/network")).ShouldContain("Who meets and acts with whom");
        (await joan.Read("/meetings/table/ties.csv")).ShouldContain("Meetings both came to");
    }

    private sealed class RemembersPage : IPdfPrinter
    {
        public string Html { get; private set; } = "";

        public bool Works { get; set; }

        public Task<PrintedPdf> Print(string html, PdfPrintOptions options, CancellationToken cancellationToken)
        {
            Html = html;
            return Task.FromResult<PrintedPdf>(Works ? new PdfPrinted("%PDF-1.7\n%%EOF\n"u8.ToArray(), 1) : new NoBrowser("Install Chromium."));
        }
    }
}
