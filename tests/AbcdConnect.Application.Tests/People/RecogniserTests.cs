using AbcdConnect.Domain.People;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace AbcdConnect.Application.Tests.People;

public sealed class RecogniserTests(ITestOutputHelper output)
{
    // Measured, less a margin for small changes of the language data. docs/performance.md has the figures.
    private const double LeastPrecision = 0.86;
    private const double LeastRecall = 0.88;

    [Fact]
    public void On_sentences_it_was_not_tuned_on_it_is_seldom_wrong_and_misses_little()
    {
        var measured = RecognisedSentences.Measure(RecognisedSentences.HeldOut);
        output.WriteLine($"Held out: {RecognisedSentences.HeldOut.Count} sentences, {measured.Right} right, {measured.Wrong} wrong, {measured.Met} labels met, {measured.Missed} missed; precision {measured.Precision:0.000}, recall {measured.Recall:0.000}");

        measured.Precision.ShouldBeGreaterThanOrEqualTo(LeastPrecision);
        measured.Recall.ShouldBeGreaterThanOrEqualTo(LeastRecall);
    }

    [Fact]
    public void On_the_sentences_it_was_tuned_on_it_stays_as_good()
    {
        var measured = RecognisedSentences.Measure(RecognisedSentences.Tuning);
        output.WriteLine($"Tuning: {RecognisedSentences.Tuning.Count} sentences, precision {measured.Precision:0.000}, recall {measured.Recall:0.000}");

        measured.Precision.ShouldBeGreaterThanOrEqualTo(0.95);
        measured.Recall.ShouldBeGreaterThanOrEqualTo(0.86);
    }

    [Fact]
    public void The_labelled_sentences_are_many_and_none_is_in_both_parts()
    {
        (RecognisedSentences.HeldOut.Count + RecognisedSentences.Tuning.Count).ShouldBeGreaterThanOrEqualTo(400);
        RecognisedSentences.HeldOut.Select(s => s.Sentence).Intersect(RecognisedSentences.Tuning.Select(s => s.Sentence), StringComparer.OrdinalIgnoreCase).ShouldBeEmpty();
        var names = RecognisedSentences.Taxonomy.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        RecognisedSentences.HeldOut.Concat(RecognisedSentences.Tuning).SelectMany(s => s.Expected).SelectMany(e => e)
            .Select(label => label[(label.IndexOf(':', StringComparison.Ordinal) + 1)..])
            .Where(name => !names.Contains(name))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("I can knit, crochet and sew a bit", "Knitting", "Crochet", "Sewing and alterations")]
    [InlineData("I can't cook")]
    [InlineData("I used to run a choir", "past:Singing")]
    [InlineData("My sister can sew", "other:Sewing and alterations")]
    [InlineData("I'd love to learn guitar", "ask:Playing guitar")]
    [InlineData("I wish there was a café", "A café that stays open")]
    [InlineData("If I could play guitar I'd be famous")]
    [InlineData("Maria says she bakes, wants to find a sewing group", "Baking cakes", "ask:Sewing and alterations")]
    [InlineData("I CAN KNIT", "Knitting")]
    [InlineData("Rose lives on Engine Row")]
    [InlineData("the garden is a mess")]
    public void It_tells_what_whose_and_when(string heard, params string[] expected) =>
        RecognisedSentences.Recognise(heard).Select(RecognisedSentences.Label).ShouldBe(expected);

    [Fact]
    public void It_says_which_words_it_means()
    {
        const string heard = "Lovely morning. My sister can sew curtains.";

        var gift = RecognisedSentences.Recognise(heard).ShouldHaveSingleItem();

        heard[gift.Start..gift.End].ShouldBe("sew");
        heard[gift.From..gift.End].ShouldBe("My sister can sew");
    }

    [Fact]
    public void Nothing_that_can_be_typed_makes_it_fail_and_what_it_finds_is_in_the_text() =>
        Check(Typed(), text =>
        {
            var found = RecognisedSentences.Recognise(text);
            return found.All(g => g.From >= 0 && g.From <= g.Start && g.Start < g.End && g.End <= text.Length)
                && found.Zip(found.Skip(1)).All(p => p.First.Start <= p.Second.Start);
        });

    [Fact]
    public void Asked_twice_it_answers_the_same() =>
        Check(Typed(), text => RecognisedSentences.Recognise(text).SequenceEqual(RecognisedSentences.Recognise(text)));

    [Fact]
    public void A_sentence_about_nothing_before_it_changes_nothing() =>
        Check(Typed(), text =>
        {
            const string before = "The weather was dreadful all week. ";
            return RecognisedSentences.Recognise(before + text).Select(g => g with { From = g.From - before.Length, Start = g.Start - before.Length, End = g.End - before.Length })
                .SequenceEqual(RecognisedSentences.Recognise(text));
        });

    [Fact]
    public void Its_work_grows_with_the_text_and_no_faster() =>
        Check(Typed(), text =>
        {
            Recogniser recogniser = new(RecognisedSentences.Shipped);
            recogniser.In(text + "\n");
            var once = recogniser.Steps;
            recogniser.In(string.Concat(Enumerable.Repeat(text + "\n", 8)));
            return recogniser.Steps <= (8 * once) + 8 && once <= 400L * (text.Length + 1);
        });

    private static Gen<string> Typed()
    {
        var sentences = RecognisedSentences.Tuning.Select(s => s.Sentence).ToArray();
        var words = sentences.SelectMany(s => s.Split(' ')).Distinct(StringComparer.Ordinal).ToArray();
        var recombined = from picked in Gen.Elements(words).ListOf(12) select string.Join(' ', picked);
        var joined = from picked in Gen.Elements(sentences).ListOf(3) from between in Gen.Elements(" ", ". ", ", ", " and ", "\n", " but ") select string.Join(between, picked);
        var anything = ArbMap.Default.GeneratorFor<string?>().Select(s => s ?? "");
        var stray = from text in joined from at in Gen.Choose(0, text.Length) from bit in anything select text[..at] + bit + text[at..];
        return Gen.OneOf(recombined, joined, anything, stray);
    }

    private static void Check(Gen<string> texts, Func<string, bool> holds) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(texts.ToArbitrary(), holds));
}
