using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using MediatR;

namespace AbcdConnect.Application.OpenReferral;

/// <summary>Open Referral: one service where it is, with all that belongs to it.</summary>
[Requires(Permission.ReadOpenData)]
public sealed record SeeServiceAtLocation(Guid Id) : IRequest<OpenServiceAtLocation>;

internal sealed class SeeServiceAtLocationHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SeeServiceAtLocation, OpenServiceAtLocation>
{
    public async Task<OpenServiceAtLocation> Handle(SeeServiceAtLocation request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var ids = await SharedProgramme.Ids(db, viewer, cancellationToken);
        var (asset, hours, postcodes) = await OpenEntry.Read(db, viewer, ids.NumberOf(OpenKind.ServiceAtLocation, request.Id), "service at a location", cancellationToken);
        return new OpenMapping(ids).FullAtLocation(asset, hours, postcodes);
    }
}
