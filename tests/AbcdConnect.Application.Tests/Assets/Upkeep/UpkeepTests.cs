using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Upkeep;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Signposting;
using AbcdConnect.Testing;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Assets.Upkeep;

public sealed class UpkeepTests
{
    [Fact]
    public async Task The_weeks_list_puts_first_where_most_people_are_sent_to_what_may_be_wrong()
    {
        await using var database = await TestDatabase.Create();
        var (quiet, busy, fresh) = (await Added(database, "Quiet club"), await Added(database, "Busy club"), await Added(database, "Fresh club"));
        database.Clock.Now = database.Clock.Now.AddDays(400);
        await database.Send(new ConfirmAsset(fresh));
        await Told(database, busy, 3);
        await Told(database, quiet, 1);
        await Told(database, fresh, 9);

        (await database.Send(new MakeUpkeepList())).ShouldBe(2);

        var page = await database.Send(new ListUpkeep());
        page.Rows.Select(r => (r.Id, r.SignpostsLately)).ShouldBe([(busy, 3), (quiet, 1)]);
        page.Rows[0].AskFirst.ShouldBeTrue();
        await database.Send(new ConfirmAsset(busy));
        var after = await database.Send(new ListUpkeep());
        (after.Done, after.Rows.ShouldHaveSingleItem().Id).ShouldBe((1, quiet));
    }

    [Fact]
    public async Task However_many_entries_rot_the_list_stays_as_long_as_a_week_and_the_next_one_takes_its_place()
    {
        await using var database = await TestDatabase.Create();
        await database.Add([.. Enumerable.Range(0, 70).Select(i => Asset.Add(database.Programme, null, database.Clock.Today.AddDays(-2000), new AssetDetails(AssetKind.Place, $"Place {i}", NeighbourhoodId: i % 2 == 0 ? database.Fernhill : database.HarbourWard)))]);

        (await database.Send(new MakeUpkeepList())).ShouldBe(2 * WorkList.MostInNeighbourhood);
        (await database.Send(new MakeUpkeepList())).ShouldBe(2 * WorkList.MostInNeighbourhood);

        (await database.Db(db => db.UpkeepItems.CountAsync())).ShouldBe(2 * WorkList.MostInNeighbourhood);
        (await database.Send(new ListUpkeep())).Rows.Count.ShouldBe(WorkList.MostInNeighbourhood, "a worker of one neighbourhood sees theirs");
        (await database.Send(new ListUpkeep(), database.Coordinator)).Rows.Count.ShouldBe(2 * WorkList.MostInNeighbourhood);
    }

    [Fact]
    public async Task A_keeper_confirms_by_their_link_once_and_looking_at_it_changes_nothing()
    {
        await using var database = await TestDatabase.Create();
        var club = await Added(database, "Club");
        database.Clock.Now = database.Clock.Now.AddDays(400);
        await database.Send(new DoubtAsset(club, DoubtKind.FoundWrong));
        var made = await database.Send(new AskKeeper(club));

        (await database.Db(db => db.KeeperLinks.SingleAsync())).TokenHash.ShouldNotContain(made.Token);
        for (var i = 0; i < 3; i++)
        {
            (await database.Send(new OpenKeeperLink(made.Token)))!.Details.Name.ShouldBe("Club");
        }

        (await database.Send(new ViewAsset(club))).AskFirst.ShouldBeTrue();
        var seen = await database.Send(new OpenKeeperLink(made.Token));
        (await database.Send(new AnswerKeeperLink(made.Token, seen!.Seen, null))).ShouldBe(KeeperAnswer.Confirmed);

        var confirmed = await database.Send(new ViewAsset(club));
        (confirmed.ConfirmedOn, confirmed.Doubted).ShouldBe((database.Clock.Today, false));
        (await database.Send(new OpenKeeperLink(made.Token))).ShouldBeNull();
        (await database.Send(new AnswerKeeperLink(made.Token, seen.Seen, null))).ShouldBe(KeeperAnswer.NoLink);
    }

