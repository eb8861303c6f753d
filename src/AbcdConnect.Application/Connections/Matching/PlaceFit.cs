using AbcdConnect.Application.Search;

namespace AbcdConnect.Application.Connections.Matching;

/// <summary>How a place or an activity came to fit something said.</summary>
internal enum PlaceMatch
{
    None,

    /// <summary>Its description speaks of it.</summary>
    Description,

    /// <summary>Its category is at home with the whole group of such gifts.</summary>
    Group,

    /// <summary>Its category is at home with this very gift.</summary>
    Category,

    /// <summary>Its name speaks of it.</summary>
    Name,
}

/// <param name="Word">The word found, where a word was found.</param>
internal sealed record PlaceBond(Said Said, PlaceMatch How, string? Word, double Strength);

/// <summary>A place or an activity, as far as fitting goes: the stems of its words, worked out once.</summary>
internal sealed class PlaceWords(string name, string? description, string? category)
{
    private Dictionary<string, string>? described;

    public IReadOnlyDictionary<string, string> Name { get; } = ByStem(name);

    public IReadOnlyDictionary<string, string> Description => described ??= ByStem(description);

    public string? Category { get; } = category;

    // Each stem with the word it is of, so that the reason says the word.
    private static Dictionary<string, string> ByStem(string? text)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in Tokens.Split(text))
        {
            if (TermKinship.StemOf(word) is { } stem)
            {
                words.TryAdd(stem, word);
            }
        }

        return words;
    }
}

/// <summary>What else bears on sending somebody to a place.</summary>
/// <param name="ClosesSoon">It closes within four weeks.</param>
/// <param name="Unconfirmed">Nobody has said for two years that the entry is true.</param>
internal sealed record PlaceCircumstances(double? Metres = null, Suits Suits = Suits.NotKnown, bool ClosesSoon = false, bool Unconfirmed = false);

/// <summary>Something said, made ready once to be held beside many places.</summary>
/// <param name="Stems">The words that a place would have to use.</param>
/// <param name="ForTerm">Categories that fit its entry by itself.</param>
/// <param name="ForGroup">Categories that fit its group.</param>
internal sealed record SaidOfPlaces(Said Said, double Freshness, IReadOnlyList<string> Stems, IReadOnlySet<string> ForTerm, IReadOnlySet<string> ForGroup);

/// <summary>How well a place fits what somebody said. Pure. Combines as <see cref="PeopleFit"/> does.</summary>
internal static class PlaceFit
{
    public const double Least = 0.2;

    /// <summary>Together what is about one entry or, without one, in one wording.</summary>
    public static IReadOnlyList<IReadOnlyList<SaidOfPlaces>> Ready(IReadOnlyCollection<Said> said, TermKinship kin, PlacesByTerm places, DateOnly today) =>
    [
        .. said.GroupBy(s => (s.Meaning, s.Term?.Id, s.Term is null ? s.Words : "")).Select(about => about.Select(one => new SaidOfPlaces(
            one,
            PeopleFit.Freshness(one, today),
            StemsOf(one, kin),
            one.Term is { } term ? places.ForTerm(term).ToHashSet(StringComparer.Ordinal) : [],
            one.Term is { } wide ? places.ForGroup(wide).ToHashSet(StringComparer.Ordinal) : [])).ToList()),
    ];

    public static (double Strength, IReadOnlyList<PlaceBond> Bonds) Of(IReadOnlyList<IReadOnlyList<SaidOfPlaces>> said, PlaceWords place)
    {
        var bonds = new List<PlaceBond>();
        foreach (var about in said)
        {
            // The freshest counts.
            PlaceBond? best = null;
            foreach (var one in about)
            {
                var (how, word) = Match(one, place);
                var strength = Worth(how) * Weight(one.Said.Meaning) * one.Said.Certain * one.Freshness;
                if (strength > 0 && (best is null || strength > best.Strength))
                {
                    best = new PlaceBond(one.Said, how, word, strength);
                }
            }

            if (best is not null)
            {
                bonds.Add(best);
            }
        }

        bonds.Sort((a, b) => a.Strength != b.Strength ? b.Strength.CompareTo(a.Strength) : string.CompareOrdinal(a.Said.Words, b.Said.Words));
        return (1 - bonds.Aggregate(1.0, (without, bond) => without * (1 - bond.Strength)), bonds);
    }

    public static double Score(double fit, PlaceCircumstances around) =>
        fit
        * Reach.Nearness(around.Metres)
        * around.Suits switch { Suits.Day => 1.15, Suits.Open => 1, Suits.NotKnown => 0.9, _ => 0.8 }
        * (around.ClosesSoon ? 0.5 : 1)
        * (around.Unconfirmed ? 0.85 : 1);

    /// <summary>What was asked for comes first, then what is hoped for, cared about and imagined; then what could be brought there.</summary>
    public static double Weight(Meaning meaning) => meaning switch
    {
        Meaning.Wants => 1,
        Meaning.Hopes => 0.9,
        Meaning.Cares => 0.8,
        Meaning.Imagines => 0.7,
        Meaning.Brings => 0.65,
        _ => 0.5,
    };

    public static double Worth(PlaceMatch how) => how switch
    {
        PlaceMatch.Name => 0.7,
        PlaceMatch.Category => 0.6,
        PlaceMatch.Description => 0.33,
        PlaceMatch.Group => 0.35,
        _ => 0,
    };

    private static (PlaceMatch How, string? Word) Match(SaidOfPlaces said, PlaceWords place)
    {
        if (FirstIn(place.Name, said.Stems) is { } named)
        {
            return (PlaceMatch.Name, named);
        }

        if (place.Category is { } category && said.ForTerm.Contains(category))
        {
            return (PlaceMatch.Category, null);
        }

        if (place.Category is { } kept && said.ForGroup.Contains(kept))
        {
            return (PlaceMatch.Group, null);
        }

        return FirstIn(place.Description, said.Stems) is { } described ? (PlaceMatch.Description, described) : (PlaceMatch.None, null);
    }

    private static string? FirstIn(IReadOnlyDictionary<string, string> words, IReadOnlyList<string> stems)
    {
        foreach (var stem in stems)
        {
            if (words.TryGetValue(stem, out var word))
            {
                return word;
            }
        }

        return null;
    }

    /// <summary>The words that a place would have to use.</summary>
    public static IReadOnlyList<string> StemsOf(Said said, TermKinship kin) =>
        said.Term is { } term ? [.. kin.Telling(term).Order(StringComparer.Ordinal)] : [.. TermKinship.Stems(Tokens.Split(said.Words)).Order(StringComparer.Ordinal).Take(6)];
}
