using AbcdConnect.Application.Access;
using AbcdConnect.Application.Activities;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Connections;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Common;

public sealed class SentOnceTests
{
    private static readonly Guid Form = Guid.Parse("6b1d0c5e-8a54-4c57-9f10-2f4f7b0c9a11");

    [Fact]
    public async Task A_person_sent_twice_is_one_person_and_the_same_answer()
    {
        await using var database = await TestDatabase.Create();

        var first = await database.Send(new MeetPerson(new PersonDetails("Sheila")) { SubmissionId = Form });
        var second = await database.Send(new MeetPerson(new PersonDetails("Sheila")) { SubmissionId = Form });

        second.ShouldBe(first);
        (await database.Db(db => db.People.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task An_asset_an_activity_a_connection_and_a_meeting_sent_twice_are_one_each()
    {
        await using var database = await TestDatabase.Create();
        var (marta, sheila) = (await database.AddPerson("Marta"), await database.AddPerson("Sheila"));

        await Twice(database, () => new AddAsset(new AssetDetails(AssetKind.Place, "Brook End")) { SubmissionId = Numbered(1) });
        await Twice(database, () => new StartActivity(new ActivityDetails("Soup", ActivityStatus.Idea, LedBy.Resident, ActivityFrequency.Weekly)) { SubmissionId = Numbered(2) });
        await Twice(database, () => new MakeConnection(ConnectionEnd.Of(marta.Id), ConnectionEnd.Of(sheila.Id), ConnectionOrigin.Existing, null, database.Clock.Today) { SubmissionId = Numbered(3) });
        await Twice(database, () => new PlanMeeting(new MeetingDetails("Round table", database.Clock.Today)) { SubmissionId = Numbered(4) }, database.Coordinator);

        (await database.Db(async db => (await db.Assets.CountAsync(), await db.Activities.CountAsync(), await db.Connections.CountAsync(), await db.Meetings.CountAsync()))).ShouldBe((1, 1, 1, 1));
    }

    [Fact]
    public async Task Two_taps_at_the_same_moment_store_once()
    {
        await using var database = await TestDatabase.Create();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => database.Send(new MeetPerson(new PersonDetails("Sheila")) { SubmissionId = Form }))));

        answers.Distinct().ShouldHaveSingleItem();
        (await database.Db(db => db.People.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_elses_number_reaches_nothing_of_theirs()
    {
        await using var database = await TestDatabase.Create();
        var aminas = await database.Send(new MeetPerson(new PersonDetails("Sheila")) { SubmissionId = Form });

        var joans = await database.Send(new MeetPerson(new PersonDetails("Kwame")) { SubmissionId = Form }, database.Coordinator);

        joans.ShouldNotBe(aminas);
    }

    [Fact]
    public async Task What_was_refused_may_be_put_right_and_sent_with_the_same_number()
    {
        await using var database = await TestDatabase.Create();
        await Should.ThrowAsync<ValidationException>(database.Send(new MeetPerson(new PersonDetails("")) { SubmissionId = Form }));
        // Refused by the handler, in the middle of the transaction.
        await Should.ThrowAsync<ValidationException>(database.Send(new MeetPerson(new PersonDetails("Sheila", NeighbourhoodId: new(99))) { SubmissionId = Form }));

        await database.Send(new MeetPerson(new PersonDetails("Sheila")) { SubmissionId = Form });

        (await database.Db(db => db.People.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_made_nothing_is_not_remembered_as_if_it_had()
    {
        await using var database = await TestDatabase.Create();
        await database.Send(new AddAsset(new AssetDetails(AssetKind.Place, "Brook End")));
        (await database.Send(new AddAsset(new AssetDetails(AssetKind.Place, "Brook End")) { SubmissionId = Form })).ShouldBeOfType<LikelyThere>();

        (await database.Send(new AddAsset(new AssetDetails(AssetKind.Place, "Brook End"), EvenIfLike: true) { SubmissionId = Form })).ShouldBeOfType<AssetAdded>();
    }

    private static async Task Twice<T>(TestDatabase database, Func<IRequest<T>> request, Viewer? viewer = null) =>
        (await database.Send(request(), viewer)).ShouldBe(await database.Send(request(), viewer));

    private static Guid Numbered(byte number) => new(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, number);
}
