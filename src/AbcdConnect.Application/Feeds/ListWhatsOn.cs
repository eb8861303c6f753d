using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Map;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Feeds;

/// <summary>The neighbourhoods whose "what's on" anybody may read; and which of them a postcode lies in.</summary>
/// <param name="Near">A postcode or a neighbourhood's name, where somebody typed one.</param>
[Requires(Permission.ReadOpenData)]
public sealed record ListWhatsOn(string? Near = null) : IRequest<WhatsOnPlaces>;

/// <param name="Here">The neighbourhood it lies in; null where nothing was typed or it lies in none.</param>
/// <param name="WhyNot">Why it was not found, and what to do; null where it was, or nothing was typed.</param>
public sealed record WhatsOnPlaces(string Programme, IReadOnlyList<WhatsOnPlace> Neighbourhoods, NeighbourhoodId? Here, string? WhyNot);

public sealed record WhatsOnPlace(NeighbourhoodId Id, string Name);

internal sealed class ListWhatsOnHandler(IAbcdDbContext db, ICurrentViewer current, IPlaceFinder finder) : IRequestHandler<ListWhatsOn, WhatsOnPlaces>
{
    public async Task<WhatsOnPlaces> Handle(ListWhatsOn request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var name = await db.Programmes.Where(p => p.Id == programme).Select(p => p.Name).SingleAsync(cancellationToken);
        var places = await db.Neighbourhoods.Where(n => n.ProgrammeId == programme).OrderBy(n => n.Name).Select(n => new WhatsOnPlace(n.Id, n.Name)).ToListAsync(cancellationToken);
        if (string.IsNullOrWhiteSpace(request.Near))
        {
            return new WhatsOnPlaces(name, places, null, null);
        }

        var typed = request.Near.Trim();
        if (places.Find(p => string.Equals(p.Name, typed, StringComparison.OrdinalIgnoreCase)) is { } named)
        {
            return new WhatsOnPlaces(name, places, named.Id, null);
        }

        var placing = await Placing.Load(db, finder, programme, cancellationToken);
        var known = (await Placing.Postcodes(db, [typed], cancellationToken)).Values.FirstOrDefault();
        var here = known is not null ? placing.Of(known)
            : await TypedPlace.Find(db, finder, programme, typed, cancellationToken) is PointFound point ? placing.Of(point.Latitude, point.Longitude, null) : null;
        return new WhatsOnPlaces(name, places, here, here is not null ? null : known is not null ? "That postcode lies in none of these neighbourhoods." : "We do not know that postcode. Choose a neighbourhood below.");
    }
}
