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
    Landing? Landing)
{
    /// <summary>Something speaks against it since it was confirmed.</summary>
    public bool Doubted { get; init; }

    /// <summary>One asks there before sending anybody.</summary>
    public bool AskFirst { get; init; }

    /// <summary>In the address of its public page, where it has one.</summary>
    public string? PublicCode { get; init; }

    /// <summary>Between 0 and 1: <see cref="Domain.Assets.Freshness"/>.</summary>
    public double Freshness { get; init; }

    /// <summary>What speaks against it, newest first; for those who can settle it.</summary>
    public IReadOnlyList<DoubtRow> Doubts { get; init; } = [];

    /// <summary>Where its fields came from; for those who can change them.</summary>
    public IReadOnlyList<FieldsSource> Sources { get; init; } = [];
}

/// <param name="By">Null where nobody was signed in.</param>
public sealed record DoubtRow(AssetDoubtId Id, DoubtKind Kind, DateTimeOffset At, string? By, string? Words);

/// <summary>Fields that came from one source.</summary>
/// <param name="By">The member who typed them or agreed to them.</param>
/// <param name="File">The import's file.</param>
public sealed record FieldsSource(IReadOnlyList<AssetField> Fields, SourceKind Kind, DateOnly On, string? By, string? File, int? Row);

public sealed record ActivityThere(ActivityId Id, string Name, ActivityStatus Status, ActivityFrequency Frequency, DayOfWeek? Day, TimeOnly? StartsAt);

public sealed record WhatCame(int Connections, int Conversations);

internal sealed class ViewAssetHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, Landings landings) : IRequestHandler<ViewAsset, AssetView>
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
            await landings.OfAsset(db, viewer, id, asset.Kind, asset.CategoryId, about.Category, cancellationToken))
        {
            PublicCode = asset.PublicCode,
            Doubted = asset.DoubtWeight > 0,
            AskFirst = asset.AskFirstFrom <= clock.Today(),
            Freshness = Freshness.Of(asset.Kind, asset.AddedOn, asset.ConfirmedOn, asset.DoubtWeight, clock.Today()),
            Doubts = viewer.May(Permission.ChangeAssets)
                ? await db.AssetDoubts.Where(d => d.AssetId == id && d.SettledAt == null).OrderByDescending(d => d.At).Take(20)
                    .Select(d => new DoubtRow(d.Id, d.Kind, d.At, db.Members.Where(m => m.Id == d.By).Select(m => m.Name).FirstOrDefault(), d.Words)).ToListAsync(cancellationToken)
                : [],
            Sources = viewer.May(Permission.ChangeAssets) ? await SourcesOf(asset, cancellationToken) : [],
        };
    }

    private async Task<IReadOnlyList<FieldsSource>> SourcesOf(Asset asset, CancellationToken token)
    {
        var known = FieldSources.Read(asset.Sources).GroupBy(s => s.Value).OrderByDescending(g => g.Key.On).ThenBy(g => g.Min(s => s.Key)).ToList();
        var members = known.Select(g => g.Key.By).OfType<Domain.Access.UserId>().Distinct().ToList();
        var batches = known.Select(g => g.Key.Batch).OfType<ImportBatchId>().Distinct().ToList();
        var names = members.Count == 0 ? [] : await db.Members.Where(m => EF.Parameter(members).Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, token);
        var files = batches.Count == 0 ? [] : await db.ImportBatches.Where(b => EF.Parameter(batches).Contains(b.Id)).Select(b => new { b.Id, b.FileName }).ToDictionaryAsync(b => b.Id, b => b.FileName, token);
        return
        [
            .. known.Select(g => new FieldsSource(
                [.. g.Select(s => s.Key).Order()], g.Key.Kind, g.Key.On,
                g.Key.By is { } by ? names.GetValueOrDefault(by) : null, g.Key.Batch is { } batch ? files.GetValueOrDefault(batch) : null, g.Key.Row)),
        ];
    }
}
