using System.Net;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Testing;
using AbcdConnect.Web.Features.Shared;

namespace AbcdConnect.Web.Tests.Meetings;

public sealed class MeetingPagesTests
{
    private const string Script = "<script>alert(1)</script>";

    [Fact]
    public async Task A_meeting_is_planned_filled_ticked_minuted_and_held_from_its_pages()
    {
        await using var app = await TestApp.Start();
        var joan = app.As(Role.Coordinator);
        using (var agency = await joan.Post("/agencies/new", ("Name", "Wealbourne Police"), ("Sector", "Police")))
        {
            agency.Headers.Location!.ToString().ShouldBe("/agencies/2");
        }

        using (await joan.Post("/agencies/2/practitioners/new", ("Name", "Sam Reed"), ("JobTitle", "Inspector"))) { }
        using (var planned = await joan.Post("/meetings/new", ("Title", "Fernhill round table"), ("HeldOn", "today"), ("StartsAt", "10am"), ("LastsMinutes", 90), ("Neighbourhood", 1)))
        {
            planned.Headers.Location!.ToString().ShouldBe("/meetings/1/draft");
        }

        using (await joan.Post("/meetings/1/agenda/new", ("Title", "Getting to places after dark"), ("Minutes", 20))) { }
        using (await joan.Post("/meetings/1/agenda/new", ("Title", "Round the table"), ("Minutes", 75))) { }
        using (await joan.Post("/meetings/1/attendance", [new("Practitioners", "1")], "/meetings/1/invite")) { }
        using (await joan.Post("/meetings/1/attendance", ("Ticks[0].Practitioner", 1), ("Ticks[0].Was", "Invited"), ("Ticks[0].Status", "Present"))) { }
        using (await joan.Post("/meetings/1/minutes", ("Minutes", "We went round the table."), ("Version", 0))) { }
        using (await joan.Post("/meetings/1/decisions/new", ("Text", "The hall opens on Thursdays"))) { }
        using (await joan.Post("/meetings/1/actions/new", ("Text", "Mend the street lights"), ("OwnerId", 1), ("DueOn", "1 November 2026"))) { }
        using (await joan.Post("/meetings/1", [new("settle", "Held")], "/meetings/1/settle")) { }

        var page = await joan.Read("/meetings/1");

        page.ShouldSatisfyAllConditions(
            p => p.ShouldContain("95 of 90 minutes"),
            p => p.ShouldContain("That is 5 minutes more than there are"),
            p => p.ShouldContain("until about 11.35am"),
            p => p.ShouldContain("1 of 1 · 1 of 1 agencies"),
            p => p.ShouldContain("11 days overdue"),
            p => p.ShouldContain("The hall opens on Thursdays"),
            p => p.ShouldContain("We went round the table."));
        (await joan.Read("/meetings/1/print")).ShouldContain("Sam Reed");
        (await joan.Read("/agencies/2")).ShouldContain("came to 1 of the last 1");
    }

    [Fact]
    public async Task What_is_open_stands_at_the_next_meeting_with_where_it_came_from()
    {
        await using var app = await TestApp.Start();
        var first = await Plan(app, -30);
        await app.Database.Send(new AgreeAction(first, new ActionDetails("Mend the street lights", app.Database.Housing)), app.Database.Coordinator);
        var next = await Plan(app, 7);

        var page = await app.As(Role.Coordinator).Read($"/meetings/{next}");

        page.ShouldContain("Still open from before");
        page.ShouldContain($"agreed at");
        page.ShouldContain($"href=\"/meetings/{first}\"");
        page.ShouldContain("Actions left from October");
    }

