using System.Text.Json;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Home;
using AbcdConnect.Domain.Meetings.Room;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Signposting;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>What a merge moved from one person to another, by number, so that exactly that can be put back.</summary>
/// <remarks>A tie between the two, an introduction of the one to the other, and a tie to somebody to whom the kept person has
/// one already are not moved: they stay with the merged record, where no list shows them, and undoing finds them in place.</remarks>
internal sealed record MovedRows
{
    public List<long> Gifts { get; init; } = [];

    public List<long> Consents { get; init; } = [];

    /// <summary>Conversations with the merged person only.</summary>
    public List<long> Conversations { get; init; } = [];

    /// <summary>Conversations that named both: undoing brings the second one back.</summary>
    public List<long> ConversationsWithBoth { get; init; } = [];

    public List<long> Sessions { get; init; } = [];

    public List<long> SessionsWithBoth { get; init; } = [];

    public List<long> Signposts { get; init; } = [];

    public List<long> ConnectionsFrom { get; init; } = [];

    public List<long> ConnectionsTo { get; init; } = [];

    public List<long> IntroductionsOf { get; init; } = [];

    public List<long> IntroductionsTo { get; init; } = [];

    public List<long> Activities { get; init; } = [];

    public List<long> Stories { get; init; } = [];

    public List<long> Askings { get; init; } = [];

    public List<long> Discussions { get; init; } = [];

    public List<long> DayAnswers { get; init; } = [];

    public List<long> DayAnswersOther { get; init; } = [];

    /// <summary>The kept person's details before and after: a field that nobody changed since goes back.</summary>
    public PersonDetails? Before { get; init; }

    public PersonDetails? After { get; init; }

    public static MovedRows FromJson(string json) => JsonSerializer.Deserialize<MovedRows>(json)!;

    public string ToJson() => JsonSerializer.Serialize(this);

    public static async Task<MovedRows> Move(IAbcdDbContext db, Person merged, Person kept, PersonDetails before, CancellationToken token)
    {
        var (from, to) = (merged.Id, kept.Id);
        var moved = new MovedRows { Before = before, After = kept.ToDetails() };
        foreach (var gift in await db.Gifts.Where(g => g.PersonId == from).ToListAsync(token))
        {
            gift.PersonId = to;
            moved.Gifts.Add(gift.Id.Value);
        }

        foreach (var consent in await db.Consents.Where(c => c.PersonId == from).ToListAsync(token))
        {
            consent.PersonId = to;
            moved.Consents.Add(consent.Id.Value);
        }

        foreach (var conversation in await db.Conversations.Include(c => c.People).Where(c => c.People.Any(p => p.PersonId == from)).ToListAsync(token))
        {
            (conversation.People.Any(p => p.PersonId == to) ? moved.ConversationsWithBoth : moved.Conversations).Add(conversation.Id.Value);
            conversation.Replace(from, to);
        }

        foreach (var session in await db.ActivitySessions.Include(s => s.Attendees).Where(s => s.Attendees.Any(a => a.PersonId == from)).ToListAsync(token))
        {
            (session.Attendees.Any(a => a.PersonId == to) ? moved.SessionsWithBoth : moved.Sessions).Add(session.Id.Value);
            session.Replace(from, to);
        }

        foreach (var signpost in await db.Signposts.Where(s => s.PersonId == from).ToListAsync(token))
        {
            signpost.PersonId = to;
            moved.Signposts.Add(signpost.Id.Value);
        }

        await MoveConnections(db, from, to, moved, token);
        foreach (var introduction in await db.Introductions.Where(i => i.PersonId == from || i.ToPersonId == from).ToListAsync(token))
        {
            if (introduction.PersonId == to || introduction.ToPersonId == to)
            {
                continue;
            }

            if (introduction.PersonId == from)
            {
                introduction.PersonId = to;
                moved.IntroductionsOf.Add(introduction.Id.Value);
            }
            else
            {
                introduction.ToPersonId = to;
                moved.IntroductionsTo.Add(introduction.Id.Value);
            }
        }

        foreach (var activity in await db.Activities.Where(a => a.LeaderId == from).ToListAsync(token))
        {
            activity.LeaderId = to;
            moved.Activities.Add(activity.Id.Value);
        }

        foreach (var story in await db.Stories.Where(s => s.PersonId == from).ToListAsync(token))
        {
            story.PersonId = to;
            moved.Stories.Add(story.Id.Value);
        }

        foreach (var asking in await db.Askings.Where(a => a.PersonId == from).ToListAsync(token))
        {
            asking.PersonId = to;
            moved.Askings.Add(asking.Id.Value);
        }

        foreach (var discussion in await db.Discussions.Where(d => d.PersonId == from).ToListAsync(token))
        {
            discussion.PersonId = to;
            moved.Discussions.Add(discussion.Id.Value);
        }

        foreach (var answer in await db.DayAnswers.Where(a => a.PersonId == from).ToListAsync(token))
        {
            answer.PersonId = to;
            moved.DayAnswers.Add(answer.Id.Value);
        }

        foreach (var answer in await db.DayAnswers.Where(a => a.OtherPersonId == from).ToListAsync(token))
        {
            answer.OtherPersonId = to;
            moved.DayAnswersOther.Add(answer.Id.Value);
        }

        return moved;
    }

