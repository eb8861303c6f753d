using AbcdConnect.Application.Home;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Signposting;
using AbcdConnect.Testing;

namespace AbcdConnect.Application.Tests.Signposting;

public sealed class WhatStopsTests
{
    private static GivenReason Because(DidNotGoReason reason, string? words = null) => new(reason, words);

    [Fact]
    public void The_reasons_given_most_often_come_first_and_something_else_comes_last()
    {
        var learnt = WhatStopsLearner.Learn([Because(DidNotGoReason.Other), Because(DidNotGoReason.Other), Because(DidNotGoReason.Closed), Because(DidNotGoReason.Closed), Because(DidNotGoReason.Time)]);

        learnt.Reasons.Take(3).ShouldBe([DidNotGoReason.Closed, DidNotGoReason.Time, DidNotGoReason.Transport]);
        learnt.Reasons[^1].ShouldBe(DidNotGoReason.Other);
        learnt.Reasons.Order().ShouldBe(Enum.GetValues<DidNotGoReason>());
    }

    [Fact]
    public void Words_that_three_people_gave_are_offered_to_all_as_most_of_them_said_it()
    {
        var learnt = WhatStopsLearner.Learn(
        [
            Because(DidNotGoReason.Other, "nobody to mind the children"), Because(DidNotGoReason.Other, "Nobody to mind the children."), Because(DidNotGoReason.Other, "Nobody to mind the children."),
            Because(DidNotGoReason.Other, "it rained"), Because(DidNotGoReason.Other, "it rained"), Because(DidNotGoReason.Cost, "it rained"),
        ]);

        learnt.Words.ShouldBe(["Nobody to mind the children."]);
    }

    [Theory]
    [InlineData("waited for Sheila")]
    [InlineData("no bus 42")]
    [InlineData("a long story about one evening that is nobody else's")]
    [InlineData(" ")]
    public void Words_that_could_tell_of_somebody_are_offered_to_nobody(string words) =>
        WhatStopsLearner.Learn(Enumerable.Repeat(Because(DidNotGoReason.Other, words), 5)).Words.ShouldBeEmpty();

    [Fact]
    public async Task What_people_answered_is_on_the_list_of_the_next_signpost_and_one_persons_words_are_one_persons()
    {
        await using var database = await TestDatabase.Create();
        var today = database.Clock.Today;
        var kitchen = Asset.Add(database.Programme, null, today.AddDays(-90), new AssetDetails(AssetKind.Place, "The bike kitchen", NeighbourhoodId: database.Fernhill));
        await database.Add(kitchen);
        SignpostId last = default;
        foreach (var name in (string[])["Kwame", "Marta", "Dot", "Dot"])
        {
            var person = await database.AddPerson(name);
            last = await database.Send(new GiveSignpost(Guid.NewGuid(), person.Id, kitchen.Id, null, today.AddDays(-20)));
            await database.Send(new AnswerSignpost(last, SignpostAnswer.DidNotGo, today, DidNotGoReason.Other, "the weather"));
        }

        var again = await database.AddPerson("Ivo");
        foreach (var typed in (string[])["the dog", "The dog", "the dog."])
        {
            await database.Send(new AnswerSignpost(await database.Send(new GiveSignpost(Guid.NewGuid(), again.Id, kitchen.Id, null, today.AddDays(-20))), SignpostAnswer.DidNotGo, today, DidNotGoReason.Other, typed));
            // Of whom nobody knows who they were, nobody knows that they were three.
            await database.Send(new AnswerSignpost(await database.Send(new GiveSignpost(Guid.NewGuid(), null, kitchen.Id, null, today.AddDays(-20))), SignpostAnswer.DidNotGo, today, DidNotGoReason.Other, "the rain"));
        }

        (await database.Send(new OpenSignpost(last))).Stops.Words.ShouldBe(["the weather"]);
        (await database.Send(new ShowMyDay())).Stops.Words.ShouldBe(["the weather"]);
    }
}
