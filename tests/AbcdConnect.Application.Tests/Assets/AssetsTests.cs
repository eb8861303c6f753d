using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Map;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Testing;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Assets;

public sealed class AssetsTests
{
    private static readonly AssetDetails Cafe = new(AssetKind.Place, "Brook End café", Postcode: "ZZ3 2SH");

    [Fact]
    public async Task A_typed_postcode_places_it_and_typed_sessions_find_it_by_day()
    {
        await using var database = await TestDatabase.Create();
        await database.Add(new Postcode { Code = "ZZ3 2SH", AreaCode = "Z05000001", Latitude = 52.91, Longitude = 0.32 });

        var id = await Added(database, Cafe with { Postcode = "zz32sh" }, "Mon and Wed 10am-2pm");

        var seen = await database.Send(new ViewAsset(id));
        seen.Neighbourhood.ShouldBe("Fernhill");
        seen.Details.Postcode.ShouldBe("ZZ3 2SH");
        seen.PointIsPostcodes.ShouldBeTrue();
        seen.Boundary.ShouldNotBeNull();
        (await Listed(database, new ListAssets(new ListRequest(), new AssetFilters(OpenOn: DayOfWeek.Wednesday)))).ShouldBe(["Brook End café"]);
        (await Listed(database, new ListAssets(new ListRequest(), new AssetFilters(OpenOn: DayOfWeek.Friday)))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sessions_that_are_not_clear_are_refused_by_their_line()
    {
        await using var database = await TestDatabase.Create();

        var refused = await Should.ThrowAsync<ValidationException>(database.Send(new AddAsset(Cafe, "Mon 10am-2pm\nTue mornings")));

        refused.Errors.ShouldHaveSingleItem().ErrorMessage.ShouldStartWith("\"Tue mornings\" is not clear.");
        refused.Errors.First().PropertyName.ShouldBe("OpenSessions");
    }

    [Fact]
    public async Task Something_like_it_is_shown_before_it_is_added_twice()
    {
        await using var database = await TestDatabase.Create();
        var first = await Added(database, Cafe);

        var answer = await database.Send(new AddAsset(Cafe with { Name = "The Cafe Brook End" }));

        answer.ShouldBeOfType<LikelyThere>().Like.ShouldHaveSingleItem().Id.ShouldBe(first);
        (await database.Send(new AddAsset(Cafe with { Postcode = "ZZ9 9ZZ" }))).ShouldBeOfType<AssetAdded>();
        (await database.Send(new AddAsset(Cafe, EvenIfLike: true))).ShouldBeOfType<AssetAdded>();
    }

    [Fact]
    public async Task It_is_found_by_the_beginnings_of_its_words_and_not_when_closed()
    {
        await using var database = await TestDatabase.Create();
        var id = await Added(database, Cafe);
        await Added(database, new AssetDetails(AssetKind.Culture, "Brook story"));

        (await database.Send(new FindAssets("caf bro"))).ShouldHaveSingleItem().Id.ShouldBe(id);
        (await Listed(database, new ListAssets(new ListRequest("brook", "-name")))).ShouldBe(["Brook story", "Brook End café"]);

        await database.Send(new CloseAsset(id, database.Clock.Today));
        (await database.Send(new FindAssets("caf"))).ShouldBeEmpty();
        (await Listed(database, new ListAssets(new ListRequest(), new AssetFilters(Closed: true)))).ShouldBe(["Brook End café"]);
        await Should.ThrowAsync<DomainRuleException>(database.Send(new CloseAsset(id, database.Clock.Today)));
        await Should.ThrowAsync<ValidationException>(database.Send(new CloseAsset(id, database.Clock.Today.AddDays(1))));

        await database.Send(new ReopenAsset(id));
        (await database.Send(new FindAssets("caf"))).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(null, "Brook End café,Corner shop,Mill museum")]
    [InlineData("-added", "Mill museum,Corner shop,Brook End café")]
    [InlineData("added", "Brook End café,Corner shop,Mill museum")]
    [InlineData("confirmed", "Mill museum,Corner shop,Brook End café")]
    [InlineData("-confirmed", "Brook End café,Corner shop,Mill museum")]
    public async Task The_list_sorts(string? sort, string names)
    {
        await using var database = await TestDatabase.Create();
        foreach (var (name, days) in new[] { ("Brook End café", 30), ("Corner shop", 20), ("Mill museum", 10) })
        {
            var asset = Asset.Add(database.Programme, null, database.Clock.Today.AddDays(-days), new AssetDetails(AssetKind.Place, name));
            asset.Confirm(database.Clock.Today.AddDays(days - 100));
            await database.Add(asset);
        }

        (await Listed(database, new ListAssets(new ListRequest(Sort: sort)))).ShouldBe(names.Split(','));
        (await Listed(database, new ListAssets(new ListRequest(), new AssetFilters(ConfirmedBefore: database.Clock.Today.AddDays(-75))))).ShouldBe(["Corner shop", "Mill museum"]);
    }

    [Fact]
    public async Task It_filters_by_kind_category_and_neighbourhood()
    {
        await using var database = await TestDatabase.Create();
        var category = new AssetCategory { Kind = AssetKind.Exchange, Name = "Market" };
        await database.Add(category);
        await Added(database, new AssetDetails(AssetKind.Exchange, "Friday market", category.Id, NeighbourhoodId: database.HarbourWard));
        await Added(database, Cafe);

        (await Listed(database, new ListAssets(new ListRequest(), new AssetFilters(Kind: AssetKind.Exchange)))).ShouldBe(["Friday market"]);
        (await Listed(database, new ListAssets(new ListRequest(), new AssetFilters(Category: category.Id)))).ShouldBe(["Friday market"]);
        (await Listed(database, new ListAssets(new ListRequest(), new AssetFilters(Neighbourhood: database.HarbourWard)))).ShouldBe(["Friday market"]);
        (await Listed(database, new ListAssets(new ListRequest(), new AssetFilters(Unplaced: true)))).ShouldBe(["Brook End café"]);
        (await database.Send(new ListAssetChoices())).Categories.ShouldContain(c => c.Id == category.Id);
        (await Should.ThrowAsync<DomainRuleException>(database.Send(new AddAsset(new AssetDetails(AssetKind.Place, "Hall", category.Id))))).Message.ShouldContain("another kind");
    }

    [Fact]
    public async Task An_overtaken_change_is_refused_and_the_first_one_stands()
    {
        await using var database = await TestDatabase.Create();
        var id = await Added(database, Cafe);
        var seen = await database.Send(new ViewAsset(id));
        await database.Send(new ChangeAsset(id, seen.Version, Cafe with { Cost = "Free" }, "Mon 10:00-12:00"));

        await Should.ThrowAsync<OvertakenException>(database.Send(new ChangeAsset(id, seen.Version, Cafe with { Cost = "£2" })));

        var stands = await database.Send(new ViewAsset(id));
        stands.Details.Cost.ShouldBe("Free");
        stands.Details.Hours!.ShouldHaveSingleItem().ShouldBe(new OpenSession(DayOfWeek.Monday, new TimeOnly(10, 0), new TimeOnly(12, 0)));
    }

    [Fact]
    public async Task Checking_it_today_says_so()
    {
        await using var database = await TestDatabase.Create();
        var id = await Added(database, Cafe);
        database.Clock.Now = database.Clock.Now.AddDays(40);

        await database.Send(new ConfirmAsset(id));

        (await database.Send(new ViewAsset(id))).ConfirmedOn.ShouldBe(database.Clock.Today);
    }

    [Fact]
    public async Task What_was_rejected_is_seen_by_nobody_and_its_month_is_compiled_again()
    {
        await using var database = await TestDatabase.Create();
        var id = await Added(database, Cafe);
        await database.Db(db => db.ChangedMonths.ExecuteDeleteAsync());

        await database.Send(new RejectAsset(id));

        await Should.ThrowAsync<NotFoundException>(database.Send(new ViewAsset(id), database.Coordinator));
        (await database.Send(new FindAssets("brook"))).ShouldBeEmpty();
        (await database.Db(db => db.ChangedMonths.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task How_to_reach_an_individual_is_kept_from_those_who_read_from_outside()
    {
        await using var database = await TestDatabase.Create();
        var id = await Added(database, new AssetDetails(AssetKind.Individual, "Sheila's crochet corner", Address: "9 Mill Lane", Postcode: "ZZ3 2SH", ContactName: "Sheila", Phone: "01632 960001", Email: "s@example.org"));

        foreach (var outside in new[] { database.Commissioner, database.Researcher })
        {
            var seen = await database.Send(new ViewAsset(id), outside);
            seen.ContactHidden.ShouldBeTrue();
            (seen.Details.ContactName, seen.Details.Phone, seen.Details.Email, seen.Details.Address, seen.Details.Postcode).ShouldBe((null, null, null, null, null));
            seen.Came.ShouldBeNull();
            (await database.Send(new ListAssets(new ListRequest()), outside)).Items.ShouldHaveSingleItem().Address.ShouldBeNull();
        }

        foreach (var inside in new[] { database.Worker, database.Coordinator, database.Partner })
        {
            (await database.Send(new ViewAsset(id), inside)).Details.Phone.ShouldBe("01632 960001");
        }
    }

    [Fact]
    public async Task Another_programmes_map_is_not_ours()
    {
        await using var database = await TestDatabase.Create();
        await database.Add(Programme.Begin("Elsewhere", null, new DateOnly(2026, 1, 1)));
        await database.Add(Asset.Add(new ProgrammeId(2), null, database.Clock.Today, Cafe));
        var id = (await database.Db(db => db.Assets.SingleAsync())).Id;

        await Should.ThrowAsync<NotFoundException>(database.Send(new ViewAsset(id), database.Coordinator));
        await Should.ThrowAsync<NotFoundException>(database.Send(new ConfirmAsset(id), database.Coordinator));
        await Should.ThrowAsync<NotFoundException>(database.Send(new ChangeAsset(id, 0, Cafe), database.Coordinator));
        await Should.ThrowAsync<NotFoundException>(database.Send(new SuggestAssetChange(id, "Closed"), database.Partner));
        (await Listed(database, new ListAssets(new ListRequest()))).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_partner_suggests_waits_until_a_worker_settles_it()
    {
        await using var database = await TestDatabase.Create();
        var id = await Added(database, Cafe);
        await database.Send(new SuggestAssetChange(id, "Opens at nine now"), database.Partner);

        var waiting = (await database.Send(new ListSuggestions(new ListRequest()))).Items.ShouldHaveSingleItem();
        (waiting.Asset, waiting.By, waiting.Suggestion).ShouldBe(("Brook End café", "Priya Shah", "Opens at nine now"));
        (await database.Send(new ViewAsset(id))).Suggestions.Count.ShouldBe(1);
        (await database.Send(new ViewAsset(id), database.Partner)).Suggestions.ShouldBeEmpty();
        await Should.ThrowAsync<NotAllowedException>(database.Send(new SettleSuggestion(waiting.Id), database.Partner));

        (await database.Send(new SettleSuggestion(waiting.Id))).ShouldBe(id);
        (await database.Send(new ListSuggestions(new ListRequest()))).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task The_imports_are_listed_with_what_to_put_right()
    {
        await using var database = await TestDatabase.Create();
        await using var file = new MemoryStream("name,category,address,postcode\n,Chess,x,ZZ3 2SH\nGood,Chess,x,ZZ3 2SH\n"u8.ToArray());
        var result = await database.Send(new ImportAssets(file, "clubs.csv", "sports-clubs"), database.Coordinator);

        var row = (await database.Send(new ListImports(new ListRequest()), database.Coordinator)).Items.ShouldHaveSingleItem();
        (row.FileName, row.By, row.Counts.Added, row.Counts.Rejected).ShouldBe(("clubs.csv", "Joan Okafor", 1, 1));
        var view = await database.Send(new ViewImport(result.Batch!.Value, new ListRequest()), database.Coordinator);
        view.Problems.Items.ShouldHaveSingleItem().Row.ShouldBe(2);
        ImportReport.Csv([new ImportProblemRow(3, "name", "=cmd", "Say \"who\"")]).ShouldBe("\uFEFFRow,Column,Value,What to do\r\n3,\"name\",\"'=cmd\",\"Say \"\"who\"\"\"\r\n");
        (await database.Send(new ListImportProfiles(), database.Coordinator)).Select(p => p.Name).ShouldBe(["charities", "community-hubs", "food-banks", "libraries", "sports-clubs"]);
        await Should.ThrowAsync<NotFoundException>(database.Send(new ViewImport(new ImportBatchId(99), new ListRequest()), database.Coordinator));
    }

    private static async Task<AssetId> Added(TestDatabase database, AssetDetails details, string? sessions = null) =>
        (await database.Send(new AddAsset(details, sessions, EvenIfLike: true))).ShouldBeOfType<AssetAdded>().Id;

    private static async Task<IEnumerable<string>> Listed(TestDatabase database, ListAssets list) => (await database.Send(list)).Items.Select(a => a.Name);
}
