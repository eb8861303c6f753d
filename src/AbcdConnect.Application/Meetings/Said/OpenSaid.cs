using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.People;
using AbcdConnect.Application.Search;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;
using AbcdConnect.Domain.Signposting;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Said;

/// <summary>The two sentences of an action with what raised it, and what else could have: conversations of the place that say
/// these words, signposts of the place that did not land.</summary>
/// <param name="Q">Words to look for in conversations.</param>
[Requires(Permission.RunMeetings)]
public sealed record OpenSaid(ActionId Action, NeighbourhoodId? Place, string? Q) : IRequest<SaidView>;

public sealed record SaidView(
    ActionRow Action,
    NeighbourhoodId? Place,
    string YouSaid,
    string? WeDid,
    DateOnly? PublishedOn,
    IReadOnlyList<RaisedBy> Sources,
    IReadOnlyList<RaisedBy> Likely,
    IReadOnlyList<NeighbourhoodChoice> Places,
    long Version)
{
    /// <summary>The version of what nobody has written yet. What somebody wrote first has nought.</summary>
    public const long NotWritten = -1;

    /// <summary>What the agenda item was about under which the action was agreed; null where it did not come of what people spoke of.</summary>
    public string? Theme { get; init; }

    /// <summary>In how many conversations it was heard that are not among the sources yet.</summary>
    public int ThemeHeardIn { get; init; }

    /// <summary>The kind of place that the agenda item says is missing.</summary>
    public AssetKind? Gap { get; init; }
}

/// <summary>One thing that raised it, or could have.</summary>
/// <param name="Id">Null while it is only likely.</param>
/// <param name="Words">The beginning of what was said, or why somebody did not go.</param>
/// <param name="Who">The people of it, by first name.</param>
public sealed record RaisedBy(SaidSourceId? Id, ConversationId? Conversation, SignpostId? Signpost, AssetKind? Gap, DateOnly? On, string Words, IReadOnlyList<string> Who, DateOnly? ToldOn);

internal sealed class OpenSaidHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<OpenSaid, SaidView>
{
    private const int Most = 12;
    private const int LongestWords = 160;

    public async Task<SaidView> Handle(OpenSaid request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var programme = viewer.ProgrammeId;
        var action = await db.MeetingActions.VisibleTo(viewer, db).Where(a => a.Id == request.Action).Rows(viewer, db).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("action");
        var said = await db.SaidAndDone.AsNoTracking().Include(s => s.Sources).SingleOrDefaultAsync(s => s.ActionId == request.Action, cancellationToken);
        var table = await db.Meetings.Where(m => m.Id == action.MeetingId).Select(m => m.NeighbourhoodId).SingleAsync(cancellationToken);
        var place = request.Place ?? said?.NeighbourhoodId ?? table;
        List<SaidSource> sources = said is null ? [] : [.. said.Sources];
        var known = sources.Select(s => s.ConversationId).OfType<ConversationId>().ToList();
        var signposts = sources.Select(s => s.SignpostId).OfType<SignpostId>().ToList();
        List<ConversationId> likely = [];
        foreach (var word in db.RecordsWith(programme, SearchKind.Conversation, request.Q).Take(1))
        {
            // The newest of the place that hold every word.
            var conversations = db.Conversations.VisibleTo(viewer, db, today).Where(c => c.NeighbourhoodId == place);
            foreach (var found in db.RecordsWith(programme, SearchKind.Conversation, request.Q))
            {
                conversations = conversations.Where(c => found.Contains((long)(object)c.Id));
            }

            likely = await conversations.Where(c => !EF.Parameter(known).Contains(c.Id)).OrderByDescending(c => c.HeldOn).ThenByDescending(c => c.Id).Take(Most).Select(c => c.Id).ToListAsync(cancellationToken);
        }

        var since = today.AddDays(-180);
        var notLanded = await db.Signposts.VisibleTo(viewer, db, today)
            .Where(s => s.NeighbourhoodId == place && s.GivenOn >= since && s.State == SignpostState.DidNotGo && !EF.Parameter(signposts).Contains(s.Id))
            .OrderByDescending(s => s.GivenOn).ThenByDescending(s => s.Id).Take(Most).Select(s => s.Id).ToListAsync(cancellationToken);
        var behind = await ThemeBehind.Of(db, viewer, request.Action, today, cancellationToken);
        var rows = await Conversations([.. known, .. likely], cancellationToken);
        var went = await Signposts([.. signposts, .. notLanded], cancellationToken);
        return new SaidView(
            action,
            place,
            said?.YouSaid ?? "",
            said?.WeDid,
            said?.PublishedOn,
            [
                .. sources.Select(s => s.ConversationId is { } talk ? rows[talk] with { Id = s.Id, ToldOn = s.ToldOn }
                    : s.SignpostId is { } signpost ? went[signpost] with { Id = s.Id, ToldOn = s.ToldOn }
                    : new RaisedBy(s.Id, null, null, s.Gap, null, "", [], null)),
            ],
            [.. likely.Select(c => rows[c]), .. notLanded.Select(s => went[s])],
            await db.Neighbourhoods.Where(n => n.ProgrammeId == programme).OrderBy(n => n.Name).Select(n => new NeighbourhoodChoice(n.Id, n.Name)).ToListAsync(cancellationToken),
            said?.Version ?? SaidView.NotWritten)
        {
            Theme = behind.Theme,
            ThemeHeardIn = behind.Conversations.Count(c => !known.Contains(c)),
            Gap = behind.Gap,
        };
    }

    private async Task<Dictionary<ConversationId, RaisedBy>> Conversations(List<ConversationId> ids, CancellationToken token)
    {
        var found = await db.Conversations.Where(c => EF.Parameter(ids).Contains(c.Id)).Select(c => new { c.Id, c.HeldOn, c.Heard }).ToListAsync(token);
        var people = await ConversationPeopleNamed.Read(db, ids, token);
        return found.ToDictionary(c => c.Id, c => new RaisedBy(null, c.Id, null, null, c.HeldOn, Shortened(c.Heard), [.. people[c.Id].Select(p => p.Name)], null));
    }

    private async Task<Dictionary<SignpostId, RaisedBy>> Signposts(List<SignpostId> ids, CancellationToken token)
    {
        var found = await db.Signposts.Where(s => EF.Parameter(ids).Contains(s.Id))
            .Select(s => new
            {
                s.Id,
                s.GivenOn,
                s.Reason,
                s.ReasonWords,
                Target = db.Assets.Where(a => a.Id == s.AssetId).Select(a => a.Name).FirstOrDefault() ?? db.Activities.Where(a => a.Id == s.ActivityId).Select(a => a.Name).FirstOrDefault() ?? "",
                First = db.People.Where(p => p.Id == s.PersonId).Select(p => p.FirstName).FirstOrDefault(),
            })
            .ToListAsync(token);
        return found.ToDictionary(s => s.Id, s => new RaisedBy(null, null, s.Id, null, s.GivenOn, Shortened($"{s.Target}{(s.ReasonWords is null ? "" : $": {s.ReasonWords}")}"), s.First is null ? [] : [s.First], null));
    }

    private static string Shortened(string words) => words.Length <= LongestWords ? words : $"{words[..LongestWords]}…";
}
