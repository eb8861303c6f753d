using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>Everything known of a person, strengths first: what they bring, what they hope for, what they agreed to, and their story in time order.</summary>
[Requires(Permission.SeePeople)]
public sealed record TellPersonsStory(PersonId Id, int Page = 1, bool OldestFirst = false) : IRequest<PersonAnswer>;

/// <summary>Either the person's story, or where it is told now.</summary>
public abstract record PersonAnswer;

/// <summary>The record was merged: the person's story is told under another number.</summary>
public sealed record PersonMovedTo(PersonId Id) : PersonAnswer;

/// <param name="MayChange">The viewer may add to this person's story, not only read it.</param>
public sealed record PersonsStory(
    PersonId Id,
    PersonDetails Details,
    string? Neighbourhood,
    DateOnly AddedOn,
    long Version,
    bool MayChange,
    IReadOnlyList<PersonsGift> Gifts,
    IReadOnlyList<PersonsConsent> Consents,
    IReadOnlyList<PersonsMerge> Merges,
    Page<StoryEntry> Story) : PersonAnswer
{
    public string FullName => Person.NameOf(Details.FirstName, Details.KnownAs, Details.LastName);
}

public sealed record PersonsGift(GiftId Id, GiftDirection Direction, GiftKind Kind, GiftTermId? TermId, string? Term, string Words, DateOnly HeardOn);

public enum ConsentState
{
    Live,
    Expired,
    Withdrawn,

    /// <summary>Agreed from a later day on.</summary>
    NotYet,
}

public sealed record PersonsConsent(ConsentId Id, ConsentUse Use, AgencyId? AgencyId, string? Agency, DateOnly GivenOn, ConsentHow How, DateOnly? ExpiresOn, DateOnly? WithdrawnOn, ConsentState State);

/// <summary>A merge that can still be undone.</summary>
public sealed record PersonsMerge(PersonMergeId Id, PersonId MergedId, DateOnly On, string? By);

public enum StoryEntryKind
{
    Added,
    Conversation,
    Gift,
    Ask,
    ConsentGiven,
    ConsentWithdrawn,
    SignpostGiven,
    SignpostContacted,
    SignpostAttended,
    SignpostStillGoing,
    SignpostDidNotGo,
    Introduction,
    Connection,
    Attendance,
    Leading,
    StoryTold,

    /// <summary>Talked about at a meeting, with their consent.</summary>
    Discussed,
    Merged,
}

/// <summary>One thing that happened.</summary>
/// <param name="RecordId">The number of the conversation, signpost, activity … it belongs to.</param>
/// <param name="About">The place, the activity, the other person, the use: what it was about. Null where the viewer may not know.</param>
/// <param name="Words">In the person's own words, or the worker's; shortened.</param>
public sealed record StoryEntry(DateOnly On, StoryEntryKind Kind, long RecordId, string? About, string? Words, string? By);

internal sealed class TellPersonsStoryHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<TellPersonsStory, PersonAnswer>
{
    public async Task<PersonAnswer> Handle(TellPersonsStory request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var today = clock.Today();
        var visible = db.People.VisibleTo(viewer, db, today);
        var id = request.Id;
        var person = await visible
            .Where(p => p.Id == id)
            .Select(p => new
            {
                Details = new PersonDetails(p.FirstName, p.LastName, p.KnownAs, p.NeighbourhoodId, p.Language, p.IsConnector, p.Phone, p.Email, p.ContactPreference, p.KeepInTouchWeeks),
                Neighbourhood = db.Neighbourhoods.Where(n => n.Id == p.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
                p.AddedOn,
                AddedBy = db.Members.Where(m => m.Id == p.AddedBy).Select(m => m.Name).FirstOrDefault(),
                p.Version,
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (person is null)
        {
            return await db.WhereMergedTo(id, visible, cancellationToken) is { } kept ? new PersonMovedTo(kept) : throw new NotFoundException("person");
        }

        var gifts = await db.Gifts.Where(g => g.PersonId == id)
            .OrderByDescending(g => g.HeardOn).ThenByDescending(g => g.Id)
            .Select(g => new PersonsGift(g.Id, g.Direction, g.Kind, g.TermId, db.GiftTerms.Where(t => t.Id == g.TermId).Select(t => t.Name).FirstOrDefault(), g.Words, g.HeardOn))
            .Take(PersonsHistory.MostOfEach)
            .ToListAsync(cancellationToken);
        var consents = await db.Consents.Where(c => c.PersonId == id)
            .OrderByDescending(c => c.GivenOn).ThenByDescending(c => c.Id)
            .Select(c => new { c.Id, c.Use, c.AgencyId, Agency = db.Agencies.Where(a => a.Id == c.AgencyId).Select(a => a.Name).FirstOrDefault(), c.GivenOn, c.How, c.ExpiresOn, c.WithdrawnOn })
            .Take(PersonsHistory.MostOfEach)
            .ToListAsync(cancellationToken);
        var merges = await db.PersonMerges.Where(m => m.KeptId == id && m.UndoneAt == null)
            .OrderByDescending(m => m.Id)
            .Select(m => new { m.Id, m.MergedId, m.MergedAt, By = db.Members.Where(u => u.Id == m.MergedBy).Select(u => u.Name).FirstOrDefault() })
            .Take(PersonsHistory.MostOfEach)
            .ToListAsync(cancellationToken);

        var history = new PersonsHistory(db, viewer, today, id);
        history.Add(new StoryEntry(person.AddedOn, StoryEntryKind.Added, id.Value, person.Neighbourhood, null, person.AddedBy));
        history.Add(gifts.Select(g => new StoryEntry(g.HeardOn, g.Direction == GiftDirection.Gift ? StoryEntryKind.Gift : StoryEntryKind.Ask, g.Id.Value, g.Term, g.Words, null)));
        foreach (var consent in consents)
        {
            history.Add(new StoryEntry(consent.GivenOn, StoryEntryKind.ConsentGiven, consent.Id.Value, consent.Agency, consent.Use.ToString(), null));
            if (consent.WithdrawnOn is { } withdrawn)
            {
                history.Add(new StoryEntry(withdrawn, StoryEntryKind.ConsentWithdrawn, consent.Id.Value, consent.Agency, consent.Use.ToString(), null));
            }
        }

        history.Add(merges.Select(m => new StoryEntry(UkTime.DateOf(m.MergedAt), StoryEntryKind.Merged, m.MergedId.Value, null, null, m.By)));
        await history.Read(cancellationToken);
        return new PersonsStory(
            id,
            person.Details,
            person.Neighbourhood,
            person.AddedOn,
            person.Version,
            viewer.May(Permission.ChangePeople),
            gifts,
            [.. consents.Select(c => new PersonsConsent(c.Id, c.Use, c.AgencyId, c.Agency, c.GivenOn, c.How, c.ExpiresOn, c.WithdrawnOn, ConsentStates.On(today, c.GivenOn, c.ExpiresOn, c.WithdrawnOn)))],
            [.. merges.Select(m => new PersonsMerge(m.Id, m.MergedId, UkTime.DateOf(m.MergedAt), m.By))],
            await history.PageOf(new ListRequest(Page: request.Page), request.OldestFirst, cancellationToken));
    }
}

/// <summary>Whether a consent holds, from its dates.</summary>
internal static class ConsentStates
{
    public static ConsentState On(DateOnly today, DateOnly given, DateOnly? expires, DateOnly? withdrawn) =>
        withdrawn <= today ? ConsentState.Withdrawn
        : expires < today ? ConsentState.Expired
        : given > today ? ConsentState.NotYet
        : ConsentState.Live;
}
