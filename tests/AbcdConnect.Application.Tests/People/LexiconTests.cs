using System.IO.Compression;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.People;

public sealed class LexiconTests
{
    private static readonly LoadTaxonomy Small = new([new TaxonomyGift(GiftKind.Hands, "Making", "Knitting", "needles"), new TaxonomyGift(GiftKind.Head, "Languages", "Speaks Polish", null)], []);

    [Fact]
    public async Task An_entry_that_an_administrator_adds_is_recognised_from_then_on_and_the_lexicon_says_that_it_changed()
    {
        await using var database = await TestDatabase.Create();
        await database.Send(Small, database.Administrator);
        var before = await database.Send(new ReadLexicon());
        (await database.Send(new RecogniseGifts("I play the harp and I knit"))).Select(g => g.Name).ShouldBe(["Knitting"]);

        await database.Send(new ChangeGiftTerm(null, GiftKind.Hands, "Music", "Playing the harp", "clarsach"), database.Administrator);

        var after = await database.Send(new ReadLexicon());
        after.Hash.ShouldNotBe(before.Hash);
        System.Text.Encoding.UTF8.GetString(after.Json).ShouldContain("clarsach");
        (await database.Send(new RecogniseGifts("I'm good at the harp and I knit"))).Select(g => g.Name).ShouldBe(["Playing the harp", "Knitting"]);
        (await database.Send(new RecogniseGifts("She'd love to learn the clarsach"))).ShouldHaveSingleItem().Direction.ShouldBe(GiftDirection.Ask);
    }

    [Fact]
    public async Task Another_word_that_an_administrator_adds_to_a_shipped_entry_is_recognised()
    {
        await using var database = await TestDatabase.Create();
        await database.Send(Small, database.Administrator);
        var knitting = await database.Db(db => db.GiftTerms.SingleAsync(t => t.Name == "Knitting"));

        await database.Send(new ChangeGiftTerm(knitting.Id, GiftKind.Hands, "Making", "Knitting", "needles;nalbinding"), database.Administrator);

        (await database.Send(new RecogniseGifts("I do nalbinding"))).ShouldHaveSingleItem().Name.ShouldBe("Knitting");
        // What the shipped list gives for searching says too little on its own.
        (await database.Send(new RecogniseGifts("I do needles"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_lexicon_of_the_shipped_taxonomy_stays_light_and_its_compressed_form_is_the_same()
    {
        await using var database = await TestDatabase.Create();
        await database.Send(new LoadTaxonomy([.. RecognisedSentences.Taxonomy.Select(t => new TaxonomyGift(t.Kind, "All", t.Name, t.Synonyms))], []), database.Administrator);

        var lexicon = await database.Send(new ReadLexicon());

        lexicon.Brotli.Length.ShouldBeLessThan(36_000);
        await using BrotliStream plain = new(new MemoryStream(lexicon.Brotli), CompressionMode.Decompress);
        using MemoryStream read = new();
        await plain.CopyToAsync(read);
        read.ToArray().ShouldBe(lexicon.Json);
    }

    [Fact]
    public void Every_entry_of_the_shipped_taxonomy_has_its_phrases_and_no_phrases_are_of_an_entry_that_is_not_there()
    {
        var names = File.ReadLines(Path.Combine(Repository.Root, "database", "taxonomy", "recognise", "terms.txt")).Where(l => l.Length > 0 && l[0] is not (' ' or '#')).ToList();

        names.ShouldBe(RecognisedSentences.Taxonomy.Select(t => t.Name), ignoreOrder: true);
    }

    [Fact]
    public async Task A_gift_that_is_somebody_elses_stays_with_the_conversation_and_on_nobodys_page()
    {
        await using var database = await TestDatabase.Create();
        var conversation = await database.Send(new LogConversation(
            Guid.NewGuid(),
            new ConversationDetails(database.Clock.Today, ConversationKind.Learning, [], "I knit. My sister can sew."),
            [new Domain.People.PersonDetails("Marta")],
            null,
            [new HeardGift(GiftDirection.Gift, GiftKind.Hands, "I knit"), new HeardGift(GiftDirection.Gift, GiftKind.Hands, "My sister can sew", OfSomebodyElse: true)]));

        var gifts = await database.Db(db => db.Gifts.Where(g => g.ConversationId == conversation).OrderBy(g => g.Id).ToListAsync());

        gifts.Select(g => (g.Words, g.PersonId is null)).ShouldBe([("I knit", false), ("My sister can sew", true)]);
    }
}