    [Theory]
    [InlineData("")]
    [InlineData("guessed")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_guessed_link_opens_nothing(string token)
    {
        await using var database = await TestDatabase.Create();
        await database.Send(new AskKeeper(await Added(database, "Club")));

        (await database.Send(new OpenKeeperLink(token))).ShouldBeNull();
        (await database.Send(new AnswerKeeperLink(token, "", null))).ShouldBe(KeeperAnswer.NoLink);
    }

    [Fact]
    public async Task A_link_ends_after_its_days_and_with_its_entry()
    {
        await using var database = await TestDatabase.Create();
        var (club, other) = (await Added(database, "Club"), await Added(database, "Other"));
        var (link, closed) = (await database.Send(new AskKeeper(club)), await database.Send(new AskKeeper(other)));

        await database.Send(new CloseAsset(other, database.Clock.Today));
        (await database.Send(new OpenKeeperLink(closed.Token))).ShouldBeNull();
        database.Clock.Now = link.ExpiresAt.AddSeconds(-1);
        (await database.Send(new OpenKeeperLink(link.Token))).ShouldNotBeNull();
        database.Clock.Now = link.ExpiresAt;
        (await database.Send(new OpenKeeperLink(link.Token))).ShouldBeNull();
    }

    [Fact]
    public async Task What_two_keepers_change_at_once_waits_for_a_moderator_who_sees_both_and_decides_by_field()
    {
        await using var database = await TestDatabase.Create();
        var club = await Added(database, "Club");
        var (first, second) = (await database.Send(new AskKeeper(club)), await database.Send(new AskKeeper(club)));
        var seen = (await database.Send(new OpenKeeperLink(first.Token)))!;
        (await database.Send(new AnswerKeeperLink(first.Token, seen.Seen, seen.Details with { Cost = "£2", Phone = "01632 960001" }))).ShouldBe(KeeperAnswer.Sent);
        (await database.Send(new AnswerKeeperLink(second.Token, seen.Seen, seen.Details with { Cost = "£3" }))).ShouldBe(KeeperAnswer.Sent);
        (await database.Send(new ViewAsset(club))).Details.Cost.ShouldBeNull();
        (await database.Send(new ListUpkeep())).Proposals.ShouldBeEmpty();
        await Should.ThrowAsync<NotAllowedException>(database.Send(new ViewProposal(new KeeperProposalId(1))));

        var waiting = (await database.Send(new ListUpkeep(), database.Coordinator)).Proposals;
        var one = await database.Send(new ViewProposal(waiting[0].Id), database.Coordinator);
        one.Fields.Select(f => (f.Field, f.Now, f.Wanted)).ShouldBe([(AssetField.Cost, null, "£2"), (AssetField.Phone, null, "01632 960001")], ignoreOrder: true);
        await database.Send(new SettleProposal(one.Id, one.AssetVersion, [AssetField.Cost]), database.Coordinator);

        var other = await database.Send(new ViewProposal(waiting[1].Id), database.Coordinator);
        var cost = other.Fields.ShouldHaveSingleItem();
        (cost.Now, cost.Was, cost.Wanted, cost.ChangedSince).ShouldBe(("£2", null, "£3", true));
        await Should.ThrowAsync<OvertakenException>(database.Send(new SettleProposal(other.Id, one.AssetVersion, [AssetField.Cost]), database.Coordinator));
        await database.Send(new SettleProposal(other.Id, other.AssetVersion, []), database.Coordinator);

        var stands = await database.Send(new ViewAsset(club));
        (stands.Details.Cost, stands.Details.Phone).ShouldBe(("£2", null));
        stands.Sources.ShouldContain(s => s.Kind == SourceKind.Keeper && s.Fields.Contains(AssetField.Cost));
        await Should.ThrowAsync<DomainRuleException>(database.Send(new SettleProposal(other.Id, stands.Version, []), database.Coordinator));
    }

    [Fact]
    public async Task An_entry_changed_while_the_keeper_looked_is_to_be_looked_at_again_and_the_link_stays()
    {
        await using var database = await TestDatabase.Create();
        var club = await Added(database, "Club");
        var made = await database.Send(new AskKeeper(club));
        var seen = (await database.Send(new OpenKeeperLink(made.Token)))!;
        var stands = await database.Send(new ViewAsset(club));
        await database.Send(new ChangeAsset(club, stands.Version, stands.Details with { Cost = "£5" }));

        (await database.Send(new AnswerKeeperLink(made.Token, seen.Seen, null))).ShouldBe(KeeperAnswer.ChangedSince);
        (await database.Send(new OpenKeeperLink(made.Token)))!.Details.Cost.ShouldBe("£5");
        await Should.ThrowAsync<ValidationException>(database.Send(new AnswerKeeperLink(made.Token, seen.Seen, seen.Details with { Name = "" })));
    }

    [Fact]
    public async Task Anybody_says_on_its_public_page_that_it_is_wrong_and_somebody_looks_into_it()
    {
        await using var database = await TestDatabase.Create();
        var club = await Added(database, "Club");
        (await database.Send(new OpenPublicPage("nothing"))).ShouldBeNull();
        var code = (await database.Send(new OfferPublicPage(club, On: true)))!;
        (await database.Send(new OfferPublicPage(club, On: true))).ShouldBe(code);

        (await database.Send(new OpenPublicPage(code)))!.Name.ShouldBe("Club");
        for (var i = 0; i < 8; i++)
        {
            (await database.Send(new SayItIsWrong(code, WhatIsWrong.Closed, "A sign on the door"))).ShouldBeTrue();
        }

        var reports = (await database.Send(new ListUpkeep())).Reports;
        reports.Count.ShouldBe(5, "more would tell nothing new");
        reports[0].Words.ShouldBe("It has closed. A sign on the door");
        foreach (var report in reports)
        {
            await database.Send(new DismissDoubt(report.Id));
        }

        (await database.Send(new ViewAsset(club))).Doubted.ShouldBeFalse();
        (await database.Db(db => db.AssetDoubts.CountAsync(d => d.Words != null))).ShouldBe(0, "nobody's words are kept longer than they are needed");
        await Should.ThrowAsync<ValidationException>(database.Send(new SayItIsWrong(code, WhatIsWrong.Other)));
        await database.Send(new OfferPublicPage(club, On: false));
        (await database.Send(new OpenPublicPage(code))).ShouldBeNull();
        (await database.Send(new SayItIsWrong(code, WhatIsWrong.Closed))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_persons_own_entry_has_no_public_page()
    {
        await using var database = await TestDatabase.Create();
        var id = (await database.Send(new AddAsset(new AssetDetails(AssetKind.Individual, "Rosie's calligraphy")))).ShouldBeOfType<AssetAdded>().Id;

        await Should.ThrowAsync<DomainRuleException>(database.Send(new OfferPublicPage(id, On: true)));

        // A place that became a person's entry after it was given its address.
        var place = await Added(database, "Calligraphy corner");
        var code = (await database.Send(new OfferPublicPage(place, On: true)))!;
        var stands = await database.Send(new ViewAsset(place));
        await database.Send(new ChangeAsset(place, stands.Version, stands.Details with { Kind = AssetKind.Individual }));
        (await database.Send(new OpenPublicPage(code))).ShouldBeNull();
    }

    private static async Task<AssetId> Added(TestDatabase database, string name) =>
        (await database.Send(new AddAsset(new AssetDetails(AssetKind.Association, name, NeighbourhoodId: database.Fernhill)))).ShouldBeOfType<AssetAdded>().Id;

    private static async Task Told(TestDatabase database, AssetId about, int people)
    {
        for (var i = 0; i < people; i++)
        {
            await database.Add(Signpost.Give(database.Programme, database.Fernhill, database.Worker.UserId, Guid.NewGuid(), null, new SignpostTarget(about, null, "Club", null), null, database.Clock.Today.AddDays(-i), null, database.Clock.Today));
        }
    }
}
