using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Programmes;

/// <summary>Draws a neighbourhood's boundary, or mends it. What lay in no neighbourhood and lies in it finds its place.</summary>
/// <param name="Corners">A line for each corner, latitude then longitude; or GeoJSON. As <see cref="BoundaryText"/> reads them.</param>
/// <returns>How many entries of the asset map found their neighbourhood by it.</returns>
[Requires(Permission.ChangeProgramme)]
public sealed record DrawBoundary(NeighbourhoodId Id, string Corners, long Version) : IRequest<int>;

internal sealed class DrawBoundaryValidator : AbstractValidator<DrawBoundary>
{
    public DrawBoundaryValidator(IPlaceFinder finder) => RuleFor(r => r.Corners).Custom((corners, context) =>
    {
        var read = BoundaryText.Read(corners);
        if ((read.Problem ?? finder.WhatIsWrongWith(read.GeoJson!)) is { } problem)
        {
            context.AddFailure(problem);
        }
    });
}

internal sealed class DrawBoundaryHandler(IAbcdDbContext db, ICurrentViewer current, IPlaceFinder finder) : IRequestHandler<DrawBoundary, int>
{
    public async Task<int> Handle(DrawBoundary request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var neighbourhood = await db.Neighbourhoods.VisibleTo(viewer).SingleOrDefaultAsync(n => n.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("neighbourhood");
        neighbourhood.MustStillBe(request.Version);
        neighbourhood.Change(neighbourhood.Name, BoundaryText.Read(request.Corners).GeoJson, neighbourhood.Population, neighbourhood.LsoaCodes);
        await db.SaveChangesAsync(cancellationToken);
        return await UnplacedAssets.Place(db, finder, viewer.ProgrammeId, cancellationToken);
    }
}
