using AbcdConnect.Application.Access;
using AbcdConnect.Application.Activities;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Search;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Search;

/// <summary>People, conversations, assets, activities, agencies and meetings that hold every word typed, of those the viewer
/// may know of. What was looked for is written down nowhere.</summary>
[Requires(Permission.Search)]
public sealed record SearchEverything(string? Q) : IRequest<SearchAnswer>
{
    /// <summary>How many of each kind are shown.</summary>
    public const int MostOfEach = 6;
}

/// <param name="TooLittle">There was nothing to look for: no word, a single letter, or only words that every text holds.</param>
public sealed record SearchAnswer(string Q, bool TooLittle, IReadOnlyList<SearchGroup> Groups);

/// <param name="More">There are more than are shown.</param>
public sealed record SearchGroup(SearchKind Kind, IReadOnlyList<SearchHit> Hits, bool More);

/// <param name="Context">One line: where, when, what was said.</param>
public sealed record SearchHit(long Id, string Title, string? Context);

internal sealed class SearchEverythingHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SearchEverything, SearchAnswer>
{
    // Of those found, some are not the viewer's to see.
    private const int MostLookedAt = 300;

    public async Task<SearchAnswer> Handle(SearchEverything request, CancellationToken cancellationToken)
    {
        var names = SearchWords.Of(request.Q, names: true);
        var texts = SearchWords.Of(request.Q, names: false);
        var q = Words.Tidy(request.Q) ?? "";
        if (!names.Enough && !texts.Enough)
        {
            return new SearchAnswer(q, TooLittle: true, []);
        }

        var viewer = current.Required();
        var today = clock.Today();
        List<SearchGroup?> groups =
        [
            await Group(Permission.SeePeople, SearchKind.Person, names, ids => FindPeople(ids, viewer, today, cancellationToken)),
            await Group(Permission.SeeConversations, SearchKind.Conversation, texts, ids => FindConversations(ids, texts, viewer, today, cancellationToken)),
            await Group(Permission.SeeAssets, SearchKind.Asset, texts, ids => FindAssets(ids, viewer, cancellationToken)),
            await Group(Permission.SeeActivities, SearchKind.Activity, texts, ids => FindActivities(ids, viewer, cancellationToken)),
            await Group(Permission.SeeMeetings, SearchKind.Meeting, texts, ids => FindMeetings(ids, viewer, cancellationToken)),
            await Group(Permission.SeeAgencies, SearchKind.Agency, texts, ids => FindAgencies(ids, viewer, cancellationToken)),
        ];
        return new SearchAnswer(q, TooLittle: false, [.. groups.OfType<SearchGroup>()]);

        async Task<SearchGroup?> Group(Permission permission, SearchKind kind, SearchWords words, Func<IReadOnlyList<long>, Task<List<SearchHit>>> read)
        {
            if (!viewer.May(permission))
            {
                return null;
            }

            var found = await db.FindAsync(viewer.ProgrammeId, kind, words, MostLookedAt, cancellationToken);
            if (found.Ids.Count == 0)
            {
                return null;
            }

            var hits = await read(found.Ids);
            return hits.Count == 0 ? null : new SearchGroup(kind, [.. hits.Take(SearchEverything.MostOfEach)], hits.Count > SearchEverything.MostOfEach);
        }
    }

    private async Task<List<SearchHit>> FindPeople(IReadOnlyList<long> found, Viewer viewer, DateOnly today, CancellationToken token)
    {
        var ids = found.Select(PersonId.From).ToList();
        var people = await db.People.VisibleTo(viewer, db, today)
            .Where(p => EF.Parameter(ids).Contains(p.Id))
            .Select(p => new { p.Id, p.FirstName, p.KnownAs, p.LastName, p.IsConnector, Neighbourhood = db.Neighbourhoods.Where(n => n.Id == p.NeighbourhoodId).Select(n => n.Name).FirstOrDefault() })
            .ToListAsync(token);
        var shown = InOrder(people, ids, p => p.Id).Take(SearchEverything.MostOfEach + 1).ToList();
        var few = shown.ConvertAll(p => p.Id);
        // What they bring, so that two of one name are told apart by their strengths.
        var gifts = (await db.Gifts.Where(g => g.PersonId != null && EF.Parameter(few).Contains(g.PersonId.Value) && g.Direction == GiftDirection.Gift)
            .OrderByDescending(g => g.HeardOn)
            .Select(g => new { g.PersonId, Name = db.GiftTerms.Where(t => t.Id == g.TermId).Select(t => t.Name).FirstOrDefault() ?? g.Words })
            .ToListAsync(token)).ToLookup(g => g.PersonId, g => g.Name);
        return shown.ConvertAll(p => new SearchHit(p.Id.Value, Person.NameOf(p.FirstName, p.KnownAs, p.LastName), Line(p.Neighbourhood, p.IsConnector ? "connector" : null, string.Join(", ", gifts[p.Id].Distinct(StringComparer.Ordinal).Take(3)))));
    }