    [Fact]
    public async Task Items_move_by_buttons_that_need_no_script()
    {
        await using var app = await TestApp.Start();
        var joan = app.As(Role.Coordinator);
        var meeting = await Plan(app, 7);
        using (await joan.Post($"/meetings/{meeting}/agenda/new", ("Title", "First"), ("Minutes", 5))) { }
        using (await joan.Post($"/meetings/{meeting}/agenda/new", ("Title", "Second"), ("Minutes", 5))) { }

        using (var moved = await joan.Post($"/meetings/{meeting}", [new("by", "-1")], $"/meetings/{meeting}/agenda/2/move"))
        {
            moved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        (await app.Database.Send(new SeeMeeting(meeting), app.Database.Coordinator)).Agenda.Select(a => a.Title).ShouldBe(["Second", "First"]);
        using (await joan.Post($"/meetings/{meeting}", [], $"/meetings/{meeting}/agenda/1/remove")) { }
        (await app.Database.Send(new SeeMeeting(meeting), app.Database.Coordinator)).Agenda.ShouldHaveSingleItem().Position.ShouldBe(1);
    }

    [Fact]
    public async Task Overtaken_minutes_show_both_versions_and_save_at_the_second_try()
    {
        await using var app = await TestApp.Start();
        var joan = app.As(Role.Coordinator);
        var meeting = await Plan(app, 0);
        using (await joan.Post($"/meetings/{meeting}/minutes", ("Minutes", "Theirs, saved first"), ("Version", 0))) { }

        using var overtaken = await joan.Post($"/meetings/{meeting}/minutes", ("Minutes", "Mine, typed meanwhile"), ("Version", 0));

        overtaken.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await overtaken.Content.ReadAsStringAsync();
        page.ShouldContain("Theirs, saved first");
        page.ShouldContain("Mine, typed meanwhile</textarea>");
        page.ShouldContain("name=\"Version\" value=\"1\"");
        using (var second = await joan.Post($"/meetings/{meeting}/minutes", ("Minutes", "Mine, typed meanwhile"), ("Version", 1)))
        {
            second.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
    }

    [Fact]
    public async Task An_overtaken_agenda_item_shows_both_versions()
    {
        await using var app = await TestApp.Start();
        var joan = app.As(Role.Coordinator);
        var meeting = await Plan(app, 7);
        using (await joan.Post($"/meetings/{meeting}/agenda/new", ("Title", "Rooms"), ("Minutes", 5))) { }
        using (await joan.Post($"/meetings/{meeting}/agenda/1", ("Title", "Rooms to borrow"), ("Minutes", 5), ("Version", 1))) { }

        using var overtaken = await joan.Post($"/meetings/{meeting}/agenda/1", ("Title", "A room for bingo"), ("Minutes", 5), ("Version", 1));

        overtaken.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await overtaken.Content.ReadAsStringAsync();
        page.ShouldContain("Rooms to borrow");
        page.ShouldContain("value=\"A room for bingo\"");
    }

    [Fact]
    public async Task Minutes_agenda_and_attendance_overtaken_say_who_was_first_and_when()
    {
        await using var app = await TestApp.Start();
        var joan = app.Database.Coordinator;
        app.Database.Clock.Now = app.Database.Clock.Now.AddHours(1);
        await app.Database.Add(Member.Welcome(new UserId(71), app.Database.Programme, "Bea Lund", "bea@demo.example", Role.Coordinator, null, []));
        var bea = new Application.Access.Viewer(new UserId(71), "Bea Lund", Role.Coordinator, app.Database.Programme, []);
        var meeting = await Plan(app, 0);
        var hanna = await app.Database.Send(new AddPractitioner(app.Database.Housing, new PractitionerDetails("Hanna Cole")), joan);
        await app.Database.Send(new InvitePractitioners(meeting, [hanna]), joan);
        await app.Database.Send(new AddAgendaItem(meeting, new AgendaItemDetails("Rooms", 5, null)), joan);
        await app.Database.Send(new WriteMinutes(meeting, "Theirs", 0), bea);
        await app.Database.Send(new ChangeAgendaItem(meeting, new AgendaItemId(1), new AgendaItemDetails("Rooms to borrow", 5, null), 1), bea);
        await app.Database.Send(new TickAttendance(meeting, [new(hanna, AttendanceStatus.Present, AttendanceStatus.Invited)]), bea);
        // The meeting's own latest change is somebody else's, later.
        app.Database.Clock.Now = app.Database.Clock.Now.AddHours(1);
        await app.Database.Send(new AddAgendaItem(meeting, new AgendaItemDetails("Cake", 5, null)), joan);
        var browser = app.As(Role.Coordinator);

        await Says("minutes", ("Minutes", "Mine"), ("Version", 0));
        await Says("agenda/1", ("Title", "A room for bingo"), ("Minutes", 5), ("Version", 1));
        await Says("attendance", ("Ticks[0].Practitioner", hanna), ("Ticks[0].Status", "Apologies"), ("Ticks[0].Was", "Invited"));

        async Task Says(string path, params (string, object?)[] fields)
        {
            using var overtaken = await browser.Post($"/meetings/{meeting}/{path}", fields);
            overtaken.StatusCode.ShouldBe(HttpStatusCode.Conflict, path);
            var html = await overtaken.Content.ReadAsStringAsync();
            html.ShouldContain("Bea Lund changed this while you were writing", Case.Sensitive, path);
            html.ShouldContain($"Saved on {UkText.Moment(app.Database.Clock.Now.AddHours(-1))}", Case.Sensitive, path);
        }
    }

    [Fact]
    public async Task A_partner_reads_their_meeting_and_marks_their_agencys_action_done()
    {
        await using var app = await TestApp.Start();
        var practitioner = await app.Database.Send(new AddPractitioner(app.Database.Housing, new PractitionerDetails("Hanna Cole")), app.Database.Coordinator);
        var (theirs, other) = (await Plan(app, -7), await Plan(app, -8));
        await app.Database.Send(new InvitePractitioners(theirs, [practitioner]), app.Database.Coordinator);
        var action = await app.Database.Send(new AgreeAction(theirs, new ActionDetails("Mend the gate", app.Database.Housing)), app.Database.Coordinator);
        var priya = app.As(Role.Partner);

        (await priya.Read("/meetings")).ShouldContain($"/meetings/{theirs}\"");
        (await priya.Read($"/meetings/{theirs}")).ShouldNotContain("Add an item");
        using (var hidden = await priya.Get($"/meetings/{other}"))
        {
            hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        using (var done = await priya.Post("/actions", [new("back", "/actions?state=Done")], $"/actions/{action}/done"))
        {
            done.Headers.Location!.ToString().ShouldBe("/actions?state=Done");
        }

        (await priya.Read("/actions?state=Done")).ShouldContain("done 12 November 2026");
    }

    [Fact]
    public async Task A_way_back_to_another_site_is_not_followed()
    {
        await using var app = await TestApp.Start();
        var action = await app.Database.Send(new AgreeAction(await Plan(app, -7), new ActionDetails("Mend the gate", app.Database.Housing)), app.Database.Coordinator);

        using var done = await app.As(Role.Worker).Post("/actions", [new("back", "https://elsewhere.example/")], $"/actions/{action}/done");

        done.Headers.Location!.ToString().ShouldBe("/actions");
    }

    [Fact]
    public async Task Nothing_typed_is_lost_when_something_is_missing()
    {
        await using var app = await TestApp.Start();

        using var refused = await app.As(Role.Coordinator).Post("/meetings/new", ("Title", "Fernhill round table"), ("HeldOn", ""), ("Place", "Nowhere we know"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await refused.Content.ReadAsStringAsync();
        page.ShouldContain("No place on the map is called that");
        page.ShouldContain("value=\"Fernhill round table\"");
    }

    [Fact]
    public async Task A_worker_finds_the_doors_of_the_coordinators_forms_shut()
    {
        await using var app = await TestApp.Start();
        var meeting = await Plan(app, 7);
        var amina = app.As(Role.Worker);

        foreach (var path in new[] { "/meetings/new", $"/meetings/{meeting}/change", $"/meetings/{meeting}/minutes", $"/meetings/{meeting}/attendance", "/agencies/new" })
        {
            using var answer = await amina.Get(path);
            answer.IsSuccessStatusCode.ShouldBeFalse(path);
        }
    }

    [Fact]
    public async Task Script_in_every_field_is_shown_as_words()
    {
        await using var app = await TestApp.Start();
        var joan = app.As(Role.Coordinator);
        var agency = await app.Database.Send(new JoinAgency(Script, Sector.Other), app.Database.Coordinator);
        var person = await app.Database.Send(new AddPractitioner(agency, new PractitionerDetails(Script, Script, "a@b" + Script)), app.Database.Coordinator);
        var meeting = await app.Database.Send(new PlanMeeting(new MeetingDetails(Script, app.Database.Clock.Today)), app.Database.Coordinator);
        await app.Database.Send(new AddAgendaItem(meeting, new AgendaItemDetails(Script, 5, Script)), app.Database.Coordinator);
        await app.Database.Send(new InvitePractitioners(meeting, [person]), app.Database.Coordinator);
        await app.Database.Send(new WriteMinutes(meeting, Script, 0), app.Database.Coordinator);
        await app.Database.Send(new Decide(meeting, Script), app.Database.Coordinator);
        var action = await app.Database.Send(new AgreeAction(meeting, new ActionDetails(Script, null, person)), app.Database.Coordinator);

        foreach (var path in new[] { "/meetings", $"/meetings/{meeting}", $"/meetings/{meeting}/print", $"/meetings/{meeting}/change", $"/meetings/{meeting}/attendance", $"/meetings/{meeting}/minutes", $"/meetings/{meeting}/agenda/1", $"/meetings/{meeting}/actions/new", "/actions", $"/actions/{action}/change", "/agencies", $"/agencies/{agency}", $"/agencies/{agency}/change", $"/practitioners/{person}/change" })
        {
            var page = await joan.Read(path);
            page.ShouldNotContain(Script, Case.Sensitive, path);
        }
    }

    [Fact]
    public async Task A_file_has_the_same_rows_as_the_list_and_runs_nothing()
    {
        await using var app = await TestApp.Start();
        await app.Database.Send(new AgreeAction(await Plan(app, -7), new ActionDetails("=cmd|' /C calc'!A0", app.Database.Housing)), app.Database.Coordinator);
        var amina = app.As(Role.Worker);

        (await amina.Read("/actions.csv")).ShouldContain("'=cmd");
        (await amina.Read("/actions.csv?state=Done")).ShouldNotContain("cmd");
        (await amina.Read("/meetings.csv?when=Past")).ShouldContain("2026-11-05");
        (await amina.Read("/agencies.csv?sector=Housing")).ShouldContain("Wealbourne Homes,Housing");
    }

    private static Task<MeetingId> Plan(TestApp app, int inDays) => app.Database.Send(
        new PlanMeeting(new MeetingDetails($"Round table {inDays}", app.Database.Clock.Today.AddDays(inDays), new TimeOnly(10, 0), 90, null, app.Database.Fernhill)),
        app.Database.Coordinator);
}
