using AbcdConnect.Application.People;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;

namespace AbcdConnect.Application.Tests.People;

/// <summary>The labelled sentences, and the recogniser of the taxonomy as shipped.</summary>
internal static class RecognisedSentences
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "AbcdConnect.Application.Tests", "People", "Recognised");

    public static IReadOnlyList<LexiconTerm> Taxonomy { get; } = [.. TaxonomyFile.Rows(File.ReadAllText(Path.Combine(Repository.Root, "database", "taxonomy", "gifts.csv")), 4)
        .Select((r, at) => new LexiconTerm(at + 1, TaxonomyFile.Value<GiftKind>(r[0]), r[2], r[3]))];

    public static byte[] Json { get; } = LexiconCompiler.BuiltIn().Compile(Taxonomy);

    public static Lexicon Shipped { get; } = Lexicon.Read(Json);

    public static IReadOnlyList<Labelled> Tuning { get; } = Read("tuning.csv");

    /// <summary>Written before there was a recogniser, and read by tests only.</summary>
    public static IReadOnlyList<Labelled> HeldOut { get; } = Read("held-out.csv");

    public static IReadOnlyList<RecognisedGift> Recognise(string text) => new Recogniser(Shipped).In(text);

    /// <summary>Such as "other+past:Sewing and alterations"; nothing before the colon where it is the speaker's gift, now.</summary>
    public static string Label(RecognisedGift gift)
    {
        string?[] marks = [gift.OfOther ? "other" : null, gift.Past ? "past" : null, gift.Direction == GiftDirection.Ask ? "ask" : null];
        var said = string.Join('+', marks.OfType<string>());
        var name = Taxonomy[(int)gift.Term - 1].Name;
        return said.Length == 0 ? name : $"{said}:{name}";
    }

    public static Measured Measure(IEnumerable<Labelled> sentences)
    {
        var (right, wrong, met, missed) = (0, 0, 0, 0);
        foreach (var sentence in sentences)
        {
            var said = Recognise(sentence.Sentence).Select(Label).ToList();
            right += said.Count(label => sentence.Expected.Any(e => e.Contains(label)));
            wrong += said.Count(label => sentence.Expected.All(e => !e.Contains(label)));
            met += sentence.Expected.Count(e => said.Exists(e.Contains));
            missed += sentence.Expected.Count(e => !said.Exists(e.Contains));
        }

        return new Measured(right, wrong, met, missed);
    }

    private static List<Labelled> Read(string file) => [.. TaxonomyFile.Rows(File.ReadAllText(Path.Combine(Folder, file)), 2)
        .Select(r => new Labelled(r[0], [.. r[1].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(e => e.Split('|').Select(InOrder).ToHashSet(StringComparer.Ordinal))]))];

    private static string InOrder(string label)
    {
        var cut = label.IndexOf(':', StringComparison.Ordinal);
        if (cut < 0)
        {
            return label;
        }

        var marks = label[..cut].Split('+');
        return string.Join('+', new[] { "other", "past", "ask" }.Where(marks.Contains)) + label[cut..];
    }

    /// <param name="Expected">What is to be recognised, each with the labels that are right for it.</param>
    public sealed record Labelled(string Sentence, IReadOnlyList<IReadOnlySet<string>> Expected);

    /// <param name="Right">Suggestions that a label allows.</param>
    /// <param name="Met">Labels that a suggestion answers.</param>
    public sealed record Measured(int Right, int Wrong, int Met, int Missed)
    {
        public double Precision => Right / (double)(Right + Wrong);

        public double Recall => Met / (double)(Met + Missed);
    }
}
