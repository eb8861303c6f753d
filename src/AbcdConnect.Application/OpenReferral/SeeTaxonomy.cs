using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using MediatR;

namespace AbcdConnect.Application.OpenReferral;

/// <summary>Open Referral: one taxonomy with its terms.</summary>
[Requires(Permission.ReadOpenData)]
public sealed record SeeTaxonomy(Guid Id) : IRequest<OpenTaxonomy>;

internal sealed class SeeTaxonomyHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SeeTaxonomy, OpenTaxonomy>
{
    public async Task<OpenTaxonomy> Handle(SeeTaxonomy request, CancellationToken cancellationToken)
    {
        var map = new OpenMapping(await SharedProgramme.Ids(db, current.Required(), cancellationToken));
        return map.TaxonomyId == request.Id ? map.Taxonomy() with { TaxonomyTerms = await OpenTerms.All(db, map, cancellationToken) } : throw new NotFoundException("taxonomy");
    }
}
