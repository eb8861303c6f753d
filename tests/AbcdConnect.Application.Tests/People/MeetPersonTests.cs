using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using FluentValidation;

namespace AbcdConnect.Application.Tests.People;

public sealed class MeetPersonTests
{
    [Fact]
    public async Task A_first_name_is_enough()
    {
        await using var database = await TestDatabase.Create();

        var id = await database.Send(new MeetPerson(new PersonDetails("Sheila", NeighbourhoodId: database.Fernhill)));

        var listed = await database.Send(new ListPeople(new ListRequest()));
        listed.Items.ShouldHaveSingleItem().Id.ShouldBe(id);
    }

    [Fact]
    public async Task No_name_at_all_is_refused_and_says_what_is_enough()
    {
        await using var database = await TestDatabase.Create();

        var refused = await Should.ThrowAsync<ValidationException>(database.Send(new MeetPerson(new PersonDetails(" "))));

        refused.Errors.ShouldHaveSingleItem().ErrorMessage.ShouldBe("Enter a first name, or what they like to be called");
    }

    [Fact]
    public async Task Somebody_in_another_workers_neighbourhood_is_not_listed()
    {
        await using var database = await TestDatabase.Create();
        await database.AddPerson("Kwame", database.HarbourWard);

        (await database.Send(new ListPeople(new ListRequest()))).Items.ShouldBeEmpty();
        (await database.Send(new ListPeople(new ListRequest()), database.Coordinator)).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_commissioner_may_not_even_ask()
    {
        await using var database = await TestDatabase.Create();

        await Should.ThrowAsync<NotAllowedException>(database.Send(new ListPeople(new ListRequest()), database.Commissioner));
    }
}
