using System.Net;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;

namespace AbcdConnect.Web.Tests.Outcomes;

public sealed class StoryPagesTests
{
    private const string Script = "<script>alert(1)</script>";

    [Fact]
    public async Task Without_consent_the_page_says_so_offers_to_write_it_down_and_keeps_the_story()
    {
        await using var app = await TestApp.Start();
        var sheila = await app.Database.AddPerson("Sheila");
        var amina = app.As(Role.Worker);

        (await amina.Read($"/stories/new?person={sheila.Id}")).ShouldContain("has not said yet that their story may be used");
        using var refused = await amina.Post($"/stories/new?person={sheila.Id}", Fields("The key", "I hold the key."));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await refused.Content.ReadAsStringAsync();
        page.ShouldContain($"/people/{sheila.Id}/consents/new");
        page.ShouldContain("I hold the key.</textarea>");
    }

    [Fact]
    public async Task A_story_is_told_in_its_language_changed_and_withdrawn()
    {
        await using var app = await TestApp.Start();
        var amina = app.As(Role.Worker);
        var sheila = await Consenting(app);

        using (var told = await amina.Post($"/stories/new?person={sheila.Id}", [.. Fields("Klucz", "Mam klucz.", "pl"), ("Uses", "Picture")]))
        {
            told.Headers.Location!.ToString().ShouldBe("/stories/1");
        }

        (await amina.Read("/stories/1")).ShouldContain("<blockquote class=\"abcd-quote\" lang=\"pl\" dir=\"auto\">");
        using (var refused = await amina.Post("/stories/1", [new("Shows", "Sheila z kluczem")], "/stories/1/picture"))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await refused.Content.ReadAsStringAsync()).ShouldContain("name=\"Shows\" value=\"Sheila z kluczem\"", customMessage: "what was typed stays");
        }

        using (await amina.Post("/stories/1/change", Fields("Klucz w czwartki", "Mam klucz.", "pl", 0))) { }
        using (var overtaken = await amina.Post("/stories/1/change", Fields("Klucze", "Mam klucz.", "pl", 0)))
        {
            overtaken.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await overtaken.Content.ReadAsStringAsync()).ShouldContain("Klucz w czwartki");
        }

        using (await amina.Post("/stories/1", [], "/stories/1/withdraw")) { }
        (await amina.Read("/stories")).ShouldContain("withdrawn 12 November 2026");
        (await amina.Read("/stories.csv?usable=false")).ShouldContain("Klucz w czwartki,Polish,2026-11-12,Sheila,Fernhill");
    }

    [Fact]
    public async Task What_was_ticked_and_typed_for_a_panel_stays_when_it_is_refused()
    {
        await using var app = await TestApp.Start();
        var (amina, joan) = (app.As(Role.Worker), app.As(Role.Coordinator));
        var sheila = await Consenting(app);
        foreach (var title in new[] { "The key", "The bench" })
        {
            using (await amina.Post($"/stories/new?person={sheila.Id}", [.. Fields(title, "It changed."), ("Uses", "Reports")])) { }
        }

        using (var refused = await joan.Post("/stories/rounds", ("question", "Which?"), ("panel", "Two residents"), ("stories", 2)))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await refused.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(p => p.ShouldContain("value=\"Two residents\""), p => p.ShouldContain("name=\"stories\" value=\"2\" checked"), p => p.ShouldNotContain("name=\"stories\" value=\"1\" checked"));
        }

        using (await joan.Post("/stories/rounds", ("question", "Which?"), ("stories", 1), ("stories", 2))) { }
        using (await joan.Post("/stories/rounds/1", [new("story", "1"), new("chosen", "false"), new("why", "Smaller.")], "/stories/rounds/1/choose")) { }
        (await joan.Read("/stories/rounds/1")).ShouldContain(">Smaller.</textarea>", customMessage: "a reason is changed and not typed anew");
        using var open = await joan.Post("/stories/rounds/1", [new("learnt", "Who holds the key")], "/stories/rounds/1/close");
        open.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await open.Content.ReadAsStringAsync()).ShouldContain(">Who holds the key</textarea>");
    }

    [Fact]
    public async Task Script_in_a_story_is_shown_as_words()
    {
        await using var app = await TestApp.Start();
        var amina = app.As(Role.Worker);
        var sheila = await Consenting(app);
        using (await amina.Post($"/stories/new?person={sheila.Id}", Fields(Script, Script))) { }

        foreach (var path in new[] { "/stories", "/stories/1", "/stories/1/change" })
        {
            (await amina.Read(path)).ShouldNotContain(Script);
        }
    }

    private static (string Name, object? Value)[] Fields(string title, string words, string language = "en-GB", long version = 0) =>
        [("Title", title), ("Words", words), ("Language", language), ("ToldOn", "today"), ("Version", version)];

    private static async Task<Person> Consenting(TestApp app)
    {
        var sheila = await app.Database.AddPerson("Sheila");
        await app.Database.Add(Consent.Give(sheila.Id, ConsentUse.UseMyStory, null, app.Database.Clock.Today, ConsentHow.Spoken, null, null));
        return sheila;
    }
}
