using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Conversations;

/// <summary>What is around somebody who stands there: the neighbourhood by its boundary, and the assets within a few minutes'
/// walk. Where they stand is looked at and not kept.</summary>
/// <param name="Latitude">WGS84 degrees.</param>
/// <param name="Longitude">WGS84 degrees.</param>
[Requires(Permission.LogConversation)]
public sealed record LookAround(double Latitude, double Longitude) : IRequest<Around>;

/// <param name="Neighbourhood">Null outside every boundary.</param>
/// <param name="IsYours">Whether a conversation there may be kept under it by the viewer.</param>
/// <param name="Places">The nearest first.</param>
public sealed record Around(NeighbourhoodChoice? Neighbourhood, bool IsYours, IReadOnlyList<PlaceAround> Places);

/// <param name="Metres">As the crow flies.</param>
public sealed record PlaceAround(AssetId Id, string Name, int Metres);

internal sealed class LookAroundValidator : AbstractValidator<LookAround>
{
    public LookAroundValidator()
    {
        RuleFor(r => r.Latitude).InclusiveBetween(-90, 90).WithMessage("That is nowhere on Earth");
        RuleFor(r => r.Longitude).InclusiveBetween(-180, 180).WithMessage("That is nowhere on Earth");
    }
}

internal sealed class LookAroundHandler(IAbcdDbContext db, ICurrentViewer current, IPlaceFinder finder) : IRequestHandler<LookAround, Around>
{
    private const int Most = 5;
    private const double ReachMetres = 400;
    private const double MetresADegree = 111_320;

    public async Task<Around> Handle(LookAround request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var (latitude, longitude) = (request.Latitude, request.Longitude);

        // Degrees of longitude are shorter the further north; within a few streets the Earth is flat.
        var narrowing = Math.Max(0.01, Math.Cos(latitude * Math.PI / 180));
        var (high, wide) = (ReachMetres / MetresADegree, ReachMetres / MetresADegree / narrowing);
        var (south, north, west, east) = (latitude - high, latitude + high, longitude - wide, longitude + wide);
        var squeeze = narrowing * narrowing;
        var near = await db.Assets.VisibleTo(viewer)
            .Where(a => a.Latitude >= south && a.Latitude <= north && a.Longitude >= west && a.Longitude <= east && a.ClosedOn == null)
            .OrderBy(a => ((a.Latitude!.Value - latitude) * (a.Latitude.Value - latitude)) + ((a.Longitude!.Value - longitude) * (a.Longitude.Value - longitude) * squeeze))
            .ThenBy(a => a.Id)
            .Take(Most)
            .Select(a => new { a.Id, a.Name, Latitude = a.Latitude!.Value, Longitude = a.Longitude!.Value })
            .ToListAsync(cancellationToken);
        var places = near
            .Select(a => new PlaceAround(a.Id, a.Name, (int)Math.Round(MetresADegree * Math.Sqrt(Math.Pow(a.Latitude - latitude, 2) + (Math.Pow(a.Longitude - longitude, 2) * squeeze)))))
            .Where(a => a.Metres <= ReachMetres)
            .ToList();

        var placing = await Placing.Load(db, finder, viewer.ProgrammeId, cancellationToken);
        if (placing.Of(latitude, longitude, null) is not { } inside)
        {
            return new Around(null, false, places);
        }

        var name = await db.Neighbourhoods.Where(n => n.Id == inside).Select(n => n.Name).SingleAsync(cancellationToken);
        return new Around(new NeighbourhoodChoice(inside, name), viewer.Role != Role.Worker || viewer.Neighbourhoods.Contains(inside), places);
    }
}
