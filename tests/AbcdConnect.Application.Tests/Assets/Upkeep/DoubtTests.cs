using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Map;
using AbcdConnect.Application.Assets.Upkeep;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Home;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Signposting;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Assets.Upkeep;

public sealed class DoubtTests
{
    [Fact]
    public async Task A_signpost_that_found_it_closed_speaks_against_the_entry_until_it_is_taken_back_or_somebody_checks()
    {
        await using var database = await TestDatabase.Create();
        var hall = await Hall(database, "Hall");
        var signpost = await Signposted(database, hall);
        var fresh = (await database.Send(new ViewAsset(hall))).Freshness;

        var ticket = await database.Send(new AnswerSignpost(signpost, SignpostAnswer.DidNotGo, database.Clock.Today, DidNotGoReason.Closed));

        var doubted = await database.Send(new ViewAsset(hall));
        doubted.Doubted.ShouldBeTrue();
        doubted.Freshness.ShouldBeLessThan(fresh);
        var doubt = doubted.Doubts.ShouldHaveSingleItem();
        (doubt.Kind, doubt.By, doubt.Words).ShouldBe((DoubtKind.FoundClosed, "Amina Yusuf", null));

        await database.Send(new TakeBackAnswer(ticket!.Value));
        (await database.Send(new ViewAsset(hall))).Freshness.ShouldBe(fresh, 1e-9);

        await database.Send(new AnswerSignpost(signpost, SignpostAnswer.DidNotGo, database.Clock.Today, DidNotGoReason.Closed));
        await database.Send(new ConfirmAsset(hall));
        var settled = await database.Send(new ViewAsset(hall));
        (settled.Doubted, settled.Doubts.Count).ShouldBe((false, 0));
        (await database.Db(db => db.AssetDoubts.SingleAsync())).SettledBy.ShouldBe(database.Worker.UserId);
    }

    [Theory]
    [InlineData(DidNotGoReason.Transport)]
    [InlineData(DidNotGoReason.Other)]
    public async Task Another_reason_says_nothing_of_the_place(DidNotGoReason reason)
    {
        await using var database = await TestDatabase.Create();
        var hall = await Hall(database, "Hall");
        var signpost = await Signposted(database, hall);

        await database.Send(new AnswerSignpost(signpost, SignpostAnswer.DidNotGo, database.Clock.Today, reason));

        (await database.Send(new ViewAsset(hall))).Doubted.ShouldBeFalse();
    }

    [Fact]
    public async Task The_list_puts_the_stalest_first_and_shows_only_those_to_ask_about()
    {
        await using var database = await TestDatabase.Create();
        var (club, library, doubted) = (await Hall(database, "Club", AssetKind.Association), await Hall(database, "Library", AssetKind.Institution), await Hall(database, "Doubted", AssetKind.Institution));
        await database.Send(new DoubtAsset(doubted, DoubtKind.FoundClosed));
        // A club is asked about after a year, a library is not.
        database.Clock.Now = database.Clock.Now.AddDays(370);

        (await Names(new ListAssets(new ListRequest(Sort: "fresh")))).ShouldBe(["Doubted", "Club", "Library"]);
        (await Names(new ListAssets(new ListRequest(Sort: "-fresh")))).ShouldBe(["Library", "Club", "Doubted"]);
        (await Names(new ListAssets(new ListRequest(), new AssetFilters(AskFirst: true)))).ShouldBe(["Club", "Doubted"]);
        (await database.Send(new ListAssets(new ListRequest()))).Items.Single(a => a.Id == doubted).Doubted.ShouldBeTrue();

        var club0 = await database.Send(new ViewAsset(club));
        await database.Send(new ChangeAsset(club, club0.Version, club0.Details with { Cost = "£1" }, AllRight: true));
        (await Names(new ListAssets(new ListRequest(), new AssetFilters(AskFirst: true)))).ShouldBe(["Doubted"]);

        async Task<IEnumerable<string>> Names(ListAssets request) => (await database.Send(request)).Items.Select(a => a.Name);
    }

    [Fact]
    public async Task Where_each_part_came_from_is_told_to_those_who_can_change_it()
    {
        await using var database = await TestDatabase.Create();
        var hall = await Hall(database, "Hall");
        var seen = await database.Send(new ViewAsset(hall));
        database.Clock.Now = database.Clock.Now.AddDays(3);

        await database.Send(new ChangeAsset(hall, seen.Version, seen.Details with { Cost = "Free" }), database.Coordinator);

        var sources = (await database.Send(new ViewAsset(hall))).Sources;
        (sources[0].By, sources[0].On).ShouldBe(("Joan Okafor", database.Clock.Today));
        sources[0].Fields.ShouldBe([AssetField.Cost]);
        sources[1].By.ShouldBe("Amina Yusuf");
        sources[1].Fields.ShouldContain(AssetField.Name);
        (await database.Send(new ViewAsset(hall), database.Partner)).Sources.ShouldBeEmpty();
    }

    private static async Task<AssetId> Hall(TestDatabase database, string name, AssetKind kind = AssetKind.Place) =>
        (await database.Send(new AddAsset(new AssetDetails(kind, name, NeighbourhoodId: database.Fernhill)))).ShouldBeOfType<AssetAdded>().Id;

    private static async Task<SignpostId> Signposted(TestDatabase database, AssetId to)
    {
        var sheila = await database.AddPerson("Sheila");
        var target = new SignpostTarget(to, null, "Hall", null);
        var signpost = Signpost.Give(database.Programme, database.Fernhill, database.Worker.UserId, Guid.NewGuid(), sheila.Id, target, null, database.Clock.Today.AddDays(-14), null, database.Clock.Today);
        await database.Add(signpost);
        return signpost.Id;
    }
}
