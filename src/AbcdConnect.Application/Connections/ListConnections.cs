using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;
using MediatR;

namespace AbcdConnect.Application.Connections;

/// <summary>The ties somebody may know of, the newest first. Words look for either end's name.</summary>
/// <param name="Holding">Only those that have not ended.</param>
[Requires(Permission.SeeConnections)]
public sealed record ListConnections(
    ListRequest List,
    ConnectionKind? Kind = null,
    ConnectionOrigin? Origin = null,
    NeighbourhoodId? Neighbourhood = null,
    DateOnly? From = null,
    DateOnly? To = null,
    bool Holding = false) : IRequest<Page<ConnectionRow>>;

public sealed record ConnectionRow(ConnectionId Id, TieEnd From, TieEnd To, ConnectionKind Kind, string? Tie, ConnectionOrigin Origin, DateOnly BeganOn, DateOnly? EndedOn, string? Neighbourhood);

internal sealed class ListConnectionsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ListConnections, Page<ConnectionRow>>
{
    public async Task<Page<ConnectionRow>> Handle(ListConnections request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var connections = db.Connections.VisibleTo(viewer);
        if (request.Kind is { } kind)
        {
            connections = connections.Where(c => c.Kind == kind);
        }

        if (request.Origin is { } origin)
        {
            connections = connections.Where(c => c.Origin == origin);
        }

        if (request.Neighbourhood is { } neighbourhood)
        {
            connections = connections.Where(c => c.NeighbourhoodId == neighbourhood);
        }

        if (request.From is { } from)
        {
            connections = connections.Where(c => c.BeganOn >= from);
        }

        if (request.To is { } to)
        {
            connections = connections.Where(c => c.BeganOn <= to);
        }

        if (request.Holding)
        {
            connections = connections.Where(c => c.EndedOn == null);
        }

        connections = Matching(connections, viewer, request.List.Q);
        connections = request.List.Sort switch
        {
            "date" => connections.OrderBy(c => c.BeganOn).ThenBy(c => c.Id),
            _ => connections.OrderByDescending(c => c.BeganOn).ThenByDescending(c => c.Id),
        };
        var page = await connections
            .Select(c => new
            {
                c.Id,
                c.FromPersonId,
                FromPerson = c.FromPersonId == null ? null : new NamedPerson(
                    c.FromPersonId.Value,
                    db.People.Where(p => p.Id == c.FromPersonId).Select(p => p.FirstName).FirstOrDefault()!,
                    db.People.Where(p => p.Id == c.FromPersonId).Select(p => p.KnownAs).FirstOrDefault(),
                    db.People.Where(p => p.Id == c.FromPersonId).Select(p => p.LastName).FirstOrDefault()),
                c.FromAssetId,
                FromAsset = db.Assets.Where(a => a.Id == c.FromAssetId).Select(a => a.Name).FirstOrDefault(),
                c.ToPersonId,
                ToPerson = c.ToPersonId == null ? null : new NamedPerson(
                    c.ToPersonId.Value,
                    db.People.Where(p => p.Id == c.ToPersonId).Select(p => p.FirstName).FirstOrDefault()!,
                    db.People.Where(p => p.Id == c.ToPersonId).Select(p => p.KnownAs).FirstOrDefault(),
                    db.People.Where(p => p.Id == c.ToPersonId).Select(p => p.LastName).FirstOrDefault()),
                c.ToAssetId,
                ToAsset = db.Assets.Where(a => a.Id == c.ToAssetId).Select(a => a.Name).FirstOrDefault(),
                c.Kind,
                c.Tie,
                c.Origin,
                c.BeganOn,
                c.EndedOn,
                Neighbourhood = db.Neighbourhoods.Where(n => n.Id == c.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
            })
            .PageAsync(request.List, cancellationToken);
        return new Page<ConnectionRow>(
            [.. page.Items.Select(c => new ConnectionRow(
                c.Id,
                new TieEnd(c.FromPersonId, c.FromAssetId, c.FromPerson?.Name ?? c.FromAsset ?? ""),
                new TieEnd(c.ToPersonId, c.ToAssetId, c.ToPerson?.Name ?? c.ToAsset ?? ""),
                c.Kind,
                c.Tie,
                c.Origin,
                c.BeganOn,
                c.EndedOn,
                c.Neighbourhood))],
            page.Number,
            page.Total);
    }

    private IQueryable<Connection> Matching(IQueryable<Connection> connections, Viewer viewer, string? q)
    {
        foreach (var word in Tokens.OfText(q, 6))
        {
            var (named, placed) = (db.RecordsHolding(viewer.ProgrammeId, SearchKind.Person, word), db.RecordsHolding(viewer.ProgrammeId, SearchKind.Asset, word));
            var people = db.People.VisibleTo(viewer, db, clock.Today()).Where(p => named.Contains((long)(object)p.Id)).Select(p => (PersonId?)p.Id);
            var assets = db.Assets.Where(a => placed.Contains((long)(object)a.Id)).Select(a => (AssetId?)a.Id);
            connections = connections.Where(c => people.Contains(c.FromPersonId) || people.Contains(c.ToPersonId) || assets.Contains(c.FromAssetId) || assets.Contains(c.ToAssetId));
        }

        return connections;
    }
}
