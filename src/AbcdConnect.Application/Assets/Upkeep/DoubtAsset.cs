using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Upkeep;

/// <summary>A worker says what they found against an entry: it was closed when they went, a message came back. It stays until
/// somebody confirms or mends the entry.</summary>
[Requires(Permission.ChangeAssets)]
public sealed record DoubtAsset(AssetId Id, DoubtKind Kind, string? Words = null) : IMakes<AssetDoubtId>
{
    public Guid? SubmissionId { get; set; }
}

internal sealed class DoubtAssetValidator : AbstractValidator<DoubtAsset>
{
    public DoubtAssetValidator()
    {
        RuleFor(r => r.Kind).IsInEnum().NotEqual(DoubtKind.SaidWrong).WithMessage("Choose what you found");
        RuleFor(r => r.Words).MaximumLength(500).WithMessage("Say it in at most 500 letters");
    }
}

internal sealed class DoubtAssetHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<DoubtAsset, AssetDoubtId>
{
    public async Task<AssetDoubtId> Handle(DoubtAsset request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var asset = await db.Assets.VisibleTo(viewer).SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("asset");
        var doubt = await db.Doubt(asset, request.Kind, clock.GetUtcNow(), viewer.UserId, request.Words, null, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return doubt.Id;
    }
}
