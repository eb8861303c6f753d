using AbcdConnect.Application.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Web.Features.Shared;

namespace AbcdConnect.Web.Features.Conversations;

/// <summary>What two people wrote differently in the parts of one conversation: whom they named, where, and what was heard of gifts.</summary>
internal static class ConversationConflict
{
    public static IEnumerable<FieldDifference> InParts(ConversationOpened theirs, ConversationForm yours, ConversationPrepared prepared)
    {
        yield return new("Who with?", string.Join(", ", theirs.People.Select(p => p.Name)), string.Join(", ", WhoYouNamed(theirs, yours, prepared)));
        yield return new("Where?", theirs.Place ?? "", prepared.Place?.Name ?? yours.NewPlace?.Trim() ?? yours.PlaceName?.Trim() ?? "");
        yield return new(
            "Neighbourhood",
            theirs.Neighbourhood ?? "",
            yours.Neighbourhood == theirs.NeighbourhoodId?.Value ? theirs.Neighbourhood ?? "" : prepared.Neighbourhoods.FirstOrDefault(n => n.Id.Value == yours.Neighbourhood)?.Name ?? "");
        yield return new(
            "Gifts and asks",
            string.Join("\n", theirs.Gifts.Select(g => InWords(g.Direction, g.Kind, g.Words, g.Term))),
            string.Join("\n", Given(yours).Select(g => InWords(g.Direction, g.Kind, g.Words!.Trim(), g.TermName ?? theirs.Gifts.FirstOrDefault(t => t.TermId is { } term && term.Value == g.TermId)?.Term)).Concat(yours.Accepted.Select(AcceptedGift.Read).OfType<AcceptedGift>().Select(a => InWords(a.Direction, a.Kind, a.Words, null)))));
    }

    /// <summary>A gift that they added stands in the form too, so that saving loses none; one that they took away and you kept is
    /// heard anew.</summary>
    public static void TakeTheirGiftsIn(ConversationOpened theirs, ConversationForm yours)
    {
        foreach (var gone in yours.Gifts.Where(g => g.Id is { } id && theirs.Gifts.All(t => t.Id.Value != id)))
        {
            gone.Id = null;
        }

        var known = yours.Gifts.Select(g => g.Id).ToHashSet();
        yours.Gifts.AddRange(ConversationForm.Of(theirs).Gifts.Where(g => !known.Contains(g.Id)));
    }

    private static IEnumerable<string> WhoYouNamed(ConversationOpened theirs, ConversationForm yours, ConversationPrepared prepared)
    {
        // By the same names on both sides, in the same order: only who was named is to differ.
        var both = theirs.People.Where(p => yours.PersonIds.Contains(p.Id!.Value.Value)).ToList();
        return both.Select(p => p.Name)
            .Concat(prepared.People.Where(p => both.TrueForAll(b => b.Id != p.Id)).Select(p => p.Name))
            .Concat(yours.NewPeople.Where(n => !string.IsNullOrWhiteSpace(n)).Select(n => $"{n.Trim()} (new)"))
            .Concat((yours.PersonNames ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static IEnumerable<HeardGiftForm> Given(ConversationForm form) => form.Gifts.Where(g => !string.IsNullOrWhiteSpace(g.Words));

    private static string InWords(GiftDirection direction, GiftKind kind, string words, string? term) =>
        $"{(direction == GiftDirection.Ask ? "Ask" : Words.Of(kind))}: {words}{(string.IsNullOrWhiteSpace(term) ? "" : $" ({term.Trim()})")}";
}
