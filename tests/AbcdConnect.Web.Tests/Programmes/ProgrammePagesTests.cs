using System.Net;
using AbcdConnect.Application.Programmes;
using AbcdConnect.Domain.Access;
using AbcdConnect.Testing;

namespace AbcdConnect.Web.Tests.Programmes;

public sealed class ProgrammePagesTests
{
    [Fact]
    public async Task A_coordinator_sets_the_programme_up_from_its_pages()
    {
        await using var app = await TestApp.Start();
        var joan = app.As(Role.Coordinator);

        using (await joan.Post("/programme/neighbourhoods/new", ("Name", "Mill Lane"), ("Code", "Z05000009"), ("Population", 4200))) { }
        using (await joan.Post("/programme/targets/new", ("Metric", "NewConversations"), ("Amount", 70), ("Per", "Month"), ("PerFte", "0.5"), ("From", "April 2026"))) { }
        using (await joan.Post("/programme/staffing/new", ("Worker", 1), ("Fte", "0.5"), ("From", "2026-04"))) { }

        (await joan.Read("/programme")).ShouldContain("<strong>0.5</strong>");
        (await joan.Read("/programme/neighbourhoods")).ShouldSatisfyAllConditions(p => p.ShouldContain("Mill Lane"), p => p.ShouldContain("aria-label=\"The boundary of Fernhill\""), p => p.ShouldContain("4,200"));
        (await joan.Read("/programme/targets")).ShouldContain("70 a month");
        (await joan.Read("/programme/staffing")).ShouldContain("Amina Yusuf");
        (await joan.Read("/programme/staffing.csv")).ShouldContain("Amina Yusuf,0.5,2026-04");
        (await joan.Read("/programme/neighbourhoods/3")).ShouldContain("Z05000009");
    }

    [Fact]
    public async Task A_month_that_is_none_is_asked_about_and_never_taken_for_nothing()
    {
        await using var app = await TestApp.Start();

        using var refused = await app.As(Role.Coordinator).Post("/programme/targets/new", ("Metric", "NewConversations"), ("Amount", 70), ("Per", "Month"), ("From", "April 2026"), ("To", "some day"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await refused.Content.ReadAsStringAsync();
        page.ShouldContain("Enter a month such as April 2026");
        page.ShouldContain("value=\"some day\"");
    }

    [Fact]
    public async Task A_worker_sees_the_programme_and_finds_its_forms_shut()
    {
        await using var app = await TestApp.Start();
        var amina = app.As(Role.Worker);

        (await amina.Read("/programme")).ShouldNotContain("/programme/change");
        using var shut = await amina.Get("/programme/targets/new");
        shut.IsSuccessStatusCode.ShouldBeFalse();
        using var none = await amina.Get("/programme/neighbourhoods/99");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_overtaken_change_of_the_programme_shows_both_versions()
    {
        await using var app = await TestApp.Start();
        var seen = await app.Database.Send(new SeeProgramme(), app.Database.Coordinator);
        await app.Database.Send(new ChangeProgramme("Saved first", null, seen.StartsOn, seen.Version), app.Database.Coordinator);

        using var overtaken = await app.As(Role.Coordinator).Post("/programme/change", ("Name", "Typed meanwhile"), ("StartsOn", "1 September 2025"), ("Version", seen.Version));

        overtaken.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await overtaken.Content.ReadAsStringAsync();
        page.ShouldContain("Saved first");
        page.ShouldContain("value=\"Typed meanwhile\"");
    }

    [Theory]
    [InlineData("""{"type":"Polygon","coordinates":"nonsense"}""")]
    [InlineData("not json")]
    [InlineData("""{"type":"Point","coordinates":[1,2]}""")]
    public void A_boundary_that_cannot_be_drawn_is_left_out(string boundary) => Features.Programmes.BoundaryPicture.Of(boundary).ShouldBeNull();

    [Fact]
    public void A_boundary_is_drawn_north_up_and_as_wide_as_it_is_on_the_ground()
    {
        var picture = Features.Programmes.BoundaryPicture.Of("""{"type":"Polygon","coordinates":[[[0,60],[2,60],[2,61],[0,61],[0,60]]]}""")!;

        // Two degrees of longitude at 60° north are about as long as one of latitude.
        (picture.Width / picture.Height).ShouldBe(1, 0.03);
        picture.Path.ShouldStartWith($"M0 {picture.Height.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
    }
}
