using System.Net;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.Meetings.Room;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;

namespace AbcdConnect.Web.Tests.Meetings.Room;

public sealed class RoomPagesTests
{
    [Fact]
    public async Task A_meeting_is_run_from_one_screen_by_its_forms()
    {
        await using var app = await TestApp.Start();
        var joan = app.As(Role.Coordinator);
        var (meeting, sam) = await Plan(app);
        var room = $"/meetings/{meeting}/room";

        (await joan.Read(room)).ShouldSatisfyAllConditions(p => p.ShouldContain("Not begun yet"), p => p.ShouldContain("Begin: Welcome"));
        await Sent(joan, room, "move", ("to", 1));
        await Sent(joan, room, "here", ("practitioner", sam), ("as", "Here"));
        await Sent(joan, room, "guests", ("GuestName", "Ada"), ("GuestFrom", "Fernhill allotments"));
        await Sent(joan, room, "notes/1/add", ("Said", "Everybody said one good thing."));
        // What is written down belongs to what is on, unless somebody says otherwise.
        (await joan.Read(room)).Split("selected=\"selected\" value=\"1\">1. Welcome").Length.ShouldBe(3);
        await Sent(joan, room, "decisions", ("Decision", "The hall opens on Thursdays"), ("DecisionItem", 1));
        await Sent(joan, room, "actions", ("Action", "Mend the gate"), ("Owner", sam), ("Due", "20 November 2026"), ("ActionItem", 2));
        app.Database.Clock.Now = app.Database.Clock.Now.AddMinutes(6);

        var page = await joan.Read(room);
        page.ShouldSatisfyAllConditions(
            p => p.ShouldContain("1 min over"),
            p => p.ShouldContain("1 here · 1 agency"),
            p => p.ShouldContain("Fernhill allotments"),
            p => p.ShouldContain("Everybody said one good thing."),
            p => p.ShouldContain("Written by Joan Okafor"),
            p => p.ShouldContain("The hall opens on Thursdays"),
            p => p.ShouldContain("Sam Reed, Wealbourne Homes, by 20 November 2026 (item 2)"),
            p => p.ShouldContain("Go on: Rooms"));
        var wall = await joan.Read($"{room}/screen");
        wall.ShouldContain("The hall opens on Thursdays");
        foreach (var private_ in new[] { "Sam Reed", "Ada", "one good thing", "Joan Okafor" })
        {
            wall.ShouldNotContain(private_);
        }
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        await using var app = await TestApp.Start();
        var joan = app.As(Role.Coordinator);
        var (meeting, _) = await Plan(app);
        var room = $"/meetings/{meeting}/room";

        await Refused(HttpStatusCode.UnprocessableEntity, "actions", [("Action", "Mend the gate")], "Choose who will do it, or at least which agency", "Mend the gate</textarea>");
        await Refused(HttpStatusCode.UnprocessableEntity, "decisions", [("Decision", " ")], "Enter what was decided", "href=\"#Decision\"");
        await Refused(HttpStatusCode.UnprocessableEntity, "guests", [("GuestFrom", "Elsewhere")], "Enter their name", "Elsewhere");
        await Refused(HttpStatusCode.UnprocessableEntity, "notes/2/add", [("Said", $"The hall {new string('y', 100_000)}")], "Notes have at most 100,000 letters", "name=\"Said\" rows=\"3\" maxlength=\"100000\">The hall yyy");
        using (var missing = await joan.Post(room, [], $"{room}/notes/99/add"))
        {
            missing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        await Sent(joan, room, "move", ("to", 1));
        await Sent(joan, room, "move", ("from", 1), ("to", 2));
        await Refused(HttpStatusCode.Conflict, "move", [("from", 1), ("to", "")], "You moved on meanwhile", "Now · 2 of 2");
        using (var gone = await joan.Get("/meetings/99/room"))
        {
            gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        async Task Refused(HttpStatusCode status, string form, (string, object?)[] fields, params string[] said)
        {
            using var answer = await joan.Post(room, fields.Select(f => new KeyValuePair<string, string>(f.Item1, $"{f.Item2}")), $"{room}/{form}");
            answer.StatusCode.ShouldBe(status, form);
            var html = await answer.Content.ReadAsStringAsync();
            foreach (var words in said)
            {
                html.ShouldContain(words, Case.Sensitive, form);
            }
        }
    }

    [Fact]
    public async Task A_partner_watches_their_own_meeting_and_a_worker_takes_notes()
    {
        await using var app = await TestApp.Start();
        var (meeting, _) = await Plan(app);
        var room = $"/meetings/{meeting}/room";

        var page = await app.As(Role.Partner).Read(room);
        page.ShouldNotContain("Begin: Welcome");
        page.ShouldNotContain("A person to talk about");
        page.ShouldNotContain("Add to the notes");
        (await app.As(Role.Worker).Read(room)).ShouldContain("Add to the notes");
        await app.Database.Send(new UninvitePractitioner(meeting, new PractitionerId(1)), app.Database.Coordinator);
        using var hidden = await app.As(Role.Partner).Get(room);
        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Notes_put_right_as_a_whole_show_both_versions_where_somebody_was_first()
    {
        await using var app = await TestApp.Start();
        var joan = app.As(Role.Coordinator);
        var (meeting, _) = await Plan(app);
        var notes = $"/meetings/{meeting}/room/notes/1";
        await app.Database.Send(new AddToNotes(meeting, new AgendaItemId(1), "Theirs"), app.Database.Worker);

        using (var overtaken = await joan.Post(notes, ("Text", "Mine"), ("Version", 0)))
        {
            overtaken.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await overtaken.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(p => p.ShouldContain("Amina Yusuf changed this while you were writing"), p => p.ShouldContain("Mine</textarea>"), p => p.ShouldContain("value=\"6\""));
        }

        using (var saved = await joan.Post(notes, ("Text", "Mine and theirs"), ("Version", 6)))
        {
            saved.Headers.Location!.ToString().ShouldBe($"/meetings/{meeting}/room#item-1");
        }

        using var gone = await joan.Get($"/meetings/{meeting}/room/notes/99");
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_person_is_named_refused_asked_named_talked_about_and_closed()
    {
        await using var app = await TestApp.Start();
        var joan = app.As(Role.Coordinator);
        var (meeting, sam) = await Plan(app);
        var people = $"/meetings/{meeting}/room/people";
        var sheila = await app.Database.AddPerson("Sheila");

        using (var refused = await joan.Post($"{people}/new", ("PersonName", "Sheila"), ("Why", "A choir")))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await refused.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(
                p => p.ShouldContain("Wealbourne Homes (Sam Reed)"),
                p => p.ShouldContain($"/people/{sheila.Id}/consents/new?use=ShareWithAgency&amp;agency=1"),
                p => p.ShouldContain("A choir</textarea>"));
        }

        using (await joan.Post($"/people/{sheila.Id}/consents/new", ("Use", "ShareWithAgency"), ("AgencyId", 1), ("GivenOn", "today"), ("How", "Spoken"))) { }
        using (var named = await joan.Post($"{people}/new", ("PersonName", "Sheila"), ("Why", "A choir")))
        {
            named.Headers.Location!.ToString().ShouldBe($"{people}/1");
        }

        // Nobody is ticked yet, so nobody would be written down as having heard it.
        using (var nobody = await joan.Post($"{people}/1", [], $"{people}/1/open"))
        {
            (await nobody.Content.ReadAsStringAsync()).ShouldContain("Tick who is here first");
        }

        await app.Database.Send(new SayWhoIsHere(meeting, sam, Presence.Here), app.Database.Coordinator);
        using (await joan.Post($"{people}/1", [], $"{people}/1/open")) { }
        (await joan.Read($"/meetings/{meeting}/room/screen")).ShouldSatisfyAllConditions(p => p.ShouldContain("A person</h2>"), p => p.ShouldNotContain("Sheila"));
        var version = (await app.Database.Send(new SeeDiscussion(new(1)), app.Database.Coordinator)).Version;
        using (await joan.Post($"{people}/1", ("Shared", "She looks for a choir"), ("Close", "false"), ("Version", version))) { }
        using (var overtaken = await joan.Post($"{people}/1", ("Shared", "Mine"), ("Close", "true"), ("Version", version)))
        {
            overtaken.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await overtaken.Content.ReadAsStringAsync()).ShouldContain("She looks for a choir");
        }

        await app.Database.Send(new WithdrawConsent(new ConsentId(1)), app.Database.Coordinator);
        (await joan.Read($"{people}/1")).ShouldSatisfyAllConditions(p => p.ShouldContain("Stop here"), p => p.ShouldContain("Sam Reed, Wealbourne Homes"));
        using (var closed = await joan.Post($"{people}/1", ("Shared", "She looks for a choir"), ("Close", "true"), ("Version", version + 1)))
        {
            closed.Headers.Location!.ToString().ShouldBe($"/meetings/{meeting}/room#discussions");
        }

        // Whoever was typing when it was closed sees both, and may finish.
        using (var late = await joan.Post($"{people}/1", ("Shared", "She looks for a choir and sings alto"), ("Close", "false"), ("Version", version + 1)))
        {
            late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await late.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(p => p.ShouldContain("sings alto</textarea>"), p => p.ShouldNotContain("go on talking"));
        }

        using (await joan.Post($"{people}/1", ("Shared", "She looks for a choir and sings alto"), ("Close", "true"), ("Version", version + 2))) { }
        (await joan.Read($"{people}/1")).ShouldSatisfyAllConditions(p => p.ShouldContain("sings alto</p>"), p => p.ShouldNotContain("<textarea"));
        (await joan.Read($"/people/{sheila.Id}")).ShouldSatisfyAllConditions(p => p.ShouldContain("Talked about at"), p => p.ShouldContain("She looks for a choir"));
        (await joan.Read($"/meetings/{meeting}")).ShouldNotContain("choir");
        foreach (var elsewhere in new[] { $"{people}/99", "/meetings/99/room/people/1", "/meetings/99/room/people/new" })
        {
            using var gone = await joan.Get(elsewhere);
            gone.StatusCode.ShouldBe(HttpStatusCode.NotFound, elsewhere);
        }
    }

    [Fact]
    public async Task Several_of_that_name_are_asked_about()
    {
        await using var app = await TestApp.Start();
        var (meeting, _) = await Plan(app);
        await app.Database.AddPerson("Sheila", with: d => d with { LastName = "Bright" });
        await app.Database.AddPerson("Sheila", with: d => d with { LastName = "Moss" });

        using var asked = await app.As(Role.Coordinator).Post($"/meetings/{meeting}/room/people/new", ("PersonName", "Sheila"));

        asked.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await asked.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(p => p.ShouldContain("Sheila Bright"), p => p.ShouldContain("Sheila Moss"), p => p.ShouldContain("Choose which of these it is"));
    }

    [Fact]
    public async Task Script_in_every_field_is_shown_as_words()
    {
        const string script = "<script>alert(1)</script>";
        await using var app = await TestApp.Start();
        var joan = app.As(Role.Coordinator);
        var (meeting, sam) = await Plan(app);
        var item = await app.Database.Send(new AddAgendaItem(meeting, new AgendaItemDetails(script, 5, script)), app.Database.Coordinator);
        await app.Database.Send(new AddToNotes(meeting, item, script), app.Database.Coordinator);
        await app.Database.Send(new Decide(meeting, script), app.Database.Coordinator);
        await app.Database.Send(new WelcomeGuest(meeting, script, script, null), app.Database.Coordinator);
        await app.Database.Send(new AgreeAction(meeting, new ActionDetails(script, null, sam)), app.Database.Coordinator);
        await app.Database.Send(new MoveOn(meeting, null, item), app.Database.Coordinator);

        foreach (var path in new[] { "", "/screen", $"/notes/{item}" })
        {
            (await joan.Read($"/meetings/{meeting}/room{path}")).ShouldNotContain(script, Case.Sensitive, path);
        }
    }

    private static async Task Sent(TestBrowser browser, string room, string form, params (string Name, object? Value)[] fields)
    {
        using var answer = await browser.Post(room, fields.Select(f => new KeyValuePair<string, string>(f.Name, $"{f.Value}")), $"{room}/{form}");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, form);
    }

    private static async Task<(MeetingId Meeting, PractitionerId Sam)> Plan(TestApp app)
    {
        var joan = app.Database.Coordinator;
        var sam = await app.Database.Send(new AddPractitioner(app.Database.Housing, new PractitionerDetails("Sam Reed")), joan);
        var meeting = await app.Database.Send(new PlanMeeting(new MeetingDetails("Fernhill round table", app.Database.Clock.Today, new TimeOnly(10, 0), 90, null, app.Database.Fernhill)), joan);
        await app.Database.Send(new InvitePractitioners(meeting, [sam]), joan);
        await app.Database.Send(new AddAgendaItem(meeting, new AgendaItemDetails("Welcome", 5)), joan);
        await app.Database.Send(new AddAgendaItem(meeting, new AgendaItemDetails("Rooms", 20)), joan);
        return (meeting, sam);
    }
}
