using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>One entry of the taxonomy, to change it.</summary>
[Requires(Permission.ManageTaxonomy)]
public sealed record ShowGiftTerm(GiftTermId Id) : IRequest<TermRow>;

internal sealed class ShowGiftTermHandler(IAbcdDbContext db) : IRequestHandler<ShowGiftTerm, TermRow>
{
    public async Task<TermRow> Handle(ShowGiftTerm request, CancellationToken cancellationToken) =>
        await db.GiftTerms.Where(t => t.Id == request.Id)
            .Select(t => new TermRow(t.Id, t.Kind, t.Group, t.Name, t.Synonyms, db.Gifts.Count(g => g.TermId == t.Id)))
            .SingleOrDefaultAsync(cancellationToken)
        ?? throw new NotFoundException("entry");
}
