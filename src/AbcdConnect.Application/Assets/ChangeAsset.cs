using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets.Upkeep;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets;

/// <summary>Changes an entry of the asset map.</summary>
/// <param name="OpenSessions">When it is open, as in <see cref="AddAsset"/>.</param>
/// <param name="AllRight">All of it was checked today: it is confirmed too.</param>
[Requires(Permission.ChangeAssets)]
public sealed record ChangeAsset(AssetId Id, long Version, AssetDetails Details, string? OpenSessions = null, bool AllRight = false) : IRequest;

internal sealed class ChangeAssetValidator : AbstractValidator<ChangeAsset>
{
    public ChangeAssetValidator()
    {
        RuleFor(r => r.Details).SetValidator(new AssetDetailsValidator());
        RuleFor(r => r.OpenSessions).OpenSessions();
    }
}

internal sealed class ChangeAssetHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IPlaceFinder finder) : IRequestHandler<ChangeAsset>
{
    public async Task Handle(ChangeAsset request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var asset = await db.Assets.Include(a => a.Hours).VisibleTo(viewer).SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("asset");
        asset.MustStillBe(request.Version);
        asset.Change(await AssetLinks.Checked(db, finder, viewer, request.Details, request.OpenSessions, cancellationToken), new FieldSource(SourceKind.Member, clock.Today(), viewer.UserId));
        await AssetLinks.Draw(db, asset, cancellationToken);
        if (request.AllRight)
        {
            await asset.ConfirmAndSettle(db, viewer, clock, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
