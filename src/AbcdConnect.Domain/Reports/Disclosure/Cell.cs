using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Reports.Disclosure;

/// <summary>Which count: the same wherever it is published, so that a reader of two reports can lay one beside the other.</summary>
/// <param name="What">What is counted: new-conversations.</param>
/// <param name="Part">A part of it; empty for the whole. One that is called paired~moved~better says by its name that it is one of the parts
/// which, all of them published together, make the part paired: <see cref="Listed"/>.</param>
/// <param name="Place">The neighbourhood's number; 0 for what lies in none; null for the whole programme.</param>
/// <param name="From">The period's first month.</param>
/// <param name="To">Its last.</param>
public readonly record struct CellKey(string What, string Part, long? Place, YearMonth From, YearMonth To)
{
    private const char Between = '~';

    /// <summary>One of several parts that make up a whole and are published with it.</summary>
    /// <param name="whole">The part that they make up; empty for all of it.</param>
    /// <param name="listing">By what it is parted.</param>
    /// <param name="member">Which of the parts.</param>
    public static string Listed(string whole, string listing, string member) => $"{whole}{Between}{listing}{Between}{member}";

    /// <summary>The whole and the listing that the part's name speaks of; null where it speaks of none.</summary>
    public (string Whole, string Listing)? PartsOf
    {
        get
        {
            var last = Part.LastIndexOf(Between);
            var first = last > 0 ? Part.LastIndexOf(Between, last - 1) : -1;
            return first < 0 ? null : (Part[..first], Part[(first + 1)..last]);
        }
    }

    public override string ToString() => $"{What}{(Part.Length > 0 ? "/" + Part : "")} {(Place is { } place ? "@" + place : "all")} {From}{(From == To ? "" : ".." + To)}";
}

/// <summary>One count that is, or was, or may be published, with what only the programme knows of it.</summary>
/// <param name="Value">The true count.</param>
/// <param name="OfPeople">Whether a small one says something about somebody. Of things (places, meetings) it does not.</param>
/// <param name="CountedOnce">Each person once in each period and place, so that parts may come to more than their whole.</param>
/// <param name="TellsIfNought">Nobody at all would say something of everybody: of seven who were told about a place, none went.</param>
/// <param name="Cost">What it costs the reader if it is hidden, against other cells. 1 for one of many.</param>
/// <param name="StandsAlone">Tied to no other place and no other time: how many ties stood on a day, what people said in a stretch of time.</param>
/// <param name="MayBeFew">It was hidden in an edition from before counts were kept, so that nobody knows whether it was few then: it is protected as if it had been.</param>
/// <param name="IsTold">Not where it is nowhere told itself, and only what is left between counts that are: of 40 who were asked 38 answered.</param>
public sealed record Cell(CellKey Key, int Value, bool OfPeople, bool CountedOnce = false, bool TellsIfNought = false, int Cost = 1, bool StandsAlone = false, bool IsTold = true, bool MayBeFew = false)
{
    /// <summary>Whether the policy hides it for its own sake.</summary>
    public bool MustHide(DisclosurePolicy policy) => MayBeFew || (OfPeople && policy.Hides(Value)) || (TellsIfNought && Value == 0);

    /// <summary>Everything that a reader must find possible of it, where it is hidden for its own sake.</summary>
    public (int Low, int High) MustStayPossible(DisclosurePolicy policy) => (Value == 0 ? 0 : 1, Math.Max(policy.LargestHidden, MayBeFew ? Value : 0));

    /// <summary>As it is published where it is not hidden.</summary>
    public PublishedCount Shown(DisclosurePolicy policy) => new(OfPeople ? policy.Rounded(Value) : Value);

    /// <summary>As the protector sees it, where nothing of it was published before.</summary>
    internal SystemCell In(DisclosurePolicy policy) => new(
        Value,
        IsTold ? CellState.Open : CellState.NotShown,
        OfPeople && !policy.Hides(Value) ? policy.Behind(policy.Rounded(Value)) : (Value, Value),
        MustHide(policy) ? MustStayPossible(policy) : null,
        Cost);
}
