using System.Net;
using AbcdConnect.Application.Activities;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Testing;

namespace AbcdConnect.Web.Tests.Activities;

public sealed class ActivityPagesTests
{
    private const string Script = "<script>alert(1)</script>";

    [Fact]
    public async Task A_worker_adds_an_activity_and_its_first_session()
    {
        await using var app = await TestApp.Start();
        var worker = app.As(Role.Worker);
        var person = await app.Database.AddPerson("Kwame");

        using var saved = await worker.Post("/activities/new", ("Name", "Soup at Number Nine"), ("Status", "Idea"), ("LedBy", "Resident"), ("Frequency", "Weekly"), ("Day", "Wednesday"), ("StartsAt", "noon"), ("EndsAt", "2pm"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = saved.Headers.Location!.ToString();
        using var session = await worker.Post($"{page}/sessions/new", ("On", "yesterday"), ("HeadCount", 8), ("PersonIds", person.Id));
        session.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var seen = await worker.Read(page);
        seen.ShouldContain("Every Wednesday, midday to 2pm");
        seen.ShouldContain("Kwame");
        (await worker.Read("/activities?q=soup&status=Running&sort=-started")).ShouldContain("Soup at Number Nine");
        (await worker.Read("/activities.csv")).ShouldContain("Soup at Number Nine,Running");
        (await app.As(Role.Commissioner).Read(page)).ShouldNotContain("Kwame");
    }

    [Fact]
    public async Task A_session_is_changed_and_taken_away()
    {
        await using var app = await TestApp.Start();
        var worker = app.As(Role.Worker);
        var id = await Started(app);
        var session = await app.Database.Send(new HoldSession(id, app.Database.Clock.Today, 5, []));
        var address = $"/activities/{id}/sessions/{session}/change";

        (await worker.Read(address)).ShouldContain("value=\"5\"");
        (await worker.Post(address, ("HeadCount", "many"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await worker.Post(address, ("HeadCount", 7))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await worker.Post(address, [], $"/activities/{id}/sessions/{session}/drop")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await worker.Get(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_place_typed_without_script_is_found_by_its_words()
    {
        await using var app = await TestApp.Start();
        var worker = app.As(Role.Worker);
        (await worker.Post("/assets/new", ("Name", "Number Nine"), ("Kind", "Place"))).Dispose();

        using var saved = await worker.Post("/activities/new", ("Name", "Soup"), ("PlaceName", "number nine"));
        (await worker.Read(saved.Headers.Location!.ToString())).ShouldContain("Number Nine");
        using var unknown = await worker.Post("/activities/new", ("Name", "Soup"), ("PlaceName", "nowhere"));

        unknown.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await unknown.Content.ReadAsStringAsync()).ShouldContain("Nothing on the map is called");
    }

    [Fact]
    public async Task Refused_forms_keep_what_was_typed_and_script_is_only_words()
    {
        await using var app = await TestApp.Start();
        var worker = app.As(Role.Worker);
        var id = await Started(app, Script);

        using var refused = await worker.Post($"/activities/{id}/sessions/new", ("On", ""), ("HeadCount", 9), ("PersonNames", "Sheila"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("value=\"9\"");
        (await app.As(Role.Coordinator).Post($"/activities/{id}/change", ("Name", Script), ("Description", "Theirs"), ("Version", 0))).Dispose();
        using var overtaken = await worker.Post($"/activities/{id}/change", ("Name", "Mine"), ("Version", 0));
        overtaken.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var both = await overtaken.Content.ReadAsStringAsync();
        both.ShouldContain("Joan Okafor changed this while you were writing");
        both.ShouldContain("value=\"Mine\"");
        foreach (var path in new[] { "/activities", $"/activities/{id}", $"/activities/{id}/change", $"/activities/{id}/sessions/new" })
        {
            (await worker.Read(path)).ShouldNotContain(Script);
        }

        (await app.As(Role.Partner).Get($"/activities/{id}/change")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await worker.Get("/activities/99")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<ActivityId> Started(TestApp app, string name = "Soup") =>
        app.Database.Send(new StartActivity(new ActivityDetails(name, ActivityStatus.Idea, LedBy.Resident, ActivityFrequency.Weekly, Description: name)));
}