    private async Task<List<SearchHit>> FindConversations(IReadOnlyList<long> found, SearchWords words, Viewer viewer, DateOnly today, CancellationToken token)
    {
        var ids = found.Select(ConversationId.From).ToList();
        var conversations = await db.Conversations.VisibleTo(viewer, db, today)
            .Where(c => EF.Parameter(ids).Contains(c.Id))
            .OrderByDescending(c => c.HeldOn).ThenByDescending(c => c.Id)
            .Take(SearchEverything.MostOfEach + 1)
            .Select(c => new { c.Id, c.HeldOn, c.GroupName, c.Heard, c.Ideas, c.NextStep, Place = db.Assets.Where(a => a.Id == c.PlaceId).Select(a => a.Name).FirstOrDefault() })
            .ToListAsync(token);
        return conversations.ConvertAll(c => new SearchHit(
            c.Id.Value,
            $"{UkDate(c.HeldOn)}{(c.Place is null ? "" : $" at {c.Place}")}{(c.GroupName is null ? "" : $" with {c.GroupName}")}",
            Snippet.Around(words, c.Heard, c.Ideas, c.NextStep)));
    }

    private async Task<List<SearchHit>> FindAssets(IReadOnlyList<long> found, Viewer viewer, CancellationToken token)
    {
        var ids = found.Select(AssetId.From).ToList();
        var assets = await db.Assets.VisibleTo(viewer).Where(a => EF.Parameter(ids).Contains(a.Id))
            .Select(a => new { a.Id, a.Name, a.Address, a.ClosedOn, Category = db.AssetCategories.Where(c => c.Id == a.CategoryId).Select(c => c.Name).FirstOrDefault(), Neighbourhood = db.Neighbourhoods.Where(n => n.Id == a.NeighbourhoodId).Select(n => n.Name).FirstOrDefault() })
            .ToListAsync(token);
        return [.. InOrder(assets, ids, a => a.Id).Take(SearchEverything.MostOfEach + 1)
            .Select(a => new SearchHit(a.Id.Value, a.Name, Line(a.Category, a.Neighbourhood, a.Address, a.ClosedOn is { } closed ? $"closed {UkDate(closed)}" : null)))];
    }

    private async Task<List<SearchHit>> FindActivities(IReadOnlyList<long> found, Viewer viewer, CancellationToken token)
    {
        var ids = found.Select(ActivityId.From).ToList();
        var activities = await db.Activities.VisibleTo(viewer).Where(a => EF.Parameter(ids).Contains(a.Id))
            .Select(a => new { a.Id, a.Name, a.EndedOn, Place = db.Assets.Where(p => p.Id == a.PlaceId).Select(p => p.Name).FirstOrDefault(), Neighbourhood = db.Neighbourhoods.Where(n => n.Id == a.NeighbourhoodId).Select(n => n.Name).FirstOrDefault() })
            .ToListAsync(token);
        return [.. InOrder(activities, ids, a => a.Id).Take(SearchEverything.MostOfEach + 1)
            .Select(a => new SearchHit(a.Id.Value, a.Name, Line(a.Place, a.Neighbourhood, a.EndedOn is { } ended ? $"ended {UkDate(ended)}" : null)))];
    }

    private async Task<List<SearchHit>> FindMeetings(IReadOnlyList<long> found, Viewer viewer, CancellationToken token)
    {
        var ids = found.Select(MeetingId.From).ToList();
        var rows = await db.Meetings.VisibleTo(viewer, db).Where(m => EF.Parameter(ids).Contains(m.Id))
            .OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.Id)
            .Take(SearchEverything.MostOfEach + 1)
            .Select(m => new { m.Id, m.Title, m.HeldOn, Place = db.Assets.Where(a => a.Id == m.PlaceId).Select(a => a.Name).FirstOrDefault() })
            .ToListAsync(token);
        return rows.ConvertAll(m => new SearchHit(m.Id.Value, m.Title, Line(UkDate(m.HeldOn), m.Place)));
    }

    private async Task<List<SearchHit>> FindAgencies(IReadOnlyList<long> found, Viewer viewer, CancellationToken token)
    {
        var ids = found.Select(AgencyId.From).ToList();
        var agencies = await db.Agencies.VisibleTo(viewer).Where(a => EF.Parameter(ids).Contains(a.Id))
            .OrderBy(a => a.Name)
            .Take(SearchEverything.MostOfEach + 1)
            .Select(a => new { a.Id, a.Name, a.LeftOn, Practitioners = db.Practitioners.Count(p => p.AgencyId == a.Id) })
            .ToListAsync(token);
        return agencies.ConvertAll(a => new SearchHit(a.Id.Value, a.Name, a.LeftOn is { } left ? $"left {UkDate(left)}" : a.Practitioners == 1 ? "1 person at the table" : $"{a.Practitioners} people at the table"));
    }

    private static IEnumerable<T> InOrder<T, TId>(IEnumerable<T> rows, List<TId> ids, Func<T, TId> id)
        where TId : notnull
    {
        var rank = ids.Select((number, at) => (number, at)).ToDictionary(pair => pair.number, pair => pair.at);
        return rows.OrderBy(row => rank[id(row)]);
    }

    private static string? Line(params string?[] parts)
    {
        var told = parts.Where(p => !string.IsNullOrEmpty(p)).ToList();
        return told.Count == 0 ? null : string.Join(" · ", told);
    }

    private static string UkDate(DateOnly date) => date.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));
}
