using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using MediatR;

namespace AbcdConnect.Application.OpenReferral;

/// <summary>Open Referral: one organisation, with all that belongs to it.</summary>
[Requires(Permission.ReadOpenData)]
public sealed record SeeOrganization(Guid Id) : IRequest<OpenOrganization>;

internal sealed class SeeOrganizationHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SeeOrganization, OpenOrganization>
{
    public async Task<OpenOrganization> Handle(SeeOrganization request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var ids = await SharedProgramme.Ids(db, viewer, cancellationToken);
        var (asset, hours, postcodes) = await OpenEntry.Read(db, viewer, ids.NumberOf(OpenKind.Organization, request.Id), "organisation", cancellationToken);
        return new OpenMapping(ids).FullOrganization(asset, hours, postcodes);
    }
}
