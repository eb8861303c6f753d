using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using MediatR;

namespace AbcdConnect.Application.OpenReferral;

/// <summary>Open Referral: one service, with all that belongs to it.</summary>
[Requires(Permission.ReadOpenData)]
public sealed record SeeService(Guid Id) : IRequest<OpenService>;

internal sealed class SeeServiceHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SeeService, OpenService>
{
    public async Task<OpenService> Handle(SeeService request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var ids = await SharedProgramme.Ids(db, viewer, cancellationToken);
        var (asset, hours, postcodes) = await OpenEntry.Read(db, viewer, ids.NumberOf(OpenKind.Service, request.Id), "service", cancellationToken);
        return new OpenMapping(ids).FullService(asset, hours, postcodes);
    }
}
