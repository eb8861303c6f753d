using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.Meetings.Room;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>Gathers what happened to one person: one look by index at each kind of record, then the words of the page's entries only.</summary>
internal sealed class PersonsHistory(IAbcdDbContext db, Viewer viewer, DateOnly today, PersonId id)
{
    /// <summary>The latest so many of each kind; beyond them the lists of that kind tell more.</summary>
    public const int MostOfEach = 500;

    private const int LongestWords = 400;

    private readonly List<StoryEntry> entries = [];

    public void Add(StoryEntry entry) => entries.Add(entry);

    public void Add(IEnumerable<StoryEntry> several) => entries.AddRange(several);

    public async Task Read(CancellationToken token)
    {
        if (viewer.May(Permission.SeeConversations))
        {
            var known = db.Conversations.VisibleTo(viewer, db, today);
            Add((await db.ConversationPeople.Where(p => p.PersonId == id && known.Any(c => c.Id == p.ConversationId)).OrderByDescending(p => p.HeldOn).Take(MostOfEach)
                .Select(p => new { p.HeldOn, p.ConversationId }).ToListAsync(token))
                .Select(c => new StoryEntry(c.HeldOn, StoryEntryKind.Conversation, c.ConversationId.Value, null, null, null)));
        }

        if (viewer.May(Permission.SeeSignposts))
        {
            await ReadSignposts(token);
        }

        if (viewer.May(Permission.SeeConnections))
        {
            await ReadTies(token);
        }

        if (viewer.May(Permission.SeeActivities))
        {
            await ReadActivities(token);
        }

        if (viewer.May(Permission.ChangePeople))
        {
            Add(await db.Stories.Where(s => s.PersonId == id)
                .OrderByDescending(s => s.ToldOn).Take(MostOfEach)
                .Select(s => new StoryEntry(s.ToldOn, StoryEntryKind.StoryTold, s.Id.Value, s.Title, null, null)).ToListAsync(token));
            await ReadDiscussions(token);
        }
    }

    /// <summary>One page in time order, with its words.</summary>
    public async Task<Page<StoryEntry>> PageOf(ListRequest list, bool oldestFirst, CancellationToken token)
    {
        var ordered = oldestFirst
            ? entries.OrderBy(e => e.On).ThenBy(e => e.Kind).ThenBy(e => e.RecordId)
            : entries.OrderByDescending(e => e.On).ThenByDescending(e => e.Kind).ThenByDescending(e => e.RecordId);
        var page = ordered.Skip(list.Skip).Take(list.Take).ToList();
        return new Page<StoryEntry>(await WithConversations(page, token), Math.Max(list.Page, 1), entries.Count);
    }

    private async Task ReadSignposts(CancellationToken token)
    {
        var signposts = await db.Signposts.Where(s => s.PersonId == id)
            .OrderByDescending(s => s.GivenOn).Take(MostOfEach)
            .Select(s => new
            {
                s.Id,
                s.GivenOn,
                s.Why,
                s.ContactedOn,
                s.AttendedOn,
                s.StillGoingOn,
                s.DidNotGoOn,
                s.Reason,
                s.ReasonWords,
                Asset = db.Assets.Where(a => a.Id == s.AssetId).Select(a => a.Name).FirstOrDefault(),
                Activity = db.Activities.Where(a => a.Id == s.ActivityId).Select(a => a.Name).FirstOrDefault(),
                By = db.Members.Where(m => m.Id == s.WorkerId).Select(m => m.Name).FirstOrDefault(),
            })
            .ToListAsync(token);
        foreach (var s in signposts)
        {
            var to = s.Asset ?? s.Activity;
            Add(new StoryEntry(s.GivenOn, StoryEntryKind.SignpostGiven, s.Id.Value, to, Short(s.Why), s.By));
            Move(s.ContactedOn, StoryEntryKind.SignpostContacted, null);
            Move(s.AttendedOn, StoryEntryKind.SignpostAttended, null);
            Move(s.StillGoingOn, StoryEntryKind.SignpostStillGoing, null);
            Move(s.DidNotGoOn, StoryEntryKind.SignpostDidNotGo, s.ReasonWords);

            void Move(DateOnly? on, StoryEntryKind kind, string? words)
            {
                if (on is { } day)
                {
                    Add(new StoryEntry(day, kind, s.Id.Value, to, Short(words), null));
                }
            }
        }
    }

