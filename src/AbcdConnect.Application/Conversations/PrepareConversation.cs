using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Conversations;

/// <summary>What a form for logging needs to show: what those chosen are called, and what there is to choose.</summary>
/// <param name="Names">Names typed without choosing one. Each is looked up: see <see cref="NameTyped"/>.</param>
/// <param name="PlaceName">A place's name typed without choosing one.</param>
[Requires(Permission.LogConversation)]
public sealed record PrepareConversation(IReadOnlyList<PersonId> People, AssetId? Place = null, IReadOnlyList<string>? Names = null, string? PlaceName = null) : IRequest<ConversationPrepared>;

/// <param name="People">Those of the chosen whom the viewer may know of.</param>
public sealed record ConversationPrepared(
    IReadOnlyList<SuggestedPerson> People,
    NamedAsset? Place,
    IReadOnlyList<NameTyped> Names,
    IReadOnlyList<NamedAsset> Places,
    IReadOnlyList<NeighbourhoodChoice> Neighbourhoods);

public sealed record NamedAsset(AssetId Id, string Name);

/// <param name="Fits">Those it may be. Nobody: somebody new. One: that person, if <paramref name="Exactly"/>.</param>
public sealed record NameTyped(string Name, IReadOnlyList<SuggestedPerson> Fits, bool Exactly);

internal sealed class PrepareConversationHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<PrepareConversation, ConversationPrepared>
{
    public async Task<ConversationPrepared> Handle(PrepareConversation request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var people = request.People.Count == 0 ? [] : await NamesTyped.Chosen(db, viewer, clock.Today(), request.People, cancellationToken);
        NamedAsset? place = null;
        if (request.Place is { } id)
        {
            place = await db.Assets.Where(a => a.Id == id && a.ProgrammeId == viewer.ProgrammeId).Select(a => new NamedAsset(a.Id, a.Name)).SingleOrDefaultAsync(cancellationToken);
        }

        List<NameTyped> names = [];
        foreach (var name in request.Names ?? [])
        {
            names.Add(await NamesTyped.Find(db, viewer, clock.Today(), name, cancellationToken));
        }

        var neighbourhoods = db.Neighbourhoods.Where(n => n.ProgrammeId == viewer.ProgrammeId);
        if (viewer.Role == Role.Worker)
        {
            var places = viewer.Neighbourhoods.ToList();
            neighbourhoods = neighbourhoods.Where(n => places.Contains(n.Id));
        }

        return new ConversationPrepared(
            people,
            place,
            names,
            await NamesTyped.Assets(db, viewer, request.PlaceName, cancellationToken),
            await neighbourhoods.OrderBy(n => n.Name).Select(n => new NeighbourhoodChoice(n.Id, n.Name)).ToListAsync(cancellationToken));
    }
}