    public async Task PutBack(IAbcdDbContext db, Person merged, Person kept, CancellationToken token)
    {
        var (back, from) = (merged.Id, kept.Id);
        var gifts = Gifts.ConvertAll(GiftId.From);
        foreach (var gift in await db.Gifts.Where(g => g.PersonId == from && EF.Parameter(gifts).Contains(g.Id)).ToListAsync(token))
        {
            gift.PersonId = back;
        }

        var consents = Consents.ConvertAll(ConsentId.From);
        foreach (var consent in await db.Consents.Where(c => c.PersonId == from && EF.Parameter(consents).Contains(c.Id)).ToListAsync(token))
        {
            consent.PersonId = back;
        }

        // Where the kept person has been taken out of a conversation since, that edit stays.
        var conversations = Conversations.Concat(ConversationsWithBoth).Select(ConversationId.From).ToList();
        foreach (var conversation in await db.Conversations.Include(c => c.People).Where(c => EF.Parameter(conversations).Contains(c.Id) && c.People.Any(p => p.PersonId == from)).ToListAsync(token))
        {
            if (Conversations.Contains(conversation.Id.Value))
            {
                conversation.Replace(from, back);
            }
            else
            {
                conversation.Join(back);
            }
        }

        var sessions = Sessions.Concat(SessionsWithBoth).Select(ActivitySessionId.From).ToList();
        foreach (var session in await db.ActivitySessions.Include(s => s.Attendees).Where(s => EF.Parameter(sessions).Contains(s.Id) && s.Attendees.Any(a => a.PersonId == from)).ToListAsync(token))
        {
            if (Sessions.Contains(session.Id.Value))
            {
                session.Replace(from, back);
            }
            else
            {
                session.Join(back);
            }
        }

        var signposts = Signposts.ConvertAll(SignpostId.From);
        foreach (var signpost in await db.Signposts.Where(s => s.PersonId == from && EF.Parameter(signposts).Contains(s.Id)).ToListAsync(token))
        {
            signpost.PersonId = back;
        }

        var connections = ConnectionsFrom.Concat(ConnectionsTo).Select(ConnectionId.From).ToList();
        foreach (var connection in await db.Connections.Where(c => EF.Parameter(connections).Contains(c.Id)).ToListAsync(token))
        {
            connection.FromPersonId = connection.FromPersonId == from && ConnectionsFrom.Contains(connection.Id.Value) ? back : connection.FromPersonId;
            connection.ToPersonId = connection.ToPersonId == from && ConnectionsTo.Contains(connection.Id.Value) ? back : connection.ToPersonId;
        }

        var introductions = IntroductionsOf.Concat(IntroductionsTo).Select(IntroductionId.From).ToList();
        foreach (var introduction in await db.Introductions.Where(i => EF.Parameter(introductions).Contains(i.Id)).ToListAsync(token))
        {
            introduction.PersonId = introduction.PersonId == from && IntroductionsOf.Contains(introduction.Id.Value) ? back : introduction.PersonId;
            introduction.ToPersonId = introduction.ToPersonId == from && IntroductionsTo.Contains(introduction.Id.Value) ? back : introduction.ToPersonId;
        }

        var activities = Activities.ConvertAll(ActivityId.From);
        foreach (var activity in await db.Activities.Where(a => a.LeaderId == from && EF.Parameter(activities).Contains(a.Id)).ToListAsync(token))
        {
            activity.LeaderId = back;
        }

        var stories = Stories.ConvertAll(StoryId.From);
        foreach (var story in await db.Stories.Where(s => s.PersonId == from && EF.Parameter(stories).Contains(s.Id)).ToListAsync(token))
        {
            story.PersonId = back;
        }

        var askings = Askings.ConvertAll(AskingId.From);
        foreach (var asking in await db.Askings.Where(a => a.PersonId == from && EF.Parameter(askings).Contains(a.Id)).ToListAsync(token))
        {
            asking.PersonId = back;
        }

        var discussions = Discussions.ConvertAll(DiscussionId.From);
        foreach (var discussion in await db.Discussions.Where(d => d.PersonId == from && EF.Parameter(discussions).Contains(d.Id)).ToListAsync(token))
        {
            discussion.PersonId = back;
        }

        var answers = DayAnswers.Concat(DayAnswersOther).Select(DayAnswerId.From).ToList();
        foreach (var answer in await db.DayAnswers.Where(a => EF.Parameter(answers).Contains(a.Id)).ToListAsync(token))
        {
            answer.PersonId = answer.PersonId == from && DayAnswers.Contains(answer.Id.Value) ? back : answer.PersonId;
            answer.OtherPersonId = answer.OtherPersonId == from && DayAnswersOther.Contains(answer.Id.Value) ? back : answer.OtherPersonId;
        }

        if (Before is { } before && After is { } after)
        {
            kept.Change(Restored(kept.ToDetails(), before, after));
        }
    }

