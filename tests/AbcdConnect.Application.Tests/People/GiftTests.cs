using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.People;

public sealed class GiftTests
{
    private static readonly LoadTaxonomy Small = new(
        [
            new TaxonomyGift(GiftKind.Hands, "Food and cooking", "Bakes bread and cakes", "baking;sourdough"),
            new TaxonomyGift(GiftKind.Hands, "Mending", "Bike repair", "bicycles;punctures"),
            new TaxonomyGift(GiftKind.Head, "Forms", "Knows benefits forms", null),
        ],
        [new TaxonomyCategory(AssetKind.Place, "Park")]);

    [Fact]
    public async Task Loading_the_lists_twice_adds_nothing_twice()
    {
        await using var database = await TestDatabase.Create();

        (await database.Send(Small, database.Administrator)).ShouldBe(new TaxonomyLoaded(3, 1));
        (await database.Send(Small, database.Administrator)).ShouldBe(new TaxonomyLoaded(0, 0));
    }

    [Fact]
    public async Task The_shipped_lists_are_read_whole()
    {
        var folder = Path.Combine(Root(), "database", "taxonomy");
        var load = LoadTaxonomy.FromCsv(await File.ReadAllTextAsync(Path.Combine(folder, "gifts.csv")), await File.ReadAllTextAsync(Path.Combine(folder, "asset-categories.csv")));
        await using var database = await TestDatabase.Create();

        var loaded = await database.Send(load, database.Administrator);

        loaded.GiftsAdded.ShouldBeGreaterThanOrEqualTo(300);
        loaded.CategoriesAdded.ShouldBe(load.Categories.Count);
        load.Gifts.ShouldContain(g => g.Group == "Forms, money and rights");
    }

    [Theory]
    [InlineData("bak", "Bakes bread and cakes")]
    [InlineData("SOUR", "Bakes bread and cakes")]
    [InlineData("bread cak", "Bakes bread and cakes")]
    [InlineData("punct", "Bike repair")]
    [InlineData("benefits", "Knows benefits forms")]
    [InlineData("zzz", null)]
    [InlineData("", null)]
    public async Task A_word_is_suggested_by_the_beginning_of_its_name_or_synonyms(string typed, string? name)
    {
        await using var database = await TestDatabase.Create();
        await database.Send(Small, database.Administrator);

        (await database.Send(new SuggestGiftTerms(typed))).Select(t => t.Name).ShouldBe(name is null ? [] : [name]);
    }

    [Fact]
    public async Task A_gift_from_the_list_brings_its_kind_and_its_name()
    {
        await using var database = await TestDatabase.Create();
        await database.Send(Small, database.Administrator);
        var term = (await database.Send(new SuggestGiftTerms("benefits")))[0];
        var sheila = await database.AddPerson("Sheila");

        var id = await database.Send(new AddGift(sheila.Id, GiftDirection.Gift, GiftKind.Hope, term.Id, null));

        var gift = await database.Send(new ShowGift(id));
        (gift.Kind, gift.Words, gift.Term).ShouldBe((GiftKind.Head, "Knows benefits forms", "Knows benefits forms"));
        (await database.Send(new ListPeople(new ListRequest(), Brings: term.Id))).Items.ShouldHaveSingleItem().Id.ShouldBe(sheila.Id);
    }

    [Fact]
    public async Task A_gift_of_no_words_is_refused()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await database.AddPerson("Sheila");

        await Should.ThrowAsync<ValidationException>(database.Send(new AddGift(sheila.Id, GiftDirection.Gift, GiftKind.Hands, null, " ")));
    }

    [Fact]
    public async Task Who_brings_what_is_told_of_people_one_may_know_of()
    {
        await using var database = await TestDatabase.Create();
        await database.Send(Small, database.Administrator);
        var baking = (await database.Send(new SuggestGiftTerms("baking")))[0];
        var (sheila, kwame) = (await database.AddPerson("Sheila"), await database.AddPerson("Kwame", database.HarbourWard));
        await database.Send(new AddGift(sheila.Id, GiftDirection.Gift, GiftKind.Hands, baking.Id, "Soda bread"));
        await database.Send(new AddGift(kwame.Id, GiftDirection.Ask, GiftKind.Hands, baking.Id, "To learn bread"), database.Coordinator);

        (await database.Send(new ListGifts(new ListRequest()))).Items.ShouldHaveSingleItem().FirstName.ShouldBe("Sheila");
        (await database.Send(new ListGifts(new ListRequest("sourdough")), database.Coordinator)).Items.Count.ShouldBe(2);
        (await database.Send(new ListGifts(new ListRequest(), GiftDirection.Ask, GiftKind.Hands, baking.Id, database.HarbourWard), database.Coordinator)).Items.ShouldHaveSingleItem().FirstName.ShouldBe("Kwame");
        (await database.Send(new ListGifts(new ListRequest(Sort: "heard"), GiftDirection.Gift), database.Coordinator)).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_gift_is_put_right_and_taken_off()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await database.AddPerson("Sheila");
        var id = await database.Send(new AddGift(sheila.Id, GiftDirection.Gift, GiftKind.Hands, null, "Croshay"));

        await database.Send(new ChangeGift(id, GiftDirection.Gift, GiftKind.Hands, null, "Crochet", Version: 0));
        (await database.Send(new ShowGift(id))).Words.ShouldBe("Crochet");
        await Should.ThrowAsync<OvertakenException>(database.Send(new ChangeGift(id, GiftDirection.Gift, GiftKind.Hands, null, "Knitting", Version: 0), database.Coordinator));

        (await database.Send(new RemoveGift(id))).ShouldBe(sheila.Id);
        (await database.Db(db => db.Gifts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task An_administrator_renames_a_word_and_adds_one_but_not_twice()
    {
        await using var database = await TestDatabase.Create();
        await database.Send(Small, database.Administrator);
        var bike = (await database.Send(new ListTaxonomy(new ListRequest("bike")), database.Administrator)).Items.ShouldHaveSingleItem();

        await database.Send(new ChangeGiftTerm(bike.Id, bike.Kind, "Mending", "Mends bicycles", "bikes"), database.Administrator);
        (await database.Send(new ShowGiftTerm(bike.Id), database.Administrator)).Name.ShouldBe("Mends bicycles");
        (await database.Send(new SuggestGiftTerms("bikes"))).ShouldHaveSingleItem().Name.ShouldBe("Mends bicycles");

        await Should.ThrowAsync<ValidationException>(database.Send(new ChangeGiftTerm(null, GiftKind.Hands, "Mending", "Mends bicycles", null), database.Administrator));
        await database.Send(new ChangeGiftTerm(null, GiftKind.Heart, "Mending", "Mends bicycles", null), database.Administrator);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AbcdConnect.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
