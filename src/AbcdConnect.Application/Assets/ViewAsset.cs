using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets;

/// <summary>One entry of the asset map, and what has come of it.</summary>
[Requires(Permission.SeeAssets)]
public sealed record ViewAsset(AssetId Id) : IRequest<AssetView>;

/// <param name="Details">Without the contact of an individual where the viewer may not see it.</param>
/// <param name="Landing">What became of the signposts here; null where the reader is told nothing.</param>
/// <param name="Came">What else came of it; null for those who read the map from outside.</param>
/// <param name="Boundary">Its neighbourhood's boundary, GeoJSON.</param>
/// <param name="PointIsPostcodes">The point is its postcode's, not its own.</param>
public sealed record AssetView(
    AssetId Id,
    long Version,
    AssetDetails Details,
    string? Category,
    string? Neighbourhood,
    DateOnly AddedOn,
    string? AddedBy,
    string? ImportedFrom,
    DateOnly? ConfirmedOn,
    DateOnly? ClosedOn,
    bool ContactHidden,
    IReadOnlyList<ActivityThere> Activities,
    WhatCame? Came,
    IReadOnlyList<SuggestionRow> Suggestions,
    string? Boundary,
    double? Latitude,
    double? Longitude,
    bool PointIsPostcodes,
    Landing? Landing);

public sealed record ActivityThere(ActivityId Id, string Name, ActivityStatus Status, ActivityFrequency Frequency, DayOfWeek? Day, TimeOnly? StartsAt);

public sealed record WhatCame(int Connections, int Conversations);

internal sealed class ViewAssetHandler(IAbcdDbContext db, ICurrentViewer current, Landings landings) : IRequestHandler<ViewAsset, AssetView>
{
    public async Task<AssetView> Handle(ViewAsset request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var id = request.Id;
        var asset = await db.Assets.AsNoTracking().Include(a => a.Hours).VisibleTo(viewer).SingleOrDefaultAsync(a => a.Id == id, cancellationToken)
            ?? throw new NotFoundException("asset");
        var about = await db.Assets.Where(a => a.Id == id)
            .Select(a => new
            {
                Category = db.AssetCategories.Where(c => c.Id == a.CategoryId).Select(c => c.Name).FirstOrDefault(),
                Neighbourhood = db.Neighbourhoods.Where(n => n.Id == a.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
                Boundary = db.Neighbourhoods.Where(n => n.Id == a.NeighbourhoodId).Select(n => n.Boundary).FirstOrDefault(),
                AddedBy = db.Members.Where(m => m.Id == a.AddedBy).Select(m => m.Name).FirstOrDefault(),
                ImportedFrom = db.ImportBatches.Where(b => b.Id == a.ImportBatchId).Select(b => b.FileName).FirstOrDefault(),
            })
            .SingleAsync(cancellationToken);
        var activities = await db.Activities.Where(a => a.ProgrammeId == viewer.ProgrammeId && a.PlaceId == id).OrderBy(a => a.Name).Take(50)
            .Select(a => new ActivityThere(a.Id, a.Name, a.Status, a.Frequency, a.Day, a.StartsAt)).ToListAsync(cancellationToken);
        var came = viewer.SeesWhatCameOfAssets()
            ? new WhatCame(
                await db.Connections.CountAsync(c => c.FromAssetId == id, cancellationToken) + await db.Connections.CountAsync(c => c.ToAssetId == id, cancellationToken),
                await db.Conversations.CountAsync(c => c.PlaceId == id, cancellationToken))
            : null;
        var suggestions = viewer.May(Permission.ChangeAssets)
            ? await db.AssetSuggestions.Where(s => s.AssetId == id && s.SettledAt == null).OrderBy(s => s.Id).Take(50)
                .Select(s => new SuggestionRow(s.Id, s.AssetId, asset.Name, db.Members.Where(m => m.Id == s.SuggestedBy).Select(m => m.Name).FirstOrDefault(), s.SuggestedAt, s.Suggestion)).ToListAsync(cancellationToken)
            : [];

        var code = Words.Postcode(asset.Postcode);
        var postcode = asset.Latitude is null && code is not null
            ? await db.Postcodes.AsNoTracking().FirstOrDefaultAsync(p => p.Code == code, cancellationToken)
            : null;
        var hidden = asset.Kind == AssetKind.Individual && !viewer.SeesContactsOfIndividuals();
        var details = hidden ? asset.Details with { ContactName = null, Phone = null, Email = null, Address = null, Postcode = null, Latitude = null, Longitude = null } : asset.Details;
        return new AssetView(
            asset.Id, asset.Version, details, about.Category, about.Neighbourhood, asset.AddedOn, about.AddedBy, about.ImportedFrom,
            asset.ConfirmedOn, asset.ClosedOn, hidden, activities, came, suggestions, about.Boundary,
            hidden ? null : asset.Latitude ?? postcode?.Latitude, hidden ? null : asset.Longitude ?? postcode?.Longitude, postcode is not null,
            await landings.OfAsset(db, viewer, id, asset.Kind, asset.CategoryId, about.Category, cancellationToken));
    }
}
