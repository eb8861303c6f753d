using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Connections;

/// <summary>One tie, and the introduction it came of.</summary>
[Requires(Permission.SeeConnections)]
public sealed record OpenConnection(ConnectionId Id) : IRequest<ConnectionOpened>;

public sealed record ConnectionOpened(
    ConnectionId Id,
    long Version,
    TieEnd From,
    TieEnd To,
    ConnectionKind Kind,
    string? Tie,
    ConnectionOrigin Origin,
    DateOnly BeganOn,
    DateOnly? EndedOn,
    string? Neighbourhood,
    string? RecordedBy,
    IntroductionId? Introduction);

internal sealed class OpenConnectionHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<OpenConnection, ConnectionOpened>
{
    public async Task<ConnectionOpened> Handle(OpenConnection request, CancellationToken cancellationToken)
    {
        var c = await db.Connections.VisibleTo(current.Required())
            .Where(c => c.Id == request.Id)
            .Select(c => new
            {
                c.Id,
                c.Version,
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
                By = db.Members.Where(m => m.Id == c.RecordedBy).Select(m => m.Name).FirstOrDefault(),
                Introduction = db.Introductions.Where(i => i.ConnectionId == c.Id).Select(i => (IntroductionId?)i.Id).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("connection");
        return new ConnectionOpened(
            c.Id,
            c.Version,
            new TieEnd(c.FromPersonId, c.FromAssetId, c.FromPerson?.Name ?? c.FromAsset ?? ""),
            new TieEnd(c.ToPersonId, c.ToAssetId, c.ToPerson?.Name ?? c.ToAsset ?? ""),
            c.Kind,
            c.Tie,
            c.Origin,
            c.BeganOn,
            c.EndedOn,
            c.Neighbourhood,
            c.By,
            c.Introduction);
    }
}
