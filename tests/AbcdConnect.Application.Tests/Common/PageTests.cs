using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;

namespace AbcdConnect.Application.Tests.Common;

public sealed class PageTests
{
    [Fact]
    public async Task A_long_list_is_counted_up_to_a_bound_that_moves_on_with_the_reader()
    {
        await using var database = await TestDatabase.Create();
        await database.Add([.. Enumerable.Range(0, 1_060).Select(i => Person.Meet(database.Programme, null, database.Clock.Today, new PersonDetails($"Person {i:0000}", NeighbourhoodId: database.Fernhill)))]);

        var first = await database.Send(new ListPeople(new ListRequest()), database.Coordinator);
        var later = await database.Send(new ListPeople(new ListRequest(Page: 30)), database.Coordinator);
        var last = await database.Send(new ListPeople(new ListRequest(Page: 43)), database.Coordinator);

        (first.Total, first.MoreThanCounted).ShouldBe((Page<PersonRow>.MostCounted, true));
        (later.Total, later.Pages).ShouldBe((1_060, 43));
        last.Items.Select(p => p.FirstName).ShouldBe(Enumerable.Range(1_050, 10).Select(i => $"Person {i:0000}"));
    }
}
