using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using MediatR;

namespace AbcdConnect.Application.OpenReferral;

/// <summary>Open Referral: the taxonomies; there is one.</summary>
[Requires(Permission.ReadOpenData)]
public sealed record ListTaxonomies(int Page = 1, int PerPage = OpenQuestion.UsualPage) : IRequest<OpenPage<OpenTaxonomy>>;

internal sealed class ListTaxonomiesHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ListTaxonomies, OpenPage<OpenTaxonomy>>
{
    public async Task<OpenPage<OpenTaxonomy>> Handle(ListTaxonomies request, CancellationToken cancellationToken) =>
        OpenTerms.Page([new OpenMapping(await SharedProgramme.Ids(db, current.Required(), cancellationToken)).Taxonomy()], request.Page, request.PerPage);
}
