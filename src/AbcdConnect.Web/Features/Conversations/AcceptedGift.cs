using System.Globalization;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.People;

namespace AbcdConnect.Web.Features.Conversations;

/// <summary>A suggestion that somebody ticked, as the form carries it: entry, kind, direction, whose and words, with a bar
/// between them. assets/scripts/recognised.ts writes the same.</summary>
internal sealed record AcceptedGift(GiftTermId Term, GiftKind Kind, GiftDirection Direction, bool OfOther, string Words)
{
    /// <summary>ViewData key: what the server recognised, where it was asked to.</summary>
    public const string Suggested = "Recognised";

    private const int Parts = 5;

    public string KindWord => Direction == GiftDirection.Ask ? "Ask" : Kind == GiftKind.Resource ? "Could lend or give" : Kind.ToString();

    public string Tone => Direction == GiftDirection.Ask ? "ask" : Kind.ToString().ToLowerInvariant();

    public static AcceptedGift Of(SuggestedGift gift) => new(gift.Term, gift.Kind, gift.Direction, gift.OfOther, gift.Words);

    /// <returns>Null for what no page of ours wrote.</returns>
    public static AcceptedGift? Read(string value)
    {
        var parts = value.Split('|', Parts);
        return parts.Length == Parts
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var term)
            && Enum.TryParse<GiftKind>(parts[1], out var kind) && Enum.IsDefined(kind)
            && Enum.TryParse<GiftDirection>(parts[2], out var direction) && Enum.IsDefined(direction)
            ? new AcceptedGift(GiftTermId.From(term), kind, direction, parts[3] == "other", parts[4])
            : null;
    }

    public HeardGift ToHeard() => new(Direction, Kind, Words, Term, OfSomebodyElse: OfOther);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Term.Value}|{Kind}|{Direction}|{(OfOther ? "other" : "self")}|{Words}");
}
