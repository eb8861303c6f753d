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

/// <summary>People, assets, activities, conversations, meetings and agencies that hold every word typed or nearly so, of those
/// the viewer may know of. What was looked for is written down nowhere.</summary>
/// <param name="MostOfEach">How many of each kind are shown.</param>
[Requires(Permission.Search)]
public sealed record SearchEverything(string? Q, int MostOfEach = 6) : IRequest<SearchAnswer>;

/// <param name="TooLittle">There was nothing to look for: no word, a single letter, or only words that every text holds.</param>
/// <param name="Making">The index is being made again: what is not found may be found later.</param>
public sealed record SearchAnswer(string Q, bool TooLittle, IReadOnlyList<SearchGroup> Groups, bool Making = false);

/// <param name="More">There are more than are shown.</param>
public sealed record SearchGroup(SearchKind Kind, IReadOnlyList<SearchHit> Hits, bool More);

/// <param name="Context">One line: where, when, what was said.</param>
public sealed record SearchHit(long Id, string Title, string? Context);

internal sealed class SearchEverythingHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SearchEverything, SearchAnswer>
{
    public async Task<SearchAnswer> Handle(SearchEverything request, CancellationToken cancellationToken)
    {
        var q = Words.Tidy(request.Q) ?? "";
        if (!SearchQuery.Of(q, SearchKind.Person).Enough && !SearchQuery.Of(q, SearchKind.Asset).Enough)
        {
            return new SearchAnswer(q, TooLittle: true, []);
        }

        var viewer = current.Required();
        var today = clock.Today();
        var most = Math.Clamp(request.MostOfEach, 1, 20);
        List<SearchGroup?> groups =
        [
            await Group(Permission.SeePeople, SearchKind.Person, found => FindPeople(found, viewer, today, cancellationToken)),
            await Group(Permission.SeeAssets, SearchKind.Asset, found => FindAssets(found, viewer, cancellationToken)),
            await Group(Permission.SeeActivities, SearchKind.Activity, found => FindActivities(found, viewer, cancellationToken)),
            await Group(Permission.SeeConversations, SearchKind.Conversation, found => FindConversations(found, q, viewer, today, cancellationToken)),
            await Group(Permission.SeeMeetings, SearchKind.Meeting, found => FindMeetings(found, viewer, cancellationToken)),
            await Group(Permission.SeeAgencies, SearchKind.Agency, found => FindAgencies(found, viewer, cancellationToken)),
        ];
        var making = await db.SearchIndexStates.AnyAsync(s => s.Making == Tokens.Version && s.Version != Tokens.Version, cancellationToken);
        return new SearchAnswer(q, TooLittle: false, [.. groups.OfType<SearchGroup>()], making);

        async Task<SearchGroup?> Group(Permission permission, SearchKind kind, Func<FoundRecords, Task<List<SearchHit>>> read)
        {
            if (!viewer.May(permission))
            {
                return null;
            }

            // A few more than are shown: of those found alike, the one with the shorter name is the likelier.
            var found = kind == SearchKind.Person
                ? await FoundPeople.Find(db, viewer, today, q, most, cancellationToken)
                : await db.FindAsync(viewer, today, kind, q, kind == SearchKind.Conversation ? most : most * 4, cancellationToken);
            var hits = found.Ids.Count == 0 ? [] : await read(found);
            return hits.Count == 0 ? null : new SearchGroup(kind, [.. hits.Take(most)], found.More || hits.Count > most);
        }
    }

    private async Task<List<SearchHit>> FindPeople(FoundRecords found, Viewer viewer, DateOnly today, CancellationToken token)
    {
        var ids = found.Ids.Select(PersonId.From).ToList();
        var people = await db.People.VisibleTo(viewer, db, today)
            .Where(p => EF.Parameter(ids).Contains(p.Id))
            .Select(p => new { p.Id, p.FirstName, p.KnownAs, p.LastName, p.IsConnector, Neighbourhood = db.Neighbourhoods.Where(n => n.Id == p.NeighbourhoodId).Select(n => n.Name).FirstOrDefault() })
            .ToListAsync(token);
        // What they bring, so that two of one name are told apart by their strengths.
        var gifts = (await db.Gifts.Where(g => g.PersonId != null && EF.Parameter(ids).Contains(g.PersonId.Value) && g.Direction == GiftDirection.Gift)
            .OrderByDescending(g => g.HeardOn)
            .Select(g => new { g.PersonId, Name = db.GiftTerms.Where(t => t.Id == g.TermId).Select(t => t.Name).FirstOrDefault() ?? g.Words })
            .ToListAsync(token)).ToLookup(g => g.PersonId, g => g.Name);
        return [.. found.InOrder(people, p => p.Id.Value)
            .Select(p => new SearchHit(p.Id.Value, Person.NameOf(p.FirstName, p.KnownAs, p.LastName), Line(p.Neighbourhood, p.IsConnector ? "connector" : null, string.Join(", ", gifts[p.Id].Distinct(StringComparer.Ordinal).Take(3)))))];
    }

