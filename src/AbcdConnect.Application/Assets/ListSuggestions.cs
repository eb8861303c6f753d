using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using MediatR;

namespace AbcdConnect.Application.Assets;

/// <summary>What partners have suggested and nobody has settled yet, the oldest first.</summary>
[Requires(Permission.ChangeAssets)]
public sealed record ListSuggestions(ListRequest List) : IRequest<Page<SuggestionRow>>;

public sealed record SuggestionRow(AssetSuggestionId Id, AssetId AssetId, string Asset, string? By, DateTimeOffset At, string Suggestion);

internal sealed class ListSuggestionsHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ListSuggestions, Page<SuggestionRow>>
{
    public Task<Page<SuggestionRow>> Handle(ListSuggestions request, CancellationToken cancellationToken) =>
        db.AssetSuggestions.Where(s => s.SettledAt == null)
            .Join(db.Assets.VisibleTo(current.Required()), s => s.AssetId, a => a.Id, (s, a) => new { s, a.Name })
            .OrderBy(p => p.s.Id)
            .Select(p => new SuggestionRow(p.s.Id, p.s.AssetId, p.Name, db.Members.Where(m => m.Id == p.s.SuggestedBy).Select(m => m.Name).FirstOrDefault(), p.s.SuggestedAt, p.s.Suggestion))
            .PageAsync(request.List, cancellationToken);
}
