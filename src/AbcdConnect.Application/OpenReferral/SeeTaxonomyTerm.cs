using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using MediatR;

namespace AbcdConnect.Application.OpenReferral;

/// <summary>Open Referral: one term.</summary>
[Requires(Permission.ReadOpenData)]
public sealed record SeeTaxonomyTerm(Guid Id) : IRequest<OpenTerm>;

internal sealed class SeeTaxonomyTermHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SeeTaxonomyTerm, OpenTerm>
{
    public async Task<OpenTerm> Handle(SeeTaxonomyTerm request, CancellationToken cancellationToken)
    {
        var map = new OpenMapping(await SharedProgramme.Ids(db, current.Required(), cancellationToken));
        return (await OpenTerms.All(db, map, cancellationToken)).Find(t => t.Id == request.Id) ?? throw new NotFoundException("taxonomy term");
    }
}
