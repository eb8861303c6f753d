using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>The shared words for gifts, by kind and group.</summary>
[Requires(Permission.ManageTaxonomy)]
public sealed record ListTaxonomy(ListRequest List, GiftKind? Kind = null) : IRequest<Page<TermRow>>;

/// <param name="Used">How many gifts and asks use it.</param>
public sealed record TermRow(GiftTermId Id, GiftKind Kind, string Group, string Name, string? Synonyms, int Used);

internal sealed class ListTaxonomyHandler(IAbcdDbContext db, GiftTermCache cache) : IRequestHandler<ListTaxonomy, Page<TermRow>>
{
    private const int Everything = 100_000;

    public async Task<Page<TermRow>> Handle(ListTaxonomy request, CancellationToken cancellationToken)
    {
        var terms = db.GiftTerms.AsQueryable();
        if (request.Kind is { } kind)
        {
            terms = terms.Where(t => t.Kind == kind);
        }

        if (!string.IsNullOrWhiteSpace(request.List.Q))
        {
            var found = (await cache.Suggest(db, request.List.Q, request.Kind, Everything, cancellationToken)).Select(t => t.Id).ToList();
            terms = terms.Where(t => EF.Parameter(found).Contains(t.Id));
        }

        var ordered = request.List.Sort switch
        {
            "-name" => terms.OrderByDescending(t => t.Name).ThenBy(t => t.Kind),
            "name" => terms.OrderBy(t => t.Name).ThenBy(t => t.Kind),
            _ => terms.OrderBy(t => t.Kind).ThenBy(t => t.Group).ThenBy(t => t.Name),
        };
        return await ordered
            .Select(t => new TermRow(t.Id, t.Kind, t.Group, t.Name, t.Synonyms, db.Gifts.Count(g => g.TermId == t.Id)))
            .PageAsync(request.List, cancellationToken);
    }
}
