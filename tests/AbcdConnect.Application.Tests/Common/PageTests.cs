using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;

namespace AbcdConnect.Application.Tests.Common;

public sealed class PageTests
{
    [Fact]
    public async Task A_long_list_is_counted_up_to_a_bound_and_beyond_it_says_that_there_is_more()
    {
        await using var database = await TestDatabase.Create();
        await database.Add([.. Enumerable.Range(0, 1_060).Select(i => Person.Meet(database.Programme, null, database.Clock.Today, new PersonDetails($"Person {i:0000}", NeighbourhoodId: database.Fernhill)))]);

        var first = await database.Send(new ListPeople(new ListRequest()), database.Coordinator);
        var later = await database.Send(new ListPeople(new ListRequest(Page: 30)), database.Coordinator);
        var last = await database.Send(new ListPeople(new ListRequest(Page: 43)), database.Coordinator);

        (first.Total, first.MoreThanCounted).ShouldBe((Page<PersonRow>.MostCounted, true));
        (later.Items.Count, later.Total, later.Pages, later.MoreThanCounted).ShouldBe((25, 751, 31, true));
        (last.Total, last.Pages).ShouldBe((1_060, 43));
        last.Items.Select(p => p.FirstName).ShouldBe(Enumerable.Range(1_050, 10).Select(i => $"Person {i:0000}"));
    }
}
