using System.Runtime.CompilerServices;
using AbcdConnect.Application.People;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.People;

namespace AbcdConnect.Application.Connections.Matching;

/// <summary>How near two entries of the taxonomy are to each other. The same entry is 1. Entries that share a word which few
/// entries have ("bike" of <i>Bike repair</i> and <i>Bike workshop for young people</i>) are kin; entries that only stand in the
/// same group (<i>Knitting</i> and <i>Crochet</i>) are distant kin, and only where the group is a pursuit of its own. It is the
/// same whichever of the two is asked first.</summary>
/// <remarks>Rare words say more than common ones: the idea of inverse document frequency (K. Spärck Jones, "A statistical
/// interpretation of term specificity and its application in retrieval", Journal of Documentation 28, 1972). Nothing here is a list
/// that has to be kept: an entry that an administrator adds has its kin from its own words.</remarks>
internal sealed class TermKinship
{
    public const double Same = 1;
    public const double RareWord = 0.6;
    public const double CommonerWord = 0.35;
    public const double Group = 0.25;

    private static readonly string[] Endings = ["ings", "ing", "ies", "ers", "ed", "s"];

    // Of some four hundred entries.
    private const int Rare = 8;
    private const int Common = 20;

    private static readonly ConditionalWeakTable<IReadOnlyList<CachedTerm>, TermKinship> Made = [];

    private static readonly HashSet<string> Empty = new(
        [
            "about", "after", "again", "all", "and", "any", "anyone", "back", "better", "can", "care", "community", "day", "every", "everyone", "everything", "experience", "feel", "find", "for", "free",
            "friend", "from", "get", "good", "group", "has", "have", "help", "helper", "helping", "here", "home", "how", "into", "just", "knowledge", "know", "known", "learn", "life", "like",
            "local", "look", "looking", "lot", "love", "make", "making", "more", "much", "need", "nearby", "neighbour", "new", "not", "one", "other", "our", "out", "over", "own", "people", "person", "place",
            "really", "share", "show", "some", "somebody", "someone", "something", "somewhere", "speak", "start", "street", "talk", "tell", "that", "the", "their", "them", "there", "they",
            "thing", "this", "time", "use", "very", "want", "week", "where", "which", "who", "with", "without", "work", "would", "year", "you", "your",
        ],
        StringComparer.Ordinal);

    private readonly Dictionary<GiftTermId, CachedTerm> terms;
    private readonly Dictionary<GiftTermId, HashSet<string>> stemsOf;
    private readonly Dictionary<string, List<CachedTerm>> byStem = new(StringComparer.Ordinal);

    private TermKinship(IReadOnlyList<CachedTerm> all)
    {
        terms = all.ToDictionary(t => t.Id);
        stemsOf = all.ToDictionary(t => t.Id, t => Stems(t.NameWords.Concat(t.Alone)));
        foreach (var term in all)
        {
            foreach (var stem in stemsOf[term.Id])
            {
                (byStem.TryGetValue(stem, out var with) ? with : byStem[stem] = []).Add(term);
            }
        }
    }

    /// <summary>For a taxonomy as it was read: worked out once for each reading.</summary>
    public static TermKinship Of(IReadOnlyList<CachedTerm> all) => Made.GetValue(all, terms => new TermKinship(terms));

    public CachedTerm? Find(GiftTermId? id) => id is { } known ? terms.GetValueOrDefault(known) : null;

    /// <param name="alike">Whether it is something to share; distant kin share a pursuit, but one does not answer the other's ask.</param>
    public double Between(CachedTerm? one, CachedTerm? other, bool alike)
    {
        if (one is null || other is null)
        {
            return 0;
        }

        if (one.Id == other.Id)
        {
            return Same;
        }

        var nearest = alike && one.Kind == other.Kind && one.Group == other.Group && PlacesByTerm.Shipped.IsPursuit(one.Kind, one.Group) ? Group : 0;
        foreach (var stem in StemsOf(one))
        {
            if (byStem.TryGetValue(stem, out var with) && with.Count <= Common && StemsOf(other).Contains(stem))
            {
                nearest = Math.Max(nearest, with.Count <= Rare ? RareWord : CommonerWord);
            }
        }

        return nearest;
    }

    /// <summary>The entry itself, then its kin, the nearest first.</summary>
    public IReadOnlyList<(CachedTerm Term, double Kin)> KinOf(CachedTerm term, bool alike)
    {
        var near = StemsOf(term).SelectMany(s => byStem.TryGetValue(s, out var with) && with.Count <= Common ? with : []).ToHashSet();
        if (alike)
        {
            near.UnionWith(terms.Values.Where(t => t.Kind == term.Kind && t.Group == term.Group));
        }

        near.Add(term);
        return [.. near.Select(t => (Term: t, Kin: Between(term, t, alike))).Where(t => t.Kin > 0).OrderByDescending(t => t.Kin).ThenBy(t => t.Term.Id.Value)];
    }

    /// <summary>The entry that somebody's own words speak of, where they share words that few entries have.</summary>
    public CachedTerm? Guess(string words) => Stems(Tokens.Split(words))
        .SelectMany(s => byStem.TryGetValue(s, out var with) && with.Count <= Rare ? with.Select(t => (Term: t, Weight: 1.0 / with.Count)) : [])
        .GroupBy(f => f.Term.Id)
        .Select(f => (f.First().Term, Weight: f.Sum(w => w.Weight)))
        .OrderByDescending(f => f.Weight).ThenBy(f => f.Term.Id.Value)
        .Select(f => f.Term)
        .FirstOrDefault();

    /// <summary>The stems of an entry that are in few enough entries to mean something.</summary>
    public IEnumerable<string> Telling(CachedTerm term) => StemsOf(term).Where(s => !byStem.TryGetValue(s, out var with) || with.Count <= Common);

    /// <summary>Words without their English endings, without those that say nothing.</summary>
    public static HashSet<string> Stems(IEnumerable<string> words) => words.Select(StemOf).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The same of one word; null where it says nothing.</summary>
    public static string? StemOf(string word) =>
        word.Length >= 3 && !Empty.Contains(word) && !Tokens.IsStopword(word) && Stem(word) is { Length: >= 3 } stem && !Empty.Contains(stem) ? stem : null;

    /// <summary>bikes → bike, cooking → cook, knitting → knit; but caring stays, or it would be a car. Only enough of English to bring a
    /// taxonomy's words together.</summary>
    public static string Stem(string word)
    {
        foreach (var ending in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= (ending is "s" or "ies" ? 3 : 4) && !word.EndsWith("ss", StringComparison.Ordinal))
            {
                var rest = word[..^ending.Length];
                if (ending == "ies")
                {
                    return rest + "y";
                }

                return ending == "ers" ? rest + "er"
                    : ending != "s" && rest.Length > 3 && rest[^1] == rest[^2] && rest[^1] is not ('l' or 's') ? rest[..^1]
                    : rest;
            }
        }

        return word;
    }

    private HashSet<string> StemsOf(CachedTerm term) => stemsOf.TryGetValue(term.Id, out var known) ? known : Stems(term.NameWords.Concat(term.Alone));
}
