using System.Text.Json;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Signposting;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Duplicates;

/// <summary>What a merge moved from one entry to another, by number, so that exactly that can be put back.</summary>
/// <remarks>A tie between the two, a signpost passed on from the one to the other, and a tie to somebody to whom the kept entry has
/// one already are not moved: they stay with the merged entry, and undoing finds them in place.</remarks>
internal sealed record MovedAssetRows
{
    public List<long> Signposts { get; init; } = [];

    public List<long> PassedOn { get; init; } = [];

    public List<long> Activities { get; init; } = [];

    public List<long> Conversations { get; init; } = [];

    public List<long> Meetings { get; init; } = [];

    public List<long> ConnectionsFrom { get; init; } = [];

    public List<long> ConnectionsTo { get; init; } = [];

    public List<long> Introductions { get; init; } = [];

    public List<long> Suggestions { get; init; } = [];

    public List<long> Doubts { get; init; } = [];

    public List<long> Links { get; init; } = [];

    public List<long> Proposals { get; init; } = [];

    /// <summary>The kept entry before and after: a field that nobody changed since goes back, with where it came from.</summary>
    public AssetDetails? Before { get; init; }

    public AssetDetails? After { get; init; }

    public string? Sources { get; init; }

    public static MovedAssetRows FromJson(string json) => JsonSerializer.Deserialize<MovedAssetRows>(json)!;

    public string ToJson() => JsonSerializer.Serialize(this);

    public static async Task<MovedAssetRows> Move(IAbcdDbContext db, Asset merged, Asset kept, AssetDetails before, string? sources, CancellationToken token)
    {
        var (from, to) = (merged.Id, kept.Id);
        var moved = new MovedAssetRows { Before = before, After = kept.Details, Sources = sources };
        foreach (var signpost in await db.Signposts.Where(s => s.AssetId == from || s.PassedOnBy == from).ToListAsync(token))
        {
            var (there, by) = (signpost.AssetId == from ? to : signpost.AssetId, signpost.PassedOnBy == from ? to : signpost.PassedOnBy);
            if (there == by)
            {
                continue;
            }

            Note(moved.Signposts, signpost.AssetId != there, signpost.Id.Value);
            Note(moved.PassedOn, signpost.PassedOnBy != by, signpost.Id.Value);
            (signpost.AssetId, signpost.PassedOnBy) = (there, by);
        }

        foreach (var activity in await db.Activities.Where(a => a.PlaceId == from).ToListAsync(token))
        {
            activity.PlaceId = to;
            moved.Activities.Add(activity.Id.Value);
        }

        foreach (var conversation in await db.Conversations.Where(c => c.PlaceId == from).ToListAsync(token))
        {
            conversation.PlaceId = to;
            moved.Conversations.Add(conversation.Id.Value);
        }

        foreach (var meeting in await db.Meetings.Where(m => m.PlaceId == from).ToListAsync(token))
        {
            meeting.PlaceId = to;
            moved.Meetings.Add(meeting.Id.Value);
        }

        await MoveConnections(db, from, to, moved, token);
        foreach (var introduction in await db.Introductions.Where(i => i.ToAssetId == from).ToListAsync(token))
        {
            introduction.ToAssetId = to;
            moved.Introductions.Add(introduction.Id.Value);
        }

        foreach (var suggestion in await db.AssetSuggestions.Where(s => s.AssetId == from).ToListAsync(token))
        {
            suggestion.AssetId = to;
            moved.Suggestions.Add(suggestion.Id.Value);
        }

        var doubts = await db.AssetDoubts.Where(d => d.AssetId == from || d.AssetId == to).ToListAsync(token);
        foreach (var doubt in doubts.Where(d => d.AssetId == from))
        {
            doubt.AssetId = to;
            moved.Doubts.Add(doubt.Id.Value);
        }

        kept.Doubted(doubts.Where(d => d.SettledAt is null).Select(d => d.Kind));
        foreach (var link in await db.KeeperLinks.Where(l => l.AssetId == from).ToListAsync(token))
        {
            link.AssetId = to;
            moved.Links.Add(link.Id.Value);
        }

        foreach (var proposal in await db.KeeperProposals.Where(p => p.AssetId == from).ToListAsync(token))
        {
            proposal.AssetId = to;
            moved.Proposals.Add(proposal.Id.Value);
        }

        return moved;

        static void Note(List<long> list, bool changed, long id)
        {
            if (changed)
            {
                list.Add(id);
            }
        }
    }

