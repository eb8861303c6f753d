using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets;

/// <summary>A partner says what is out of date in an entry; a worker or coordinator acts on it.</summary>
[Requires(Permission.SuggestAssetChange)]
public sealed record SuggestAssetChange(AssetId Id, string Suggestion) : IMakes<AssetSuggestionId>
{
    public Guid? SubmissionId { get; set; }
}

internal sealed class SuggestAssetChangeValidator : AbstractValidator<SuggestAssetChange>
{
    public SuggestAssetChangeValidator() =>
        RuleFor(r => r.Suggestion).NotEmpty().WithMessage("Say what has changed").MaximumLength(2000).WithMessage("Use at most 2,000 letters");
}

internal sealed class SuggestAssetChangeHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SuggestAssetChange, AssetSuggestionId>
{
    public async Task<AssetSuggestionId> Handle(SuggestAssetChange request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        if (viewer.UserId is not { } by || !await db.Assets.VisibleTo(viewer).AnyAsync(a => a.Id == request.Id, cancellationToken))
        {
            throw new NotFoundException("asset");
        }

        var suggestion = new AssetSuggestion { AssetId = request.Id, SuggestedBy = by, SuggestedAt = clock.GetUtcNow(), Suggestion = request.Suggestion.Trim() };
        db.AssetSuggestions.Add(suggestion);
        await db.SaveChangesAsync(cancellationToken);
        return suggestion.Id;
    }
}
