using System.Net;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using AbcdConnect.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Web.Tests.People;

public sealed class PeoplePagesTests
{
    private const string Script = "<script>alert('x')</script>";

    [Fact]
    public async Task A_first_name_adds_somebody_and_opens_their_page()
    {
        await using var app = await TestApp.Start();
        var worker = app.As(Role.Worker);

        using var answer = await worker.Post("/people/new", ("FirstName", "Sheila"), ("NeighbourhoodId", 1));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await worker.Read(answer.Headers.Location!.ToString())).ShouldContain("What Sheila brings");
        (await worker.Read("/people?q=shei")).ShouldContain("Sheila");
        (await worker.Read("/people?q=nobody")).ShouldContain("Nobody found");
    }

    [Fact]
    public async Task No_name_is_asked_for_again_and_nothing_typed_is_lost()
    {
        await using var app = await TestApp.Start();

        using var answer = await app.As(Role.Worker).Post("/people/new", ("FirstName", ""), ("Phone", "07700 900123"));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldContain("Enter a first name, or what they like to be called");
        html.ShouldContain("07700 900123");
    }

    [Fact]
    public async Task The_first_post_shows_who_it_may_be_and_the_second_confirms()
    {
        await using var app = await TestApp.Start();
        await app.Database.AddPerson("Elizabeth");
        var worker = app.As(Role.Worker);

        using var asked = await worker.Post("/people/new", ("FirstName", "Liz"), ("NeighbourhoodId", 1), ("Language", "Welsh"));
        var html = await asked.Content.ReadAsStringAsync();
        html.ShouldContain("You may know them already");
        html.ShouldContain("Elizabeth and Liz can be the same name and also in Fernhill");
        html.ShouldContain("value=\"Welsh\"");

        using var added = await worker.Post("/people/new", ("FirstName", "Liz"), ("NeighbourhoodId", 1), ("SomebodyElse", "true"));
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Database.Db(db => db.People.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task Thats_them_opens_the_known_person_with_what_was_typed()
    {
        await using var app = await TestApp.Start();
        var elizabeth = await app.Database.AddPerson("Elizabeth");
        var worker = app.As(Role.Worker);

        using var answer = await worker.Post("/people/new", ("FirstName", "Liz"), ("Phone", "07700 900123"), ("existing", elizabeth.Id));

        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldContain($"action=\"/people/{elizabeth.Id}/change\"");
        html.ShouldContain("value=\"07700 900123\"");
        html.ShouldContain("value=\"Liz\"");
        (await app.Database.Db(db => db.People.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Those_they_may_be_are_told_while_typing_and_not_asked_about_again()
    {
        await using var app = await TestApp.Start();
        var sheila = await app.Database.AddPerson("Sheila", with: d => d with { LastName = "Morris" });
        var worker = app.As(Role.Worker);
        (string, object?)[] typed = [("FirstName", "Sheila"), ("LastName", "Morris"), ("SubmissionId", Guid.NewGuid())];

        using var told = await worker.Post("/people/new", typed.Select(t => KeyValuePair.Create(t.Item1, t.Item2!.ToString()!)), "/people/likely");
        var part = await told.Content.ReadAsStringAsync();
        part.ShouldContain("You may know them already");
        part.ShouldContain($"name=\"Seen\" value=\"{sheila.Id}\"");
        part.ShouldNotContain("<html");
        using var nobody = await worker.Post("/people/new", [KeyValuePair.Create("FirstName", "Zebedee")], "/people/likely");
        nobody.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        using var saved = await worker.Post("/people/new", [.. typed, ("Seen", sheila.Id)]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_same_form_sent_twice_adds_one_person_and_shows_the_same_page()
    {
        await using var app = await TestApp.Start();
        var worker = app.As(Role.Worker);
        (string, object?)[] form = [("FirstName", "Sheila"), ("NeighbourhoodId", 1), ("SubmissionId", Guid.NewGuid())];

        using var first = await worker.Post("/people/new", form);
        using var second = await worker.Post("/people/new", form);

        second.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        second.Headers.Location.ShouldBe(first.Headers.Location);
        (await app.Database.Db(db => db.People.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_form_shown_again_keeps_its_number_and_a_new_one_gets_its_own()
    {
        await using var app = await TestApp.Start();
        var worker = app.As(Role.Worker);
        var number = Guid.NewGuid();

        using var refused = await worker.Post("/people/new", ("FirstName", ""), ("SubmissionId", number));

        (await refused.Content.ReadAsStringAsync()).ShouldContain($"name=\"SubmissionId\" value=\"{number}\"");
        (await worker.Read("/people/new")).ShouldNotContain(number.ToString());
        (await worker.Read("/people/new")).ShouldContain("name=\"SubmissionId\" value=\"");
    }

    [Fact]
    public async Task An_overtaken_change_shows_both_versions_and_saving_again_keeps_yours()
    {
        await using var app = await TestApp.Start();
        var sheila = await app.Database.AddPerson("Sheila");
        var worker = app.As(Role.Worker);
        await app.Database.Send(new ChangePerson(sheila.Id, 0, sheila.ToDetails() with { LastName = "Morris", NeighbourhoodId = app.Database.HarbourWard }), app.Database.Coordinator);
        await app.Database.Send(new ChangePerson(sheila.Id, 1, sheila.ToDetails() with { LastName = "Morris" }), app.Database.Coordinator);

        using var overtaken = await worker.Post($"/people/{sheila.Id}/change", ("FirstName", "Sheila"), ("LastName", "Norris"), ("NeighbourhoodId", 1), ("Version", 0));

        overtaken.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var html = await overtaken.Content.ReadAsStringAsync();
        html.ShouldContain("Joan Okafor changed this while you were writing");
        html.ShouldContain($"Saved on {UkText.Moment(app.Database.Clock.GetUtcNow())}");
        html.ShouldContain("Morris");
        html.ShouldContain("value=\"Norris\"");
        html.ShouldContain("name=\"Version\" value=\"2\"");
        using var again = await worker.Post($"/people/{sheila.Id}/change", ("FirstName", "Sheila"), ("LastName", "Norris"), ("NeighbourhoodId", 1), ("Version", 2));
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Script_in_any_text_is_shown_as_text()
    {
        await using var app = await TestApp.Start();
        var person = await app.Database.AddPerson(Script, with: d => d with { LastName = Script, KnownAs = Script, Language = Script, ContactPreference = Script, Phone = Script, Email = Script });
        await app.Database.Send(new AddGift(person.Id, GiftDirection.Gift, GiftKind.Hands, null, Script));
        var worker = app.As(Role.Worker);

        foreach (var page in new[] { "/people", $"/people/{person.Id}", $"/people/{person.Id}/change", $"/people/{person.Id}/gifts/new", $"/people/{person.Id}/consents/new", $"/people/{person.Id}/merge", "/gifts" })
        {
            (await worker.Read(page)).ShouldNotContain("<script>alert", customMessage: page);
        }
    }

    [Fact]
    public async Task A_gift_a_yes_and_a_merge_are_made_from_the_page_and_undone()
    {
        await using var app = await TestApp.Start();
        var (sheila, shelagh) = (await app.Database.AddPerson("Sheila"), await app.Database.AddPerson("Shelagh", with: d => d with { Phone = "07700 900123" }));
        var worker = app.As(Role.Worker);

        using var gift = await worker.Post($"/people/{sheila.Id}/gifts/new", ("Direction", "Gift"), ("Kind", "Hands"), ("Words", "Crochet"));
        gift.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var yes = await worker.Post($"/people/{sheila.Id}/consents/new", ("Use", "KeepInTouch"), ("GivenOn", "yesterday"), ("How", "Spoken"));
        yes.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var noAgency = await worker.Post($"/people/{sheila.Id}/consents/new", ("Use", "ShareWithAgency"), ("GivenOn", "today"), ("How", "Spoken"));
        noAgency.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await worker.Read($"/people/{sheila.Id}")).ShouldContain("Crochet");

        (await worker.Read($"/people/{sheila.Id}/merge?with={shelagh.Id}")).ShouldContain("07700 900123");
        using var merged = await worker.Post($"/people/{sheila.Id}/merge?with={shelagh.Id}", [new("With", shelagh.Id.ToString()), new("Version", "0"), new("OtherVersion", "0"), new("Theirs", "Phone")], $"/people/{sheila.Id}/merge");
        merged.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var old = await worker.Get($"/people/{shelagh.Id}");
        old.Headers.Location!.ToString().ShouldBe($"/people/{sheila.Id}");

        var html = await worker.Read($"/people/{sheila.Id}");
        html.ShouldContain("07700 900123");
        using var undone = await worker.Post($"/people/{sheila.Id}", [], "/merges/1/undo");
        undone.Headers.Location!.ToString().ShouldBe($"/people/{shelagh.Id}");
    }

    [Fact]
    public async Task A_gift_that_somebody_else_put_right_first_is_shown_in_both_wordings_and_saved_on_the_second_press()
    {
        await using var app = await TestApp.Start();
        var sheila = await app.Database.AddPerson("Sheila");
        var worker = app.As(Role.Worker);
        (await worker.Post($"/people/{sheila.Id}/gifts/new", ("Direction", "Gift"), ("Kind", "Hands"), ("Words", "Croshay"))).Dispose();
        using var first = await app.As(Role.Coordinator).Post("/gifts/1/change", ("Direction", "Gift"), ("Kind", "Hands"), ("Words", "Crochet"), ("Version", 0));
        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var second = await worker.Post("/gifts/1/change", ("Direction", "Gift"), ("Kind", "Head"), ("Words", "Crochet and knitting"), ("Version", 0));

        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var html = await second.Content.ReadAsStringAsync();
        html.ShouldContain("Crochet");
        html.ShouldContain("Crochet and knitting");
        html.ShouldContain("name=\"Version\" value=\"1\"");
        using var again = await worker.Post("/gifts/1/change", ("Direction", "Gift"), ("Kind", "Head"), ("Words", "Crochet and knitting"), ("Version", 1));
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await worker.Read($"/people/{sheila.Id}")).ShouldContain("Crochet and knitting");
    }

    [Fact]
    public async Task The_csv_holds_the_same_people_and_no_formula()
    {
        await using var app = await TestApp.Start();
        await app.Database.AddPerson("=cmd", with: d => d with { LastName = "Smith" });
        await app.Database.AddPerson("Kwame");

        var csv = await app.As(Role.Worker).Read("/people.csv?q=smith");

        csv.ShouldContain("'=cmd");
        csv.ShouldNotContain("Kwame");
        (await app.As(Role.Worker).Read("/gifts.csv")).ShouldContain("In their words");
    }

    [Fact]
    public async Task Names_are_suggested_as_json()
    {
        await using var app = await TestApp.Start();
        var sheila = await app.Database.AddPerson("Sheila");

        (await app.As(Role.Worker).Read("/people/suggest?q=she")).ShouldBe($$"""[{"id":{{sheila.Id}},"label":"Sheila","detail":"Fernhill"}]""");
    }

    [Fact]
    public async Task Another_neighbourhoods_person_is_not_there()
    {
        await using var app = await TestApp.Start();
        var kwame = await app.Database.AddPerson("Kwame", app.Database.HarbourWard);
        var worker = app.As(Role.Worker);

        foreach (var page in new[] { $"/people/{kwame.Id}", $"/people/{kwame.Id}/change", $"/people/{kwame.Id}/gifts/new", $"/people/{kwame.Id}/merge" })
        {
            (await worker.Get(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
        }
    }

    [Fact]
    public async Task An_administrator_keeps_the_words_and_does_what_the_law_gives_people()
    {
        await using var app = await TestApp.Start();
        var sheila = await app.Database.AddPerson("Sheila");
        var administrator = app.As(Role.Administrator);

        using var added = await administrator.Post("/taxonomy/new", ("Kind", "Hands"), ("Group", "Mending"), ("Name", "Bike repair"), ("Synonyms", "punctures"));
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await administrator.Read("/taxonomy?q=punct")).ShouldContain("Bike repair");
        (await administrator.Read("/gifts/suggest?q=punct")).ShouldContain("Bike repair");

        using var copy = await administrator.Post($"/data-protection/{sheila.Id}", [new("format", "html")], $"/data-protection/{sheila.Id}/copy");
        (await copy.Content.ReadAsStringAsync()).ShouldContain("Sheila");
        using var json = await administrator.Post($"/data-protection/{sheila.Id}", [new("format", "json")], $"/data-protection/{sheila.Id}/copy");
        json.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");

        using var unsure = await administrator.Post($"/data-protection/{sheila.Id}", [new("confirm", "")], $"/data-protection/{sheila.Id}/forget");
        unsure.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var sure = await administrator.Post($"/data-protection/{sheila.Id}", [new("confirm", sheila.Id.ToString())], $"/data-protection/{sheila.Id}/forget");
        sure.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await administrator.Read($"/data-protection/{sheila.Id}")).ShouldContain("was removed on");
        (await app.As(Role.Coordinator).Get("/data-protection")).IsSuccessStatusCode.ShouldBeFalse();
    }
}
