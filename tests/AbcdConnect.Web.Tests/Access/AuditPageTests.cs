using System.Net;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Web.Tests.Access;

public sealed class AuditPageTests
{
    [Fact]
    public async Task A_change_is_shown_with_before_and_after_and_in_the_file()
    {
        await using var app = await TestApp.Start();
        var person = await app.Database.AddPerson("<b>Sheila</b>");
        await app.Database.Db(async db =>
        {
            (await db.People.SingleAsync()).Change(new PersonDetails("Shelagh", NeighbourhoodId: app.Database.Fernhill));
            return await db.SaveChangesAsync();
        });
        var administrator = app.As(Role.Administrator);

        var html = await administrator.Read($"/audit?Record=Person&RecordId={person.Id}");
        html.ShouldContain("<ins>Shelagh</ins>");
        html.ShouldContain("&lt;b&gt;Sheila&lt;/b&gt;");
        html.ShouldContain("Joan Okafor");
        (await administrator.Read($"/audit.csv?Record=Person&RecordId={person.Id}")).ShouldContain("→ Shelagh");
        (await administrator.Read("/audit?Record=Story")).ShouldContain("No changes like that");
        using var nonsense = await administrator.Get("/audit?From=nonsense&By=x&page=-3");
        nonsense.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_button_says_that_the_chain_holds_or_names_the_first_broken_entry()
    {
        await using var app = await TestApp.Start();
        var administrator = app.As(Role.Administrator);
        using var whole = await administrator.Post("/audit", [], "/audit/verify");
        whole.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await administrator.Read("/audit")).ShouldContain("The chain holds");

        await app.Database.Db(db => db.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET What = 'Removed' WHERE Sequence = 3"));

        using var broken = await administrator.Post("/audit", [], "/audit/verify");
        (await broken.Content.ReadAsStringAsync()).ShouldContain("Entry 3:");
    }
}
