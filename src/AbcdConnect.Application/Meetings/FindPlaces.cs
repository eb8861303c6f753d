using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Search;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings;

/// <summary>Places on the map where a meeting could be, by the beginnings of their words.</summary>
[Requires(Permission.RunMeetings)]
public sealed record FindPlaces(string? Q) : IRequest<IReadOnlyList<PlaceChoice>>;

public sealed record PlaceChoice(AssetId Id, string Name, string? Address);

internal sealed class FindPlacesHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<FindPlaces, IReadOnlyList<PlaceChoice>>
{
    private const int Most = 10;

    public async Task<IReadOnlyList<PlaceChoice>> Handle(FindPlaces request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var words = db.RecordsWith(viewer.ProgrammeId, SearchKind.Asset, request.Q).ToList();
        if (words.Count == 0)
        {
            return [];
        }

        var today = clock.Today();
        var places = db.Assets.Where(a => a.ProgrammeId == viewer.ProgrammeId && a.MergedInto == null && a.RejectedOn == null && (a.ClosedOn == null || a.ClosedOn >= today));
        foreach (var found in words)
        {
            places = places.Where(a => found.Contains((long)(object)a.Id));
        }

        return await places.OrderBy(a => a.Name).ThenBy(a => a.Id).Take(Most).Select(a => new PlaceChoice(a.Id, a.Name, a.Address)).ToListAsync(cancellationToken);
    }
}