    private static async Task MoveConnections(IAbcdDbContext db, PersonId from, PersonId to, MovedRows moved, CancellationToken token)
    {
        var known = (await db.Connections.Where(c => c.FromPersonId == to || c.ToPersonId == to)
            .Select(c => new { c.FromPersonId, c.ToPersonId, c.ToAssetId, c.FromAssetId }).ToListAsync(token))
            .Select(c => (Person: c.FromPersonId == to ? c.ToPersonId : c.FromPersonId, Asset: c.ToAssetId ?? c.FromAssetId))
            .ToHashSet();
        foreach (var connection in await db.Connections.Where(c => c.FromPersonId == from || c.ToPersonId == from).OrderBy(c => c.Id).ToListAsync(token))
        {
            var first = connection.FromPersonId == from;
            var other = (Person: first ? connection.ToPersonId : connection.FromPersonId, Asset: connection.ToAssetId ?? connection.FromAssetId);
            if (other.Person == to || !known.Add(other))
            {
                continue;
            }

            if (first)
            {
                connection.FromPersonId = to;
                moved.ConnectionsFrom.Add(connection.Id.Value);
            }
            else
            {
                connection.ToPersonId = to;
                moved.ConnectionsTo.Add(connection.Id.Value);
            }
        }
    }

    // Field by field: what the merge changed and nobody has since.
    private static PersonDetails Restored(PersonDetails now, PersonDetails before, PersonDetails after)
    {
        static T Field<T>(T now, T before, T after) => EqualityComparer<T>.Default.Equals(now, after) ? before : now;

        return new PersonDetails(
            Field(now.FirstName, before.FirstName, after.FirstName),
            Field(now.LastName, before.LastName, after.LastName),
            Field(now.KnownAs, before.KnownAs, after.KnownAs),
            Field(now.NeighbourhoodId, before.NeighbourhoodId, after.NeighbourhoodId),
            Field(now.Language, before.Language, after.Language),
            Field(now.IsConnector, before.IsConnector, after.IsConnector),
            Field(now.Phone, before.Phone, after.Phone),
            Field(now.Email, before.Email, after.Email),
            Field(now.ContactPreference, before.ContactPreference, after.ContactPreference),
            Field(now.KeepInTouchWeeks, before.KeepInTouchWeeks, after.KeepInTouchWeeks));
    }
}

/// <summary>Marks the months in which these people count.</summary>
internal static class PeoplesMonths
{
    /// <summary>Every month in which any of them was talked with or signposted: who was new, and how many different people there
    /// were, may have changed in each, also where the record itself did not.</summary>
    public static async Task MarkMonths(this IAbcdDbContext db, ProgrammeId programme, IReadOnlyList<PersonId> people, DateTimeOffset at, CancellationToken token)
    {
        var months = new HashSet<YearMonth>();
        foreach (var person in people)
        {
            var dates = await db.ConversationPeople.Where(p => p.PersonId == person).Select(p => p.HeldOn).Distinct().ToListAsync(token);
            dates.AddRange(await db.Signposts.Where(s => s.PersonId == person).Select(s => s.GivenOn).Distinct().ToListAsync(token));
            months.UnionWith(dates.Select(YearMonth.Containing));
        }

        var wanted = months.ToList();
        var marked = await db.ChangedMonths.Where(c => c.ProgrammeId == programme && wanted.Contains(c.Month)).ToListAsync(token);
        foreach (var mark in marked)
        {
            mark.ChangedAt = at;
        }

        db.ChangedMonths.AddRange(wanted.Except(marked.Select(m => m.Month)).Select(m => new ChangedMonth { ProgrammeId = programme, Month = m, ChangedAt = at }));
    }
}
