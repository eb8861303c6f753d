using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Connections;
using AbcdConnect.Application.Connections.Matching;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Signposting;

/// <summary>What to offer as buttons when somebody is to be told about something: for a person the places that fit them, with the
/// reasons; otherwise the people talked with lately.</summary>
[Requires(Permission.Signpost)]
public sealed record SuggestSignposts(PersonId? Person) : IRequest<SignpostsSuggested>;

public sealed record SignpostsSuggested(IReadOnlyList<MatchedPlace> Places, IReadOnlyList<SeenLately> People);

/// <param name="On">When the viewer last talked with them.</param>
public sealed record SeenLately(PersonId Id, string Name, DateOnly On);

internal sealed class SuggestSignpostsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, GiftTermCache terms, IPlaceFinder finder) : IRequestHandler<SuggestSignposts, SignpostsSuggested>
{
    private const int Most = 8;
    private const int ConversationsLookedAt = 25;

    public async Task<SignpostsSuggested> Handle(SuggestSignposts request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var today = clock.Today();
        if (request.Person is { } person)
        {
            var kin = TermKinship.Of(await terms.All(db, cancellationToken));
            var from = await Standpoint.OfPerson(db, viewer, today, finder, kin, person, cancellationToken);
            return new SignpostsSuggested(await PlacesNearby.Find(db, viewer, today, from, kin, Most, cancellationToken), []);
        }

        var me = viewer.UserId;
        var lately = await db.Conversations.Where(c => c.WorkerId == me && c.ProgrammeId == viewer.ProgrammeId).OrderByDescending(c => c.HeldOn).ThenByDescending(c => c.Id).Take(ConversationsLookedAt)
            .Select(c => c.Id).ToListAsync(cancellationToken);
        var people = await db.ConversationPeople.Where(c => EF.Parameter(lately).Contains(c.ConversationId))
            .Join(db.People.VisibleTo(viewer, db, today), c => c.PersonId, p => p.Id, (c, p) => new { p.Id, p.FirstName, p.KnownAs, p.LastName, c.HeldOn, c.ConversationId })
            .ToListAsync(cancellationToken);
        return new SignpostsSuggested(
            [],
            [.. people.OrderBy(p => lately.IndexOf(p.ConversationId)).ThenBy(p => p.Id.Value).DistinctBy(p => p.Id).Take(Most)
                .Select(p => new SeenLately(p.Id, Person.NameOf(p.FirstName, p.KnownAs, p.LastName), p.HeldOn))]);
    }
}
