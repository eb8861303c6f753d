using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Upkeep;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Assets.Upkeep;

public sealed class KeeperLinkTests
{
    [Fact]
    public async Task Of_several_who_answer_by_one_link_at_the_same_moment_one_is_heard()
    {
        await using var database = await TestDatabase.Create();
        var id = ((AssetAdded)await database.Send(new AddAsset(new AssetDetails(AssetKind.Place, "Brook End"), EvenIfLike: true))).Id;
        var token = (await database.Send(new AskKeeper(id))).Token;
        var seen = (await database.Send(new OpenKeeperLink(token)))!.Seen;

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(() =>
            database.Send(new AnswerKeeperLink(token, seen, new AssetDetails(AssetKind.Place, "Brook End", Cost: $"£{i}"))))));

        answers.Count(a => a == KeeperAnswer.Sent).ShouldBe(1);
        answers.Count(a => a == KeeperAnswer.NoLink).ShouldBe(7);
        (await database.Db(db => db.KeeperProposals.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_keeper_whose_entry_is_changed_while_their_answer_is_saved_is_shown_it_again()
    {
        await using var database = await TestDatabase.Create();
        var id = ((AssetAdded)await database.Send(new AddAsset(new AssetDetails(AssetKind.Place, "Brook End"), EvenIfLike: true))).Id;
        var token = (await database.Send(new AskKeeper(id))).Token;
        var seen = (await database.Send(new OpenKeeperLink(token)))!.Seen;
        var asset = await database.Db(db => db.Assets.SingleAsync());
        await database.Send(new ChangeAsset(id, asset.Version, asset.Details with { Cost = "Free" }));

        (await database.Send(new AnswerKeeperLink(token, seen, null))).ShouldBe(KeeperAnswer.ChangedSince);

        (await database.Send(new OpenKeeperLink(token))).ShouldNotBeNull();
    }
}
