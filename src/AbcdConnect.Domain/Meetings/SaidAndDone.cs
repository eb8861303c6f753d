using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Signposting;

namespace AbcdConnect.Domain.Meetings;

/// <summary>"You said, we did": what people raised and what a table's action made of it, in two plain sentences that anybody may read.
/// Nobody is named in it, and nobody is counted.</summary>
public sealed class SaidAndDone : AggregateRoot
{
    /// <summary>The longest sentence: it has to be read from across a room.</summary>
    public const int LongestSentence = 300;

    private readonly List<SaidSource> sources = [];

    private SaidAndDone()
    {
    }

    public SaidAndDoneId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public ActionId ActionId { get; private set; }

    /// <summary>Whose wall it hangs on; null for the whole programme's.</summary>
    public NeighbourhoodId? NeighbourhoodId { get; private set; }

    public string YouSaid { get; private set; } = "";

    /// <summary>Null until the action is done.</summary>
    public string? WeDid { get; private set; }

    /// <summary>When anybody may read it; null while it is being written.</summary>
    public DateOnly? PublishedOn { get; private set; }

    public UserId? PublishedBy { get; private set; }

    /// <summary>What raised it.</summary>
    public IReadOnlyList<SaidSource> Sources => sources;

    public static SaidAndDone Begin(ProgrammeId programme, ActionId action) => new() { ProgrammeId = programme, ActionId = action };

    public void Write(NeighbourhoodId? neighbourhood, string youSaid, string? weDid)
    {
        NeighbourhoodId = neighbourhood;
        YouSaid = Words.Required(youSaid, "What people said");
        WeDid = Words.Tidy(weDid);
        if (WeDid is null)
        {
            TakeBack();
        }
    }

    /// <summary>Adds what raised it, once.</summary>
    public void RaisedBy(ConversationId? conversation, SignpostId? signpost, AssetKind? gap)
    {
        if (!sources.Exists(s => s.ConversationId == conversation && s.SignpostId == signpost && s.Gap == gap))
        {
            sources.Add(new SaidSource { ConversationId = conversation, SignpostId = signpost, Gap = gap });
        }
    }

    public void NotRaisedBy(SaidSourceId source) => sources.RemoveAll(s => s.Id == source);

    /// <exception cref="DomainRuleException">The action is not done, or nothing says what was done.</exception>
    public void Publish(MeetingAction action, DateOnly today, UserId? by)
    {
        if (action.DoneOn is null || action.Id != ActionId)
        {
            throw new DomainRuleException("It goes on the wall once the action is done.");
        }

        if (WeDid is null)
        {
            throw new DomainRuleException("Write what was done first.");
        }

        PublishedOn ??= today;
        PublishedBy ??= by;
    }

    public void TakeBack() => (PublishedOn, PublishedBy) = (null, null);

    /// <summary>Somebody brought the news back to whoever raised it.</summary>
    public void Told(SaidSourceId source, DateOnly on, UserId? by)
    {
        var told = sources.Find(s => s.Id == source) ?? throw new NotFoundException("news to bring back");
        if (PublishedOn is null)
        {
            throw new DomainRuleException("There is no news to bring back yet.");
        }

        told.ToldOn ??= on;
        told.ToldBy ??= by;
    }
}

/// <summary>One thing that raised it: a conversation, a signpost that did not land, or a kind of place that is missing.</summary>
public sealed class SaidSource
{
    public SaidSourceId Id { get; private set; }

    public SaidAndDoneId SaidAndDoneId { get; private set; }

    public ConversationId? ConversationId { get; init; }

    public SignpostId? SignpostId { get; init; }

    public AssetKind? Gap { get; init; }

    /// <summary>When whoever raised it was told what came of it.</summary>
    public DateOnly? ToldOn { get; internal set; }

    public UserId? ToldBy { get; internal set; }
}

/// <summary>The address at which anybody may read a neighbourhood's "you said, we did".</summary>
public sealed class SaidPage
{
    public const int CodeLength = 8;

    public required NeighbourhoodId NeighbourhoodId { get; init; }

    public required ProgrammeId ProgrammeId { get; init; }

    public required string Code { get; init; }
}
