using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Signposting;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Conversations;

/// <summary>One conversation, with what was heard in it. A researcher reads it without names, worker and place.</summary>
[Requires(Permission.SeeConversations)]
public sealed record OpenConversation(ConversationId Id) : IRequest<ConversationOpened>;

/// <param name="Version">For changing it.</param>
/// <param name="Pseudonymised">As a researcher reads it.</param>
public sealed record ConversationOpened(
    ConversationId Id,
    long Version,
    DateOnly HeldOn,
    TimeOnly? At,
    ConversationKind Kind,
    IReadOnlyList<SomebodyHeard> People,
    string? GroupName,
    NeighbourhoodId? NeighbourhoodId,
    string? Neighbourhood,
    AssetId? PlaceId,
    string? Place,
    UserId? WorkerId,
    string? Worker,
    string Heard,
    string? Ideas,
    string? NextStep,
    DateOnly? NextStepDue,
    DateOnly? NextStepDoneOn,
    DateOnly? NextStepDroppedOn,
    bool GivenToResearch,
    IReadOnlyList<GiftHeard> Gifts,
    IReadOnlyList<SignpostHeard> Signposts,
    bool Pseudonymised)
{
    /// <summary>Sheila and Kwame; or the group; or "Nobody named".</summary>
    public string Who => People.Count > 0 ? string.Join(", ", People.Select(p => p.Name)) : GroupName ?? "Nobody named";
}

public sealed record GiftHeard(GiftId Id, GiftDirection Direction, GiftKind Kind, string Words, GiftTermId? TermId, string? Term);

public sealed record SignpostHeard(SignpostId Id, string To, SignpostState State, DateOnly GivenOn);

internal sealed class OpenConversationHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IPseudonyms pseudonyms) : IRequestHandler<OpenConversation, ConversationOpened>
{
    public async Task<ConversationOpened> Handle(OpenConversation request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var today = clock.Today();
        var found = await db.Conversations.VisibleTo(viewer, db, today)
            .Where(c => c.Id == request.Id)
            .Select(c => new ConversationOpened(
                c.Id,
                c.Version,
                c.HeldOn,
                c.At,
                c.Kind,
                new List<SomebodyHeard>(),
                c.GroupName,
                c.NeighbourhoodId,
                db.Neighbourhoods.Where(n => n.Id == c.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
                c.PlaceId,
                db.Assets.Where(a => a.Id == c.PlaceId).Select(a => a.Name).FirstOrDefault(),
                c.WorkerId,
                db.Members.Where(m => m.Id == c.WorkerId).Select(m => m.Name).FirstOrDefault(),
                c.Heard,
                c.Ideas,
                c.NextStep,
                c.NextStepDue,
                c.NextStepDoneOn,
                c.NextStepDroppedOn,
                c.GivenToResearch,
                new List<GiftHeard>(),
                new List<SignpostHeard>(),
                false))
            .SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("conversation");
        var people = (await ConversationPeopleNamed.Read(db, [found.Id], cancellationToken))[found.Id].ToList();
        var gifts = await db.Gifts
            .Where(g => g.ConversationId == request.Id)
            .OrderBy(g => g.Id)
            .Select(g => new GiftHeard(g.Id, g.Direction, g.Kind, g.Words, g.TermId, db.GiftTerms.Where(t => t.Id == g.TermId).Select(t => t.Name).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        if (viewer is { Role: Role.Researcher, IsSystem: false })
        {
            return await Pseudonymised(found, people, gifts, viewer, cancellationToken);
        }

        var signposts = await db.Signposts.VisibleTo(viewer, db, today)
            .Where(s => s.ConversationId == request.Id)
            .OrderBy(s => s.Id)
            .Select(s => new SignpostHeard(
                s.Id,
                db.Assets.Where(a => a.Id == s.AssetId).Select(a => a.Name).FirstOrDefault() ?? db.Activities.Where(a => a.Id == s.ActivityId).Select(a => a.Name).FirstOrDefault() ?? "",
                s.State,
                s.GivenOn))
            .ToListAsync(cancellationToken);
        return found with { People = [.. people.Select(p => new SomebodyHeard(p.Id, p.Name))], Gifts = gifts, Signposts = signposts };
    }

    private async Task<ConversationOpened> Pseudonymised(ConversationOpened found, List<NamedPerson> people, List<GiftHeard> gifts, Viewer viewer, CancellationToken token)
    {
        var named = people.ConvertAll(p => (Person: p, Pseudonym: pseudonyms.Of(p.Id)));
        var clean = await ForResearch.Read(db, viewer.ProgrammeId, [found.Heard, found.Ideas, .. gifts.Select(g => g.Words)], token);
        return found with
        {
            People = named.ConvertAll(n => new SomebodyHeard(null, n.Pseudonym)),
            GroupName = found.GroupName is null ? null : "A group",
            NeighbourhoodId = null,
            Neighbourhood = null,
            PlaceId = null,
            Place = null,
            WorkerId = null,
            Worker = null,
            At = null,
            Heard = clean.Of(found.Heard, named, found.Place, found.GroupName)!,
            Ideas = clean.Of(found.Ideas, named, found.Place, found.GroupName),
            NextStep = null,
            NextStepDue = null,
            NextStepDoneOn = null,
            NextStepDroppedOn = null,
            Gifts = gifts.ConvertAll(g => g with { Words = clean.Of(g.Words, named, found.Place, found.GroupName)! }),
            Pseudonymised = true,
        };
    }
}
