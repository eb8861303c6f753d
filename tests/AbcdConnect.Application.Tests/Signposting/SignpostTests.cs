using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Home;
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
    public async Task A_place_that_passes_somebody_on_shows_on_both_places_pages_and_is_not_the_programmes_signpost()
    {
        await using var database = await TestDatabase.Create();
        var kitchen = await Kitchen(database);
        var choir = Asset.Add(database.Programme, null, database.Clock.Today.AddDays(-90), new AssetDetails(AssetKind.Association, "The choir", NeighbourhoodId: database.Fernhill));
        await database.Add(choir);
        var kwame = await database.AddPerson("Kwame");
        var first = await database.Send(new GiveSignpost(Guid.NewGuid(), kwame.Id, kitchen.Id, null, database.Clock.Today.AddDays(-20)));

        var second = await database.Send(new GiveSignpost(Guid.NewGuid(), kwame.Id, choir.Id, null, database.Clock.Today.AddDays(-6), PassedOnFrom: first));
        await database.Send(new AnswerSignpost(second, SignpostAnswer.Attended, database.Clock.Today));

        var opened = await database.Send(new OpenSignpost(first));
        (opened.State, opened.AttendedOn).ShouldBe((SignpostState.Attended, database.Clock.Today.AddDays(-6)), "whoever was passed on from there got there");
        opened.PassedOn.ShouldHaveSingleItem().Target.ShouldBe("The choir");
        (await database.Send(new OpenSignpost(second))).PassedOnByName.ShouldBe("The bike kitchen");
        var from = (await database.Send(new ViewAsset(kitchen.Id))).Landing!.PassedOn.ShouldHaveSingleItem();
        (from.Name, from.People, from.GotThere).ShouldBe(("The choir", 1, 1));
        (await database.Send(new ViewAsset(choir.Id))).Landing!.PassedHere.ShouldHaveSingleItem().Name.ShouldBe("The bike kitchen");
        (await database.Send(new ShowMyDay())).Month.PeopleSignposted.ShouldBe(1);
        await database.Send(new GiveSignpost(Guid.NewGuid(), (await database.AddPerson("Marta")).Id, choir.Id, null, database.Clock.Today, PassedOnBy: kitchen.Id));
        (await database.Send(new ShowMyDay())).Month.PeopleSignposted.ShouldBe(1);
        (await Should.ThrowAsync<DomainRuleException>(database.Send(new GiveSignpost(Guid.NewGuid(), kwame.Id, kitchen.Id, null, database.Clock.Today, PassedOnBy: kitchen.Id)))).Message.ShouldContain("to itself");
    }

    [Fact]
    public async Task What_became_of_signposts_is_counted_compared_and_kept_small_from_those_who_may_not_know_the_people()
    {
        await using var database = await TestDatabase.Create();
        var kitchen = await Kitchen(database);
        async Task Give(int count, SignpostAnswer? answer, DidNotGoReason? reason = null)
        {
            for (var i = 0; i < count; i++)
            {
                var id = await database.Send(new GiveSignpost(Guid.NewGuid(), null, kitchen.Id, null, database.Clock.Today.AddDays(-40)));
                if (answer is { } known)
                {
                    await database.Send(new AnswerSignpost(id, known, database.Clock.Today.AddDays(-20), reason));
                }
            }
        }

        (await database.Send(new ViewAsset(kitchen.Id))).Landing!.Given.Value.ShouldBe(0);
        await Give(3, null);
        (await database.Send(new ViewAsset(kitchen.Id))).Landing!.Here.ShouldBeNull("too few to say");
        var few = (await database.Send(new ViewAsset(kitchen.Id), database.Commissioner)).Landing!;
        (few.Given.ToString(), few.NotYetKnown.Value, few.IsGuarded).ShouldBe(("<5", null, true));

        await Give(6, SignpostAnswer.Attended);
        await Give(7, SignpostAnswer.DidNotGo, DidNotGoReason.Transport);
        await Give(2, SignpostAnswer.DidNotGo, DidNotGoReason.Cost);
        var seen = (await database.Send(new ViewAsset(kitchen.Id))).Landing!;
        (seen.Given.Value, seen.GotThere.Value, seen.DidNotGo.Value, seen.NotYetKnown.Value, seen.Here).ShouldBe((18, 6, 9, 3, 33));
        seen.Reasons.Select(r => (r.Reason, r.Count.Value)).ShouldBe([(DidNotGoReason.Transport, 7), (DidNotGoReason.Cost, 2)]);

        foreach (var outside in new[] { database.Commissioner, database.Researcher, database.Partner })
        {
            var guarded = (await database.Send(new ViewAsset(kitchen.Id), outside)).Landing!;
            guarded.Given.Value.ShouldBe(20, "rounded, so that next month cannot be taken from this one");
            guarded.NotYetKnown.Value.ShouldBeNull("three are too few");
            // 20 stands for 18 to 22, 5 for 5 to 7 and 10 for 8 to 12: the three could be any of 1 to 4.
            (guarded.GotThere.Value, guarded.DidNotGo.Value).ShouldBe((5, 10));
            guarded.Here.ShouldBeNull();
            guarded.Reasons.ShouldAllBe(r => r.Count.Value == null || r.Count.Value >= 5);
        }
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
