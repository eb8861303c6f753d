using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using MediatR;

namespace AbcdConnect.Application.OpenReferral;

/// <summary>Open Referral: a page of services where they are; nearest first where a postcode is given.</summary>
[Requires(Permission.ReadOpenData)]
public sealed record ListServicesAtLocations(OpenQuestion Ask) : IRequest<OpenPage<OpenServiceAtLocation>>;

internal sealed class ListServicesAtLocationsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ListServicesAtLocations, OpenPage<OpenServiceAtLocation>>
{
    public async Task<OpenPage<OpenServiceAtLocation>> Handle(ListServicesAtLocations request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var ids = await SharedProgramme.Ids(db, viewer, cancellationToken);
        var map = new OpenMapping(ids);
        var (total, found) = await OpenQuestions.Ask(db, viewer, ids, request.Ask, clock.Today(), cancellationToken);
        return new(total, request.Ask.Page, request.Ask.PerPage, found.Count, OpenRows.Read(db, found, map.ListedAtLocation, withPoints: true, cancellationToken));
    }
}
