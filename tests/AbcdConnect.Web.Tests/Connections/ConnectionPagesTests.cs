using System.Net;
using AbcdConnect.Domain.Access;
using AbcdConnect.Testing;

namespace AbcdConnect.Web.Tests.Connections;

public sealed class ConnectionPagesTests
{
    private const string Script = "<script>alert(1)</script>";

    [Fact]
    public async Task Introducing_asks_for_the_missing_yes_records_it_and_leads_to_a_connection()
    {
        await using var app = await TestApp.Start();
        var (marta, sheila) = (await app.Database.AddPerson("Marta"), await app.Database.AddPerson("Sheila"));
        var worker = app.As(Role.Worker);
        (string, object?)[] fields = [("From", $"person-{marta.Id}"), ("ToName", "Sheila"), ("On", "today"), ("Why", $"Crochet {Script}")];

        using var asked = await worker.Post("/introductions/new", fields);
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        var html = await asked.Content.ReadAsStringAsync();
        html.ShouldContain("Ask first.");
        html.ShouldContain("Consents[1].SaidYes");
        html.ShouldNotContain(Script);

        using var introduced = await worker.Post("/introductions/new", [.. fields,
            ("Consents[0].Person", marta.Id), ("Consents[0].SaidYes", "true"), ("Consents[0].On", "today"), ("Consents[0].How", "Spoken"),
            ("Consents[1].Person", sheila.Id), ("Consents[1].SaidYes", "true"), ("Consents[1].On", "today"), ("Consents[1].How", "Written")]);
        introduced.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = introduced.Headers.Location!.ToString();
        using var settled = await worker.Post(page, [new("Connected", "true"), new("On", "today"), new("Tie", "learns from")], page + "/outcome");
        settled.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var list = await worker.Read("/connections?q=marta");
        list.ShouldContain("Marta and Sheila");
        (await worker.Read("/connections.csv")).ShouldContain("learns from,introduced");
        (await worker.Read("/introductions")).ShouldContain("Marta to Sheila");
    }

    [Fact]
    public async Task A_connection_is_noted_and_a_change_overtaken_shows_both()
    {
        await using var app = await TestApp.Start();
        await app.Database.AddPerson("Marta");
        await app.Database.AddPerson("Sheila");
        var worker = app.As(Role.Worker);
        using var made = await worker.Post("/connections/new", ("FromName", "Marta"), ("ToName", "Sheila"), ("Tie", "neighbours"), ("Origin", "Existing"), ("BeganOn", "1 March 2020"));
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = made.Headers.Location!.ToString();
        using var first = await app.As(Role.Coordinator).Post(page + "/change", ("Version", 0), ("Tie", "Theirs"), ("Origin", "Existing"), ("BeganOn", "1 March 2020"));
        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var second = await worker.Post(page + "/change", ("Version", 0), ("Tie", "Mine"), ("Origin", "Existing"), ("BeganOn", "1 March 2020"));

        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var html = await second.Content.ReadAsStringAsync();
        html.ShouldContain("Joan Okafor changed this while you were writing");
        html.ShouldContain("Theirs");
        html.ShouldContain("Mine");
        using var nobody = await worker.Post("/connections/new", ("FromName", "Zebedee"), ("To", "person-1"), ("Origin", "Existing"), ("BeganOn", "today"));
        nobody.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }
}
