using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.People;
using MediatR;

namespace AbcdConnect.Application.People;

/// <summary>The gifts and asks that a text seems to speak of, to be accepted or refused. Nothing is kept.</summary>
[Requires(Permission.LogConversation)]
public sealed record RecogniseGifts(string? Heard) : IRequest<IReadOnlyList<SuggestedGift>>;

/// <param name="Words">What was said of it, as typed.</param>
/// <param name="OfOther">It is somebody else's than theirs who talked.</param>
/// <param name="Past">It was once, and is perhaps worth asking about.</param>
public sealed record SuggestedGift(GiftTermId Term, string Name, GiftKind Kind, GiftDirection Direction, bool OfOther, bool Past, string Words);

internal sealed class RecogniseGiftsHandler(IAbcdDbContext db, LexiconCache lexicons) : IRequestHandler<RecogniseGifts, IReadOnlyList<SuggestedGift>>
{
    public async Task<IReadOnlyList<SuggestedGift>> Handle(RecogniseGifts request, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Heard))
        {
            return [];
        }

        var current = await lexicons.Current(db, cancellationToken);
        var names = current.Of.ToDictionary(t => t.Id.Value, t => t.Name);
        return [.. new Recogniser(current.Lexicon).In(request.Heard).Select(g => new SuggestedGift(
            GiftTermId.From(g.Term),
            names[g.Term],
            g.Kind,
            g.Direction,
            g.OfOther,
            g.Past,
            Short(request.Heard[g.From..g.End])))];
    }

    private static string Short(string words) => words.Length <= GiftRules.LongestWords ? words : words[..GiftRules.LongestWords];
}
