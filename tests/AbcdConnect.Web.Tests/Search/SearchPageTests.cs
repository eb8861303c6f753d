using AbcdConnect.Domain.Access;
using AbcdConnect.Testing;

namespace AbcdConnect.Web.Tests.Search;

public sealed class SearchPageTests
{
    [Fact]
    public async Task One_box_finds_people_and_says_what_to_do_when_there_is_nothing()
    {
        await using var app = await TestApp.Start();
        var sheila = await app.Database.AddPerson("Sheila");
        var worker = app.As(Role.Worker);

        (await worker.Read("/search?q=shei")).ShouldContain($"href=\"/people/{sheila.Id}\"");
        (await worker.Read("/search?q=zzzz")).ShouldContain("Nothing found");
        (await worker.Read("/search?q=z")).ShouldContain("at least two letters");
        (await worker.Read("/search")).ShouldContain("The beginning of a word is enough");
        (await worker.Read("/search?q=%3Cscript%3Ealert(1)%3C/script%3E")).ShouldNotContain("<script>alert");
        (await app.As(Role.Commissioner).Get("/search?q=shei")).IsSuccessStatusCode.ShouldBeFalse();
    }
}