    public async Task PutBack(IAbcdDbContext db, Asset merged, Asset kept, CancellationToken token)
    {
        var (back, from) = (merged.Id, kept.Id);
        var signposts = Signposts.Concat(PassedOn).Distinct().Select(SignpostId.From).ToList();
        foreach (var signpost in await db.Signposts.Where(s => EF.Parameter(signposts).Contains(s.Id)).ToListAsync(token))
        {
            signpost.AssetId = signpost.AssetId == from && Signposts.Contains(signpost.Id.Value) ? back : signpost.AssetId;
            signpost.PassedOnBy = signpost.PassedOnBy == from && PassedOn.Contains(signpost.Id.Value) ? back : signpost.PassedOnBy;
        }

        var activities = Activities.ConvertAll(ActivityId.From);
        foreach (var activity in await db.Activities.Where(a => a.PlaceId == from && EF.Parameter(activities).Contains(a.Id)).ToListAsync(token))
        {
            activity.PlaceId = back;
        }

        var conversations = Conversations.ConvertAll(ConversationId.From);
        foreach (var conversation in await db.Conversations.Where(c => c.PlaceId == from && EF.Parameter(conversations).Contains(c.Id)).ToListAsync(token))
        {
            conversation.PlaceId = back;
        }

        var meetings = Meetings.ConvertAll(MeetingId.From);
        foreach (var meeting in await db.Meetings.Where(m => m.PlaceId == from && EF.Parameter(meetings).Contains(m.Id)).ToListAsync(token))
        {
            meeting.PlaceId = back;
        }

        var connections = ConnectionsFrom.Concat(ConnectionsTo).Select(ConnectionId.From).ToList();
        foreach (var connection in await db.Connections.Where(c => EF.Parameter(connections).Contains(c.Id)).ToListAsync(token))
        {
            connection.FromAssetId = connection.FromAssetId == from && ConnectionsFrom.Contains(connection.Id.Value) ? back : connection.FromAssetId;
            connection.ToAssetId = connection.ToAssetId == from && ConnectionsTo.Contains(connection.Id.Value) ? back : connection.ToAssetId;
        }

        var introductions = Introductions.ConvertAll(IntroductionId.From);
        foreach (var introduction in await db.Introductions.Where(i => i.ToAssetId == from && EF.Parameter(introductions).Contains(i.Id)).ToListAsync(token))
        {
            introduction.ToAssetId = back;
        }

        var suggestions = Suggestions.ConvertAll(AssetSuggestionId.From);
        foreach (var suggestion in await db.AssetSuggestions.Where(s => s.AssetId == from && EF.Parameter(suggestions).Contains(s.Id)).ToListAsync(token))
        {
            suggestion.AssetId = back;
        }

        var doubts = await db.AssetDoubts.Where(d => d.AssetId == from).ToListAsync(token);
        foreach (var doubt in doubts.Where(d => Doubts.Contains(d.Id.Value)))
        {
            doubt.AssetId = back;
        }

        kept.Doubted(doubts.Where(d => d.AssetId == from && d.SettledAt is null).Select(d => d.Kind));
        merged.Doubted(doubts.Where(d => d.AssetId == back && d.SettledAt is null).Select(d => d.Kind));
        var links = Links.ConvertAll(KeeperLinkId.From);
        foreach (var link in await db.KeeperLinks.Where(l => l.AssetId == from && EF.Parameter(links).Contains(l.Id)).ToListAsync(token))
        {
            link.AssetId = back;
        }

        var proposals = Proposals.ConvertAll(KeeperProposalId.From);
        foreach (var proposal in await db.KeeperProposals.Where(p => p.AssetId == from && EF.Parameter(proposals).Contains(p.Id)).ToListAsync(token))
        {
            proposal.AssetId = back;
        }

        if (Before is { } before && After is { } after)
        {
            Restore(kept, before, after);
            await AssetLinks.Draw(db, kept, token);
        }
    }

    private static async Task MoveConnections(IAbcdDbContext db, AssetId from, AssetId to, MovedAssetRows moved, CancellationToken token)
    {
        var known = (await db.Connections.Where(c => c.FromAssetId == to || c.ToAssetId == to)
            .Select(c => new { c.FromPersonId, c.FromAssetId, c.ToAssetId }).ToListAsync(token))
            .Select(c => (Person: c.FromPersonId, Asset: c.FromAssetId == to ? c.ToAssetId : c.FromAssetId))
            .ToHashSet();
        foreach (var connection in await db.Connections.Where(c => c.FromAssetId == from || c.ToAssetId == from).OrderBy(c => c.Id).ToListAsync(token))
        {
            var first = connection.FromAssetId == from;
            var other = (Person: connection.FromPersonId, Asset: first ? connection.ToAssetId : connection.FromAssetId);
            if (other.Asset == to || !known.Add(other))
            {
                continue;
            }

            if (first)
            {
                connection.FromAssetId = to;
                moved.ConnectionsFrom.Add(connection.Id.Value);
            }
            else
            {
                connection.ToAssetId = to;
                moved.ConnectionsTo.Add(connection.Id.Value);
            }
        }
    }

    // Field by field: what the merge changed and nobody has since.
    private void Restore(Asset kept, AssetDetails before, AssetDetails after)
    {
        var now = kept.Details;
        var (merged, since) = (AssetFields.Changed(before, after), AssetFields.Changed(after, now));
        var back = merged.Except(since).ToHashSet();
        kept.Change(AssetFields.Put(now, before, back));
        kept.PutSourcesBack(back, Sources);
    }
}