    private async Task ReadTies(CancellationToken token)
    {
        var introductions = await db.Introductions.Where(i => i.PersonId == id || i.ToPersonId == id)
            .OrderByDescending(i => i.On).Take(MostOfEach)
            .Select(i => new
            {
                i.Id,
                i.On,
                i.Why,
                By = db.Members.Where(m => m.Id == i.WorkerId).Select(m => m.Name).FirstOrDefault(),
                Asset = db.Assets.Where(a => a.Id == i.ToAssetId).Select(a => a.Name).FirstOrDefault(),
                One = (PersonId?)i.PersonId,
                Two = i.ToPersonId,
            })
            .ToListAsync(token);
        var connections = await db.Connections.Where(c => c.FromPersonId == id || c.ToPersonId == id)
            .OrderByDescending(c => c.BeganOn).Take(MostOfEach)
            .Select(c => new
            {
                c.Id,
                c.BeganOn,
                c.Tie,
                Asset = db.Assets.Where(a => a.Id == c.ToAssetId).Select(a => a.Name).FirstOrDefault(),
                One = c.FromPersonId,
                Two = c.ToPersonId,
            })
            .ToListAsync(token);

        // The other end is named only to those who may know of them.
        var others = introductions.Select(i => Other(i.One, i.Two)).Concat(connections.Select(c => Other(c.One, c.Two))).OfType<PersonId>().Distinct().ToList();
        var names = others.Count == 0 ? [] : await db.People.VisibleTo(viewer, db, today)
            .Where(p => EF.Parameter(others).Contains(p.Id))
            .Select(p => new { p.Id, p.FirstName, p.KnownAs, p.LastName })
            .ToDictionaryAsync(p => p.Id, p => Person.NameOf(p.FirstName, p.KnownAs, p.LastName), token);
        Add(introductions.Select(i => new StoryEntry(i.On, StoryEntryKind.Introduction, i.Id.Value, i.Asset ?? NameOf(Other(i.One, i.Two)), Short(i.Why), i.By)));
        Add(connections.Select(c => new StoryEntry(c.BeganOn, StoryEntryKind.Connection, c.Id.Value, c.Asset ?? NameOf(Other(c.One, c.Two)), c.Tie, null)));

        PersonId? Other(PersonId? one, PersonId? two) => one == id ? two : one;
        string? NameOf(PersonId? other) => other is { } known && names.TryGetValue(known, out var name) ? name : null;
    }

    private async Task ReadDiscussions(CancellationToken token)
    {
        var talks = await db.Discussions.Where(d => d.PersonId == id && d.OpenedAt != null)
            .OrderByDescending(d => d.OpenedAt).Take(MostOfEach)
            .Select(d => new { d.Id, d.MeetingId, d.OpenedAt, d.Shared, Meeting = db.Meetings.Where(m => m.Id == d.MeetingId).Select(m => m.Title).FirstOrDefault(), By = db.Members.Where(m => m.Id == d.NamedBy).Select(m => m.Name).FirstOrDefault() })
            .ToListAsync(token);
        var heard = (await db.HearersOf(talks.ConvertAll(t => t.Id)).ToListAsync(token)).ToLookup(h => h.Discussion);
        Add(talks.Select(t => new StoryEntry(
            UkTime.DateOf(t.OpenedAt!.Value),
            StoryEntryKind.Discussed,
            t.MeetingId.Value,
            t.Meeting,
            Short(string.Join("\n", new[] { $"Heard by {string.Join("; ", heard[t.Id].Select(h => $"{h.Name}, {h.Agency} (yes of {h.ConsentOn:d MMMM yyyy})"))}", t.Shared }.OfType<string>())),
            t.By)));
    }

    private async Task ReadActivities(CancellationToken token)
    {
        Add(await db.Attendances.Where(a => a.PersonId == id)
            .Join(db.ActivitySessions, a => a.SessionId, s => s.Id, (a, s) => s)
            .OrderByDescending(s => s.HeldOn).Take(MostOfEach)
            .Select(s => new StoryEntry(s.HeldOn, StoryEntryKind.Attendance, s.ActivityId.Value, db.Activities.Where(a => a.Id == s.ActivityId).Select(a => a.Name).FirstOrDefault(), null, null))
            .ToListAsync(token));
        Add(await db.Activities.Where(a => a.LeaderId == id).Take(MostOfEach)
            .Select(a => new StoryEntry(a.FirstSessionOn ?? a.AddedOn, StoryEntryKind.Leading, a.Id.Value, a.Name, null, null))
            .ToListAsync(token));
    }

    private async Task<IReadOnlyList<StoryEntry>> WithConversations(List<StoryEntry> page, CancellationToken token)
    {
        var ids = page.Where(e => e.Kind == StoryEntryKind.Conversation).Select(e => new ConversationId(e.RecordId)).ToList();
        if (ids.Count == 0)
        {
            return page;
        }

        var heard = await db.Conversations.Where(c => EF.Parameter(ids).Contains(c.Id))
            .Select(c => new
            {
                c.Id,
                // Short even where forty pages were written.
                Words = c.Heard.Substring(0, LongestWords),
                Place = db.Assets.Where(a => a.Id == c.PlaceId).Select(a => a.Name).FirstOrDefault(),
                By = db.Members.Where(m => m.Id == c.WorkerId).Select(m => m.Name).FirstOrDefault(),
            })
            .ToDictionaryAsync(c => c.Id, token);
        return [.. page.Select(e => e.Kind == StoryEntryKind.Conversation && heard.TryGetValue(new ConversationId(e.RecordId), out var c) ? e with { About = c.Place, Words = Short(c.Words), By = c.By } : e)];
    }

    private static string? Short(string? words) => words is { Length: >= LongestWords } ? words[..(LongestWords - 1)].TrimEnd() + "…" : words;
}

/// <summary>Where a merged record's story is told now.</summary>
internal static class MergedPeople
{
    private const int MostSteps = 20;

    /// <summary>Follows merges to the record kept in the end; null where there was none or the viewer may not see it.</summary>
    public static async Task<PersonId?> WhereMergedTo(this IAbcdDbContext db, PersonId id, IQueryable<Person> visible, CancellationToken token)
    {
        var at = id;
        for (var step = 0; step < MostSteps; step++)
        {
            var look = at;
            var next = await db.People.Where(p => p.Id == look).Select(p => p.MergedInto).SingleOrDefaultAsync(token);
            if (next is not { } into)
            {
                break;
            }

            at = into;
        }

        return at != id && await visible.AnyAsync(p => p.Id == at, token) ? at : null;
    }
}
