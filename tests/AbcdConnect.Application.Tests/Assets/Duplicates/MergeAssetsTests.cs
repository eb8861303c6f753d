using System.Text;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Duplicates;
using AbcdConnect.Application.Assets.Upkeep;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Signposting;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Assets.Duplicates;

public sealed class MergeAssetsTests
{
    private static readonly AssetDetails Kitchen = new(AssetKind.Place, "The Bike Kitchen", Postcode: "ZZ1 1AA", Phone: "01632 960001");
    private static readonly AssetDetails Twin = new(AssetKind.Association, "Bike kitchen CIC", Postcode: "ZZ1 1AA", Phone: "01632 960001", Cost: "Free");

    [Fact]
    public async Task Two_entries_become_one_with_both_histories_and_taking_it_back_puts_each_in_its_place()
    {
        await using var database = await TestDatabase.Create();
        var (kept, merged) = await Two(database);
        var sheila = await database.AddPerson("Sheila");
        var today = database.Clock.Today;
        var signpost = Signpost.Give(database.Programme, database.Fernhill, database.Worker.UserId, Guid.NewGuid(), sheila.Id, new SignpostTarget(merged, null, "Twin", null), null, today, null, today);
        var own = Connection.Make(database.Programme, database.Fernhill, database.Worker.UserId, ConnectionEnd.Of(sheila.Id), ConnectionEnd.Of(kept), ConnectionOrigin.Existing, null, today, null);
        var double_ = Connection.Make(database.Programme, database.Fernhill, database.Worker.UserId, ConnectionEnd.Of(sheila.Id), ConnectionEnd.Of(merged), ConnectionOrigin.Existing, null, today, null);
        await database.Add(signpost, own, double_);
        await database.Send(new DoubtAsset(merged, DoubtKind.FoundClosed));
        var code = (await database.Send(new OfferPublicPage(merged, On: true)))!;
        var pair = await Pair(database);

        var merge = await database.Send(new MergeAssets(kept, pair.Kept.Version, merged, pair.Merged.Version, [AssetField.Cost]));

        var one = await database.Send(new ViewAsset(kept));
        (one.Details.Name, one.Details.Cost, one.Details.Kind).ShouldBe(("The Bike Kitchen", "Free", AssetKind.Place));
        one.Landing!.Given.Value.ShouldBe(1);
        one.Doubted.ShouldBeTrue();
        one.Came!.Connections.ShouldBe(1);
        one.Sources.ShouldContain(s => s.Kind == SourceKind.Merge && s.Fields.Contains(AssetField.Cost));
        await Should.ThrowAsync<NotFoundException>(database.Send(new ViewAsset(merged)));
        (await database.Send(new ListDuplicates(new ListRequest()))).Pairs.Items.ShouldBeEmpty();
        (await database.Send(new ListDuplicates(new ListRequest()))).Merges.ShouldHaveSingleItem().Id.ShouldBe(merge);

        // An old address, a printed sheet and a form kept on a phone mean the kept one.
        (await database.Send(new FindKeptAsset(merged))).ShouldBe(kept);
        (await database.Send(new OpenPublicPage(code)))!.Name.ShouldBe("The Bike Kitchen");
        await database.Send(new GiveSignpost(Guid.NewGuid(), sheila.Id, merged, null, today));
        (await database.Send(new ViewAsset(kept))).Landing!.Given.Value.ShouldBe(2);

        // Somebody changes a field since: that stays.
        await database.Send(new ChangeAsset(kept, one.Version, one.Details with { Phone = "01632 960009" }));
        await database.Send(new UndoAssetMerge(merge));

        var (first, second) = (await database.Send(new ViewAsset(kept)), await database.Send(new ViewAsset(merged)));
        (first.Details.Cost, first.Details.Phone, first.Doubted, first.Landing!.Given.Value).ShouldBe((null, "01632 960009", false, 1));
        (second.Details.Cost, second.Doubted, second.Landing!.Given.Value, second.Came!.Connections).ShouldBe(("Free", true, 1, 1));
        await Should.ThrowAsync<DomainRuleException>(database.Send(new UndoAssetMerge(merge)));
    }

