using AbcdConnect.Application.People;
using AbcdConnect.Domain.People;

namespace AbcdConnect.Application.Connections.Matching;

/// <summary>What a gift or an ask says of a person, as far as matching goes.</summary>
internal enum Meaning
{
    /// <summary>Knows, can do or can lend: head, hands and resources.</summary>
    Brings,

    /// <summary>An ask, of whatever kind.</summary>
    Wants,

    /// <summary>Heart.</summary>
    Cares,
    Hopes,
    Imagines,

    /// <summary>A story of their own.</summary>
    Tells,
}

/// <summary>One thing somebody said: a gift or an ask, with its entry of the taxonomy.</summary>
/// <param name="Term">Null where no entry fits; it can then only be matched with places, by its words.</param>
/// <param name="Certain">1 where the entry was chosen; less where it was guessed from the words.</param>
internal sealed record Said(Meaning Meaning, CachedTerm? Term, string Words, DateOnly On, double Certain = 1)
{
    public static Meaning MeaningOf(GiftDirection direction, GiftKind kind) => (direction, kind) switch
    {
        (GiftDirection.Ask, _) => Meaning.Wants,
        (_, GiftKind.Heart) => Meaning.Cares,
        (_, GiftKind.Hope) => Meaning.Hopes,
        (_, GiftKind.Idea) => Meaning.Imagines,
        (_, GiftKind.Story) => Meaning.Tells,
        _ => Meaning.Brings,
    };
}
