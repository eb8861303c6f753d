using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Search;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets;

/// <summary>The asset map as a list.</summary>
/// <param name="OpenOn">Those with a session on that day of the week.</param>
/// <param name="ConfirmedBefore">Those nobody has confirmed since: not at all, or before that day.</param>
/// <param name="Closed">Those that have closed, instead of those that are there.</param>
/// <param name="Unplaced">Those that lie in no neighbourhood.</param>
/// <param name="AskFirst">Those of which one asks before sending anybody: <see cref="Freshness"/>.</param>
[Requires(Permission.SeeAssets)]
public sealed record ListAssets(
    ListRequest List,
    AssetKind? Kind = null,
    AssetCategoryId? Category = null,
    NeighbourhoodId? Neighbourhood = null,
    DayOfWeek? OpenOn = null,
    DateOnly? ConfirmedBefore = null,
    bool Closed = false,
    bool Unplaced = false,
    bool AskFirst = false) : IRequest<Page<AssetRow>>;

public sealed record AssetRow(
    AssetId Id, string Name, AssetKind Kind, string? Category, string? Neighbourhood, string? Address, string? Postcode,
    string? OpeningTimes, string? Cost, string? Website, DateOnly AddedOn, DateOnly? ConfirmedOn, DateOnly? ClosedOn,
    bool Doubted, bool AskFirst);

internal sealed class ListAssetsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ListAssets, Page<AssetRow>>
{
    public async Task<Page<AssetRow>> Handle(ListAssets request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var contacts = viewer.SeesContactsOfIndividuals();
        var assets = db.Assets.VisibleTo(viewer).Where(a => request.Closed ? a.ClosedOn != null : a.ClosedOn == null);
        if (request.Kind is { } kind)
        {
            assets = assets.Where(a => a.Kind == kind);
        }

        if (request.Category is { } category)
        {
            assets = assets.Where(a => a.CategoryId == category);
        }

        if (request.Neighbourhood is { } neighbourhood)
        {
            assets = assets.Where(a => a.NeighbourhoodId == neighbourhood);
        }
        else if (request.Unplaced)
        {
            assets = assets.Where(a => a.NeighbourhoodId == null);
        }

        if (request.OpenOn is { } day)
        {
            assets = assets.Where(a => a.Hours.Any(h => h.Day == day));
        }

        if (request.ConfirmedBefore is { } before)
        {
            assets = assets.Where(a => a.ConfirmedOn == null || a.ConfirmedOn < before);
        }

        var today = clock.Today();
        if (request.AskFirst)
        {
            assets = assets.Where(a => a.AskFirstFrom <= today);
        }

        if (await FoundByWords.In(db, viewer, SearchKind.Asset, request.List.Q, today, cancellationToken) is { } found)
        {
            var ids = found.Ids.Select(AssetId.From).ToList();
            assets = assets.Where(a => EF.Parameter(ids).Contains(a.Id));
        }

        assets = request.List.Sort switch
        {
            "-name" => assets.OrderByDescending(a => a.Name).ThenByDescending(a => a.Id),
            "added" => assets.OrderBy(a => a.AddedOn).ThenBy(a => a.Id),
            "-added" => assets.OrderByDescending(a => a.AddedOn).ThenByDescending(a => a.Id),
            "fresh" => assets.OrderBy(a => a.AskFirstFrom).ThenBy(a => a.Id),
            "-fresh" => assets.OrderByDescending(a => a.AskFirstFrom).ThenByDescending(a => a.Id),
            "confirmed" => assets.OrderBy(a => a.ConfirmedOn).ThenBy(a => a.Id),
            "-confirmed" => assets.OrderByDescending(a => a.ConfirmedOn).ThenByDescending(a => a.Id),
            _ => assets.OrderBy(a => a.Name).ThenBy(a => a.Id),
        };
        return await assets
            .Select(a => new AssetRow(
                a.Id,
                a.Name,
                a.Kind,
                db.AssetCategories.Where(c => c.Id == a.CategoryId).Select(c => c.Name).FirstOrDefault(),
                db.Neighbourhoods.Where(n => n.Id == a.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
                contacts || a.Kind != AssetKind.Individual ? a.Address : null,
                contacts || a.Kind != AssetKind.Individual ? a.Postcode : null,
                a.OpeningTimes,
                a.Cost,
                a.Website,
                a.AddedOn,
                a.ConfirmedOn,
                a.ClosedOn,
                a.DoubtWeight > 0,
                a.AskFirstFrom <= today))
            .PageAsync(request.List, cancellationToken);
    }
}