    [Fact]
    public async Task A_merge_of_what_somebody_has_changed_meanwhile_is_refused()
    {
        await using var database = await TestDatabase.Create();
        var (kept, merged) = await Two(database);
        var pair = await Pair(database);
        await database.Send(new ChangeAsset(merged, pair.Merged.Version, Twin with { Cost = "£1" }));

        await Should.ThrowAsync<OvertakenException>(database.Send(new MergeAssets(kept, pair.Kept.Version, merged, pair.Merged.Version, [])));

        (await database.Send(new ViewAsset(merged))).Details.Cost.ShouldBe("£1");
    }

    [Fact]
    public async Task Not_the_same_is_remembered_and_a_pair_that_is_no_more_is_let_go()
    {
        await using var database = await TestDatabase.Create();
        var (kept, merged) = await Two(database);
        var pair = await Pair(database);

        await database.Send(new KeepApart(pair.Id));
        (await database.Send(new FindDuplicates())).ShouldBe(0);
        (await database.Send(new ListDuplicates(new ListRequest()))).Pairs.Items.ShouldBeEmpty();

        (await database.Send(new AddAsset(Kitchen with { Name = "Bike Kitchen (The)" }, EvenIfLike: true))).ShouldBeOfType<AssetAdded>();
        (await database.Send(new FindDuplicates())).ShouldBe(2);
        await database.Send(new CloseAsset(merged, database.Clock.Today));
        (await database.Send(new FindDuplicates())).ShouldBe(1);
        (await database.Db(db => db.AssetPairs.CountAsync(p => p.FirstId == kept))).ShouldBe(2);
    }

    [Fact]
    public async Task What_an_import_brings_is_compared_with_what_was_there()
    {
        await using var database = await TestDatabase.Create();
        (await database.Send(new AddAsset(new AssetDetails(AssetKind.Institution, "Blackrod Library", Postcode: "ZZ1 1AA")))).ShouldBeOfType<AssetAdded>();
        const string csv = "name,area_code,type,address,postcode,website,lon,lat\nBlackrod Library,Z05,Static,Church Street,ZZ1 1AA,,,\nHarwood Library,Z05,Static,Gate Fold,ZZ2 1AA,,,\n";
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var import = await database.Send(new ImportAssets(file, "libraries.csv", "libraries"), database.Coordinator);

        (await database.Send(new FindDuplicates(import.Batch), database.Coordinator)).ShouldBe(1);

        var row = (await database.Send(new ListDuplicates(new ListRequest()))).Pairs.Items.ShouldHaveSingleItem();
        (row.First.Name, row.Second.Name).ShouldBe(("Blackrod Library", "Blackrod Library"));
        row.Reasons.ShouldContain("the same postcode, ZZ1 1AA");
        var imported = await database.Send(new ViewAsset(row.Second.Id));
        var source = imported.Sources.ShouldHaveSingleItem();
        (source.Kind, source.File, source.Row).ShouldBe((SourceKind.Import, "libraries.csv", 2));
    }

    private static async Task<(AssetId Kept, AssetId Merged)> Two(TestDatabase database)
    {
        var kept = (await database.Send(new AddAsset(Kitchen, EvenIfLike: true))).ShouldBeOfType<AssetAdded>().Id;
        return (kept, (await database.Send(new AddAsset(Twin, EvenIfLike: true))).ShouldBeOfType<AssetAdded>().Id);
    }

    private static async Task<ComparedAssets> Pair(TestDatabase database)
    {
        (await database.Send(new FindDuplicates())).ShouldBe(1);
        return await database.Send(new CompareAssets((await database.Send(new ListDuplicates(new ListRequest()))).Pairs.Items.ShouldHaveSingleItem().Id));
    }
}
