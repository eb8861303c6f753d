using AbcdConnect.Application.Common;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Signposting;
using AbcdConnect.Testing;
using FluentValidation;

namespace AbcdConnect.Application.Tests.Signposting;

public sealed class SignpostTests
{
    private static async Task<Asset> Kitchen(TestDatabase database, DateOnly? closed = null)
    {
        var asset = Asset.Add(database.Programme, null, database.Clock.Today.AddDays(-90), new AssetDetails(AssetKind.Place, "The bike kitchen", NeighbourhoodId: database.Fernhill));
        if (closed is { } on)
        {
            asset.Close(on);
        }

        await database.Add(asset);
        return asset;
    }

    [Fact]
    public async Task A_signpost_to_a_closed_asset_is_refused_and_says_when_it_closed()
    {
        await using var database = await TestDatabase.Create();
        var kitchen = await Kitchen(database, new DateOnly(2026, 11, 1));

        var refused = await Should.ThrowAsync<DomainRuleException>(database.Send(new GiveSignpost(Guid.NewGuid(), null, kitchen.Id, null, database.Clock.Today)));

        refused.Message.ShouldBe("The bike kitchen closed on 1 November 2026.");
    }

    [Fact]
    public async Task Given_answered_and_found_again_by_state_name_and_day()
    {
        await using var database = await TestDatabase.Create();
        var kitchen = await Kitchen(database);
        var kwame = await database.AddPerson("Kwame");
        var request = new GiveSignpost(Guid.NewGuid(), kwame.Id, kitchen.Id, null, database.Clock.Today.AddDays(-20));
        var id = await database.Send(request);
        (await database.Send(request)).ShouldBe(id);

        (await database.Send(new ListSignposts(new ListRequest("bike kwa"), Due: true))).Items.ShouldHaveSingleItem().Person!.Name.ShouldBe("Kwame");
        await database.Send(new AnswerSignpost(id, SignpostAnswer.Attended, database.Clock.Today.AddDays(-6)));

        (await database.Send(new ListSignposts(new ListRequest(), Due: true))).Items.ShouldBeEmpty();
        (await database.Send(new ListSignposts(new ListRequest(Sort: "due"), SignpostState.Attended, database.Fernhill, database.Worker.UserId))).Items.Count.ShouldBe(1);
        (await database.Send(new ListSignposts(new ListRequest("sheila")))).Items.ShouldBeEmpty();
        (await database.Send(new OpenSignpost(id))).FollowUpDue.ShouldBe(database.Clock.Today.AddDays(64));
    }

    [Fact]
    public async Task Somebody_elses_neighbours_signpost_is_not_found_and_a_partner_needs_their_yes()
    {
        await using var database = await TestDatabase.Create();
        var kitchen = await Kitchen(database);
        var kwame = await database.AddPerson("Kwame", database.HarbourWard);
        var id = await database.Send(new GiveSignpost(Guid.NewGuid(), kwame.Id, kitchen.Id, null, database.Clock.Today), database.Coordinator);

        await Should.ThrowAsync<NotFoundException>(database.Send(new OpenSignpost(id)));
        await Should.ThrowAsync<NotFoundException>(database.Send(new AnswerSignpost(id, SignpostAnswer.Attended, database.Clock.Today)));
        await Should.ThrowAsync<NotFoundException>(database.Send(new OpenSignpost(id), database.Partner));
        await database.Add(Consent.Give(kwame.Id, ConsentUse.ShareWithAgency, database.Housing, database.Clock.Today, ConsentHow.Spoken, null, null));
        (await database.Send(new OpenSignpost(id), database.Partner)).Person!.Name.ShouldBe("Kwame");
    }

    [Fact]
    public async Task Not_going_needs_a_reason_and_an_older_version_is_refused()
    {
        await using var database = await TestDatabase.Create();
        var kitchen = await Kitchen(database);
        var id = await database.Send(new GiveSignpost(Guid.NewGuid(), null, kitchen.Id, null, database.Clock.Today));
        var version = (await database.Send(new OpenSignpost(id))).Version;

        await Should.ThrowAsync<ValidationException>(database.Send(new AnswerSignpost(id, SignpostAnswer.DidNotGo, database.Clock.Today)));
        await database.Send(new AnswerSignpost(id, SignpostAnswer.Contacted, database.Clock.Today, Version: version));
        await Should.ThrowAsync<OvertakenException>(database.Send(new AnswerSignpost(id, SignpostAnswer.DidNotGo, database.Clock.Today, DidNotGoReason.Cost, Version: version)));
    }
}
