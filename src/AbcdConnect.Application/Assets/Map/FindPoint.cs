using System.Globalization;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Map;

/// <summary>Where something typed lies: a postcode of the imported table, the name of a neighbourhood, or a point as the map writes it
/// ("52.9512, 0.2931").</summary>
[Requires(Permission.SeeAssets)]
public sealed record FindPoint(string Text) : IRequest<FindPointAnswer>;

public abstract record FindPointAnswer;

/// <param name="Words">How to call it: "M33 4QJ", "Brook End", "the point on the map".</param>
public sealed record PointFound(double Latitude, double Longitude, string Words) : FindPointAnswer;

/// <param name="Why">And what to do, in the reader's words.</param>
public sealed record PointNotFound(string Why) : FindPointAnswer;

internal sealed class FindPointHandler(IAbcdDbContext db, ICurrentViewer current, IPlaceFinder finder) : IRequestHandler<FindPoint, FindPointAnswer>
{
    public Task<FindPointAnswer> Handle(FindPoint request, CancellationToken cancellationToken) =>
        TypedPlace.Find(db, finder, current.Required().ProgrammeId, request.Text, cancellationToken);
}

internal static class TypedPlace
{
    public static async Task<FindPointAnswer> Find(IAbcdDbContext db, IPlaceFinder finder, ProgrammeId programme, string typed, CancellationToken token)
    {
        var text = typed.Trim();
        if (Words.Postcode(text) is { } code)
        {
            var known = await db.Postcodes.AsNoTracking().FirstOrDefaultAsync(p => p.Code == code, token);
            return known is null
                ? new PointNotFound($"We do not know the postcode {code}. It may be new, or no longer in use. Try one nearby, or tap the map.")
                : new PointFound(known.Latitude, known.Longitude, code);
        }

        if (Pair(text) is var (latitude, longitude))
        {
            return latitude is < -90 or > 90 || longitude is < -180 or > 180
                ? new PointNotFound("That point is not on this Earth: latitude comes first and lies between -90 and 90, then longitude between -180 and 180.")
                : UkExtent.LooksSwapped(latitude, longitude)
                    ? new PointNotFound("Latitude and longitude look swapped: latitude comes first, and in the United Kingdom it lies between 49 and 61.")
                    : new PointFound(latitude, longitude, "the point on the map");
        }

        var place = await db.Neighbourhoods.Where(n => n.ProgrammeId == programme && n.Name == text).Select(n => new { n.Id, n.Name }).FirstOrDefaultAsync(token);
        if (place is not null && (await Placing.Load(db, finder, programme, token)).Middles().TryGetValue(place.Id, out var middle))
        {
            return new PointFound(middle.Latitude, middle.Longitude, place.Name);
        }

        return new PointNotFound("We cannot find that. Type a whole postcode such as M33 4QJ or a neighbourhood's name, or tap the map.");
    }

    private static (double Latitude, double Longitude)? Pair(string text) =>
        text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) is [var first, var second]
        && double.TryParse(first, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) && double.IsFinite(latitude)
        && double.TryParse(second, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude) && double.IsFinite(longitude)
            ? (latitude, longitude)
            : null;
}
