using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.People;
using MediatR;

namespace AbcdConnect.Application.People;

/// <summary>Entries of the taxonomy whose name or synonyms begin as typed.</summary>
[OpenToAll]
public sealed record SuggestGiftTerms(string? Q, GiftKind? Kind = null) : IRequest<IReadOnlyList<SuggestedTerm>>
{
    public const int Most = 8;
}

public sealed record SuggestedTerm(GiftTermId Id, GiftKind Kind, string Group, string Name);

internal sealed class SuggestGiftTermsHandler(IAbcdDbContext db, GiftTermCache terms) : IRequestHandler<SuggestGiftTerms, IReadOnlyList<SuggestedTerm>>
{
    public async Task<IReadOnlyList<SuggestedTerm>> Handle(SuggestGiftTerms request, CancellationToken cancellationToken) =>
        [.. (await terms.Suggest(db, request.Q, request.Kind, SuggestGiftTerms.Most, cancellationToken)).Select(t => new SuggestedTerm(t.Id, t.Kind, t.Group, t.Name))];
}
