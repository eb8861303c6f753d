using AbcdConnect.Application.People;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;

namespace AbcdConnect.Application.Tests.People;

public sealed class LikelyPeopleTests
{
    [Fact]
    public async Task A_nickname_in_the_same_neighbourhood_is_likely_and_says_why()
    {
        await using var database = await TestDatabase.Create();
        await database.AddPerson("Elizabeth");
        await database.AddPerson("Norman");

        var likely = await database.Send(new LikelyPeople(new PersonDetails("Liz", NeighbourhoodId: database.Fernhill)));

        likely.ShouldHaveSingleItem().Why.ShouldBe("Elizabeth and Liz can be the same name and also in Fernhill");
    }

    [Fact]
    public async Task The_same_name_with_and_without_accents_is_likely()
    {
        await using var database = await TestDatabase.Create();
        await database.AddPerson("Małgorzata", with: d => d with { LastName = "Wójcik" });

        var likely = await database.Send(new LikelyPeople(new PersonDetails("Malgorzata", "Wojcik")));

        likely.ShouldHaveSingleItem().Why.ShouldBe("Same first name and same last name");
    }

    [Fact]
    public async Task A_telephone_number_alone_is_enough_however_it_is_typed()
    {
        await using var database = await TestDatabase.Create();
        await database.AddPerson("Tariq", with: d => d with { Phone = "07700 900123" });

        var likely = await database.Send(new LikelyPeople(new PersonDetails("Uncle T", Phone: "+447700900123")));

        likely.ShouldHaveSingleItem().Why.ShouldBe("Same telephone number");
    }

    [Fact]
    public async Task The_same_first_name_with_another_last_name_is_somebody_else()
    {
        await using var database = await TestDatabase.Create();
        await database.AddPerson("John", with: d => d with { LastName = "Okafor" });

        (await database.Send(new LikelyPeople(new PersonDetails("John", "Pemberton", NeighbourhoodId: database.Fernhill)))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_the_viewer_may_not_know_of_is_given_away()
    {
        await using var database = await TestDatabase.Create();
        await database.AddPerson("Kwame", database.HarbourWard, d => d with { Phone = "07700 900123" });

        (await database.Send(new LikelyPeople(new PersonDetails("Kwame", Phone: "07700 900123")))).ShouldBeEmpty();
    }
}
