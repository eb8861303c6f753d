using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Search;

/// <summary>Who may see a record, as far as the index of words knows it: each area has words and records of its own, so that
/// whoever may see two neighbourhoods reads two areas and nothing of the others.</summary>
public static class SearchArea
{
    /// <summary>The whole programme's: for kinds that everybody of the programme may see. A person or conversation that
    /// belongs to no neighbourhood and to nobody is here too, and is seen by those who see everything.</summary>
    public const long Programme = 0;

    /// <summary>A neighbourhood's own area.</summary>
    public static long Of(NeighbourhoodId neighbourhood) => neighbourhood.Value;

    /// <summary>What one member wrote down without a neighbourhood.</summary>
    public static long Of(UserId owner) => -owner.Value;

    /// <summary>The area of a record that belongs to a neighbourhood, or else to whoever wrote it down.</summary>
    public static long Of(NeighbourhoodId? neighbourhood, UserId? owner) =>
        neighbourhood is { } place ? Of(place) : owner is { } member ? Of(member) : Programme;
}
