using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Connections;

/// <summary>One end of a tie, as it is read.</summary>
/// <param name="Person">The person's number, or null where the end is an asset.</param>
public sealed record TieEnd(PersonId? Person, AssetId? Asset, string Name);

/// <summary>What making a connection and introducing have in common.</summary>
internal static class ConnectionParts
{
    /// <summary>The end, checked to be the viewer's to name, and the neighbourhood it lies in.</summary>
    public static async Task<(TieEnd End, NeighbourhoodId? Neighbourhood)> Find(IAbcdDbContext db, Viewer viewer, DateOnly today, ConnectionEnd end, CancellationToken token)
    {
        if (end.Person is { } id)
        {
            var person = await db.People.VisibleTo(viewer, db, today)
                .Where(p => p.Id == id)
                .Select(p => new { p.FirstName, p.KnownAs, p.LastName, p.NeighbourhoodId })
                .SingleOrDefaultAsync(token) ?? throw new NotFoundException("person");
            return (new TieEnd(id, null, new NamedPerson(id, person.FirstName, person.KnownAs, person.LastName).Name), person.NeighbourhoodId);
        }

        var place = end.Asset;
        var asset = await db.Assets
            .Where(a => a.Id == place && a.ProgrammeId == viewer.ProgrammeId && a.RejectedOn == null && a.MergedInto == null)
            .Select(a => new { a.Name, a.NeighbourhoodId })
            .SingleOrDefaultAsync(token) ?? throw new NotFoundException("asset");
        return (new TieEnd(null, place, asset.Name), asset.NeighbourhoodId);
    }

    /// <summary>Where a tie belongs: to the first end's neighbourhood that the viewer works in.</summary>
    public static NeighbourhoodId? Where(Viewer viewer, params NeighbourhoodId?[] ends) =>
        ends.FirstOrDefault(n => n is { } some && (viewer.Role != Role.Worker || viewer.Neighbourhoods.Contains(some)))
            ?? (viewer is { Role: Role.Worker, Neighbourhoods: [var only] } ? only : null);
}
