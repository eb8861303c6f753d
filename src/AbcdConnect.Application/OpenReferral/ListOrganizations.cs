using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using MediatR;

namespace AbcdConnect.Application.OpenReferral;

/// <summary>Open Referral: a page of organisations.</summary>
[Requires(Permission.ReadOpenData)]
public sealed record ListOrganizations(OpenQuestion Ask) : IRequest<OpenPage<OpenOrganization>>;

internal sealed class ListOrganizationsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ListOrganizations, OpenPage<OpenOrganization>>
{
    public async Task<OpenPage<OpenOrganization>> Handle(ListOrganizations request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var ids = await SharedProgramme.Ids(db, viewer, cancellationToken);
        var map = new OpenMapping(ids);
        var (total, found) = await OpenQuestions.Ask(db, viewer, ids, request.Ask, clock.Today(), cancellationToken);
        return new(total, request.Ask.Page, request.Ask.PerPage, found.Count, OpenRows.Read(db, found, (asset, _) => map.Organization(asset), withPoints: false, cancellationToken));
    }
}
