using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets;

/// <summary>It is not there any more. It stays on record, with all that came of it, and nobody is signposted to it.</summary>
/// <param name="On">The last day it was there.</param>
[Requires(Permission.ChangeAssets)]
public sealed record CloseAsset(AssetId Id, DateOnly On) : IRequest;

internal sealed class CloseAssetValidator : AbstractValidator<CloseAsset>
{
    public CloseAssetValidator(TimeProvider clock) =>
        RuleFor(r => r.On).Must(on => on <= clock.Today()).WithMessage("Enter a day that has been: the last day it was there");
}

internal sealed class CloseAssetHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<CloseAsset>
{
    public async Task Handle(CloseAsset request, CancellationToken cancellationToken)
    {
        var asset = await db.Assets.VisibleTo(current.Required()).SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("asset");
        asset.Close(request.On);
        await db.SaveChangesAsync(cancellationToken);
    }
}