    private async Task<List<SearchHit>> FindConversations(FoundRecords found, string q, Viewer viewer, DateOnly today, CancellationToken token)
    {
        var ids = found.Ids.Select(ConversationId.From).ToList();
        var conversations = await db.Conversations.VisibleTo(viewer, db, today)
            .Where(c => EF.Parameter(ids).Contains(c.Id))
            .Select(c => new { c.Id, c.HeldOn, c.GroupName, c.Heard, c.Ideas, c.NextStep, Place = db.Assets.Where(a => a.Id == c.PlaceId).Select(a => a.Name).FirstOrDefault() })
            .ToListAsync(token);
        var query = SearchQuery.Of(q, SearchKind.Conversation);
        return [.. found.InOrder(conversations, c => c.Id.Value).Select(c => new SearchHit(
            c.Id.Value,
            $"{UkDate(c.HeldOn)}{(c.Place is null ? "" : $" at {c.Place}")}{(c.GroupName is null ? "" : $" with {c.GroupName}")}",
            Snippet.Around(query, c.Heard, c.Ideas, c.NextStep)))];
    }

    private async Task<List<SearchHit>> FindAssets(FoundRecords found, Viewer viewer, CancellationToken token)
    {
        var ids = found.Ids.Select(AssetId.From).ToList();
        var contacts = viewer.SeesContactsOfIndividuals();
        var assets = await db.Assets.VisibleTo(viewer).Where(a => EF.Parameter(ids).Contains(a.Id))
            .Select(a => new { a.Id, a.Name, Address = contacts || a.Kind != AssetKind.Individual ? a.Address : null, a.ClosedOn, Category = db.AssetCategories.Where(c => c.Id == a.CategoryId).Select(c => c.Name).FirstOrDefault(), Neighbourhood = db.Neighbourhoods.Where(n => n.Id == a.NeighbourhoodId).Select(n => n.Name).FirstOrDefault() })
            .ToListAsync(token);
        return [.. found.InOrder(assets, a => a.Id.Value, a => a.Name)
            .Select(a => new SearchHit(a.Id.Value, a.Name, Line(a.Category, a.Neighbourhood, a.Address, a.ClosedOn is { } closed ? $"closed {UkDate(closed)}" : null)))];
    }

    private async Task<List<SearchHit>> FindActivities(FoundRecords found, Viewer viewer, CancellationToken token)
    {
        var ids = found.Ids.Select(ActivityId.From).ToList();
        var activities = await db.Activities.VisibleTo(viewer).Where(a => EF.Parameter(ids).Contains(a.Id))
            .Select(a => new { a.Id, a.Name, a.EndedOn, Place = db.Assets.Where(p => p.Id == a.PlaceId).Select(p => p.Name).FirstOrDefault(), Neighbourhood = db.Neighbourhoods.Where(n => n.Id == a.NeighbourhoodId).Select(n => n.Name).FirstOrDefault() })
            .ToListAsync(token);
        return [.. found.InOrder(activities, a => a.Id.Value, a => a.Name)
            .Select(a => new SearchHit(a.Id.Value, a.Name, Line(a.Place, a.Neighbourhood, a.EndedOn is { } ended ? $"ended {UkDate(ended)}" : null)))];
    }

    private async Task<List<SearchHit>> FindMeetings(FoundRecords found, Viewer viewer, CancellationToken token)
    {
        var ids = found.Ids.Select(MeetingId.From).ToList();
        var meetings = await db.Meetings.VisibleTo(viewer, db).Where(m => EF.Parameter(ids).Contains(m.Id))
            .Select(m => new { m.Id, m.Title, m.HeldOn, Place = db.Assets.Where(a => a.Id == m.PlaceId).Select(a => a.Name).FirstOrDefault() })
            .ToListAsync(token);
        return [.. found.InOrder(meetings, m => m.Id.Value).Select(m => new SearchHit(m.Id.Value, m.Title, Line(UkDate(m.HeldOn), m.Place)))];
    }

    private async Task<List<SearchHit>> FindAgencies(FoundRecords found, Viewer viewer, CancellationToken token)
    {
        var ids = found.Ids.Select(AgencyId.From).ToList();
        var agencies = await db.Agencies.VisibleTo(viewer).Where(a => EF.Parameter(ids).Contains(a.Id))
            .Select(a => new { a.Id, a.Name, a.LeftOn, Practitioners = db.Practitioners.Count(p => p.AgencyId == a.Id) })
            .ToListAsync(token);
        return [.. found.InOrder(agencies, a => a.Id.Value, a => a.Name).Select(a => new SearchHit(a.Id.Value, a.Name, a.LeftOn is { } left ? $"left {UkDate(left)}" : a.Practitioners == 1 ? "1 person at the table" : $"{a.Practitioners} people at the table"))];
    }

    private static string? Line(params string?[] parts)
    {
        var told = parts.Where(p => !string.IsNullOrEmpty(p)).ToList();
        return told.Count == 0 ? null : string.Join(" · ", told);
    }

    private static string UkDate(DateOnly date) => date.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));
}
