using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Conversations;

/// <summary>The conversations somebody may know of, the newest first. A researcher reads them without names, workers and
/// places, and cannot ask by any of these.</summary>
[Requires(Permission.SeeConversations)]
public sealed record ListConversations(
    ListRequest List,
    NeighbourhoodId? Neighbourhood = null,
    UserId? Worker = null,
    ConversationKind? Kind = null,
    DateOnly? From = null,
    DateOnly? To = null,
    PersonId? Person = null) : IRequest<Page<ConversationRow>>;

/// <param name="Heard">The beginning of what was heard; all of it in a CSV.</param>
public sealed record ConversationRow(
    ConversationId Id,
    DateOnly HeldOn,
    ConversationKind Kind,
    IReadOnlyList<SomebodyHeard> People,
    string? GroupName,
    string? Neighbourhood,
    string? Place,
    string? Worker,
    string Heard,
    string? NextStep,
    DateOnly? NextStepDue,
    DateOnly? NextStepDoneOn,
    bool GivenToResearch)
{
    /// <summary>Sheila and Kwame; or the group; or "Nobody named".</summary>
    public string Who => People.Count > 0 ? string.Join(", ", People.Select(p => p.Name)) : GroupName ?? "Nobody named";
}

/// <param name="Id">Null for a researcher, who reads a pseudonym.</param>
public sealed record SomebodyHeard(PersonId? Id, string Name);

internal sealed class ListConversationsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IPseudonyms pseudonyms) : IRequestHandler<ListConversations, Page<ConversationRow>>
{
    private const int Beginning = 300;

    public async Task<Page<ConversationRow>> Handle(ListConversations request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var researching = viewer.Role == Role.Researcher && !viewer.IsSystem;
        var conversations = db.Conversations.VisibleTo(viewer, db, clock.Today());
        if (!researching)
        {
            conversations = Narrowed(conversations, request);
        }

        if (request.Kind is { } kind)
        {
            conversations = conversations.Where(c => c.Kind == kind);
        }

        if (request.From is { } from)
        {
            conversations = conversations.Where(c => c.HeldOn >= from);
        }

        if (request.To is { } to)
        {
            conversations = conversations.Where(c => c.HeldOn <= to);
        }

        int? total = null;
        if (!researching)
        {
            (conversations, total) = await Matching(conversations, request, viewer, cancellationToken);
        }

        conversations = request.List.Sort switch
        {
            "date" => conversations.OrderBy(c => c.HeldOn).ThenBy(c => c.Id),
            _ => conversations.OrderByDescending(c => c.HeldOn).ThenByDescending(c => c.Id),
        };
        var most = request.List.All || researching ? Words.LongestText : Beginning;
        var page = await conversations
            .Select(c => new ConversationRow(
                c.Id,
                c.HeldOn,
                c.Kind,
                new List<SomebodyHeard>(),
                c.GroupName,
                db.Neighbourhoods.Where(n => n.Id == c.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
                db.Assets.Where(a => a.Id == c.PlaceId).Select(a => a.Name).FirstOrDefault(),
                db.Members.Where(m => m.Id == c.WorkerId).Select(m => m.Name).FirstOrDefault(),
                c.Heard.Substring(0, most),
                c.NextStep,
                c.NextStepDue,
                c.NextStepDoneOn,
                c.GivenToResearch))
            .PageAsync(request.List, cancellationToken, total);
        var people = await ConversationPeopleNamed.Read(db, [.. page.Items.Select(c => c.Id)], cancellationToken);
        if (!researching)
        {
            return page with { Items = [.. page.Items.Select(c => c with { People = [.. people[c.Id].Select(p => new SomebodyHeard(p.Id, p.Name))] })] };
        }

        var clean = await ForResearch.Read(db, viewer.ProgrammeId, page.Items.Select(c => c.Heard), cancellationToken);
        return page with
        {
            Items = [.. page.Items.Select(c =>
            {
                var named = people[c.Id].Select(p => (Person: p, Pseudonym: pseudonyms.Of(p.Id))).ToList();
                var heard = clean.Of(c.Heard, named, c.Place, c.GroupName)!;
                return c with
                {
                    People = [.. named.Select(n => new SomebodyHeard(null, n.Pseudonym))],
                    GroupName = c.GroupName is null ? null : "A group",
                    Neighbourhood = null,
                    Place = null,
                    Worker = null,
                    NextStep = null,
                    NextStepDue = null,
                    NextStepDoneOn = null,
                    Heard = request.List.All || heard.Length <= Beginning ? heard : heard[..Beginning],
                };
            })],
        };
    }

    private IQueryable<Conversation> Narrowed(IQueryable<Conversation> conversations, ListConversations request)
    {
        if (request.Neighbourhood is { } neighbourhood)
        {
            conversations = conversations.Where(c => c.NeighbourhoodId == neighbourhood);
        }

        if (request.Worker is { } worker)
        {
            conversations = conversations.Where(c => c.WorkerId == worker);
        }

        if (request.Person is { } person)
        {
            conversations = conversations.Where(c => db.ConversationPeople.Where(p => p.PersonId == person).Select(p => p.ConversationId).Contains(c.Id));
        }

        return conversations;
    }

    // The newest that were written down, as far as the list is counted: enough for this page and the next ones.
    private async Task<(IQueryable<Conversation> Found, int? Total)> Matching(IQueryable<Conversation> conversations, ListConversations request, Viewer viewer, CancellationToken token)
    {
        var most = request.List.All ? ListRequest.MostCsvRows : request.List.Skip + Page<ConversationRow>.MostCounted;
        // The index knows what the viewer may see; of which worker or time a conversation is, it must ask.
        var narrowed = request is not { Neighbourhood: null, Worker: null, Kind: null, From: null, To: null, Person: null };
        var among = narrowed ? conversations.Select(c => (long)(object)c.Id) : null;
        if (await db.NewestAsync(viewer, clock.Today(), SearchKind.Conversation, request.List.Q, most, among, oldest: request.List.Sort == "date", token) is not { } found)
        {
            return (conversations, null);
        }

        var ids = found.ConvertAll(ConversationId.From);
        return (conversations.Where(c => EF.Parameter(ids).Contains(c.Id)), ids.Count);
    }
}

/// <summary>Who was in which conversation, for a page of them at once.</summary>
internal static class ConversationPeopleNamed
{
    public static async Task<ILookup<ConversationId, NamedPerson>> Read(IAbcdDbContext db, IReadOnlyList<ConversationId> conversations, CancellationToken token)
    {
        List<(ConversationId Conversation, NamedPerson Person)> all = [];
        foreach (var ids in conversations.Chunk(1000))
        {
            var some = await db.ConversationPeople
                .Where(c => EF.Parameter(ids).Contains(c.ConversationId))
                .Join(db.People, c => c.PersonId, p => p.Id, (c, p) => new { c.ConversationId, p.Id, p.FirstName, p.KnownAs, p.LastName })
                .ToListAsync(token);
            all.AddRange(some.OrderBy(p => p.Id.Value).Select(p => (p.ConversationId, new NamedPerson(p.Id, p.FirstName, p.KnownAs, p.LastName))));
        }

        return all.ToLookup(p => p.Conversation, p => p.Person);
    }
}
