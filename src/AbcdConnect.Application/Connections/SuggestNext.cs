using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Connections.Matching;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.People;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Signposting;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Connections;

/// <summary>"And now?" after a conversation: whom to introduce and where to send them, each with its reason, the best first.</summary>
[Requires(Permission.Signpost)]
public sealed record SuggestNext(ConversationId Id) : IRequest<NextSuggested>;

/// <param name="Who">Maria and Tom; or the group; or "Nobody named".</param>
/// <param name="Named">The people of the conversation whom the viewer may know of.</param>
/// <param name="SaidAnything">Whether any gift or ask is known to go by.</param>
public sealed record NextSuggested(
    ConversationId Id,
    string Who,
    DateOnly HeldOn,
    IReadOnlyList<NamedPerson> Named,
    bool SaidAnything,
    IReadOnlyList<MatchedPerson> People,
    IReadOnlyList<MatchedPlace> Places,
    IReadOnlyList<ToldHere> Told,
    IReadOnlyList<IntroducedHere> Introduced);

/// <summary>Whether somebody has agreed to be introduced.</summary>
public enum ConsentStanding
{
    NotAsked,
    Agreed,

    /// <summary>They took it back: they are not suggested to anybody.</summary>
    SaidNo,
}

/// <summary>Somebody worth introducing.</summary>
/// <param name="For">Whom of the conversation they fit; null where nobody was named.</param>
/// <param name="Reason">In a sentence.</param>
/// <param name="Also">Further reasons.</param>
/// <param name="Mine">Whether the one of the conversation has agreed.</param>
/// <param name="Theirs">Whether the one suggested has.</param>
/// <param name="Metres">Between neighbourhoods; 0 within one; null where not known.</param>
public sealed record MatchedPerson(PersonId Id, string Name, PersonId? For, string? ForName, string Reason, IReadOnlyList<string> Also, ConsentStanding Mine, ConsentStanding Theirs, double? Metres);

/// <summary>A place or an activity worth telling about. One of <paramref name="Asset"/> and <paramref name="Activity"/> is set.</summary>
/// <param name="Opening">"open Thursdays 10am to noon; you said Thursday 26 November suits".</param>
/// <param name="ClosesOn">Where it closes within four weeks.</param>
public sealed record MatchedPlace(AssetId? Asset, ActivityId? Activity, string Name, PersonId? For, string? ForName, string Reason, double? Metres, string? Opening, DateOnly? ClosesOn)
{
    /// <summary>"300 m away, about 5 minutes on foot".</summary>
    public string? Distance => Metres is { } metres ? $"{Reach.InWords(metres)}, about {(Reach.Minutes(metres) is var minutes && minutes == 1 ? "a minute" : $"{minutes} minutes")} on foot" : null;
}

/// <param name="CanTakeBack">It was given today, by the viewer, and nothing has come of it yet.</param>
public sealed record ToldHere(SignpostId Id, string About, string? Person, bool CanTakeBack);

public sealed record IntroducedHere(IntroductionId Id, string Person, string To);

internal sealed class SuggestNextHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, GiftTermCache terms, IPlaceFinder finder) : IRequestHandler<SuggestNext, NextSuggested>
{
    private const int MostPeople = 5;
    private const int MostPlaces = 6;

    public async Task<NextSuggested> Handle(SuggestNext request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var today = clock.Today();
        var conversation = await db.Conversations.VisibleTo(viewer, db, today).AsNoTracking().Include(c => c.People).SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("conversation");
        var kin = TermKinship.Of(await terms.All(db, cancellationToken));
        var from = await Standpoint.OfConversation(db, viewer, today, finder, kin, conversation, cancellationToken);
        var named = (await ConversationPeopleNamed.Read(db, [request.Id], cancellationToken))[request.Id].Where(p => from.Ids.Contains(p.Id)).ToList();
        return new NextSuggested(
            request.Id,
            named.Count > 0 ? Sentences.And(named.ConvertAll(n => n.Name)) : conversation.GroupName ?? "Nobody named",
            conversation.HeldOn,
            named,
            from.Seekers.Any(s => s.Said.Count > 0),
            await PeopleNearby.Find(db, viewer, today, from, kin, MostPeople, cancellationToken),
            await PlacesNearby.Find(db, viewer, today, from, kin, MostPlaces, cancellationToken),
            await Told(viewer, today, request.Id, cancellationToken),
            await Introduced(viewer, today, from, cancellationToken));
    }

    private async Task<IReadOnlyList<ToldHere>> Told(Viewer viewer, DateOnly today, ConversationId id, CancellationToken token)
    {
        var me = viewer.UserId;
        var told = await db.Signposts.VisibleTo(viewer, db, today).Where(s => s.ConversationId == id).OrderBy(s => s.Id).Take(20)
            .Select(s => new
            {
                s.Id,
                About = db.Assets.Where(a => a.Id == s.AssetId).Select(a => a.Name).FirstOrDefault() ?? db.Activities.Where(a => a.Id == s.ActivityId).Select(a => a.Name).FirstOrDefault() ?? "",
                First = db.People.Where(p => p.Id == s.PersonId).Select(p => p.FirstName).FirstOrDefault(),
                CanTakeBack = s.WorkerId == me && s.GivenOn == today && s.State == SignpostState.Given,
            })
            .ToListAsync(token);
        return [.. told.Select(t => new ToldHere(t.Id, t.About, t.First, t.CanTakeBack))];
    }

    // An introduction does not know its conversation: those begun for these people since it was held.
    private async Task<IReadOnlyList<IntroducedHere>> Introduced(Viewer viewer, DateOnly today, Standpoint from, CancellationToken token)
    {
        if (from.Ids.Count == 0)
        {
            return [];
        }

        var ids = from.Ids;
        var rows = await db.Introductions.VisibleTo(viewer).Where(i => EF.Parameter(ids).Contains(i.PersonId) && i.On == today).OrderBy(i => i.Id).Take(20)
            .Select(i => new
            {
                i.Id,
                Person = db.People.Where(p => p.Id == i.PersonId).Select(p => p.FirstName).FirstOrDefault() ?? "",
                To = db.People.Where(p => p.Id == i.ToPersonId).Select(p => p.FirstName).FirstOrDefault() ?? db.Assets.Where(a => a.Id == i.ToAssetId).Select(a => a.Name).FirstOrDefault() ?? "",
            })
            .ToListAsync(token);
        return [.. rows.Select(r => new IntroducedHere(r.Id, r.Person, r.To))];
    }
}
