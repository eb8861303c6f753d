using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Outcomes.Stories;

/// <summary>A panel reads some stories and chooses among them, saying why: one round of the most-significant-change technique. What one
/// round chose may go into the next.</summary>
/// <remarks>Davies and Dart 2005, The "Most Significant Change" Technique: a guide to its use.</remarks>
public sealed class StoryRound : AggregateRoot, IPersonal
{
    private readonly List<StoryInRound> stories = [];

    private StoryRound()
    {
    }

    public StoryRoundId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    /// <summary>What the panel asks of each story: what was the most significant change, in what?</summary>
    public string Question { get; private set; } = "";

    /// <summary>Who sits on it, in words.</summary>
    public string? Panel { get; private set; }

    public DateOnly OpenedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Why these, as the panel said when it closed.</summary>
    public string? Learnt { get; private set; }

    public IReadOnlyList<StoryInRound> Stories => stories;

    string IPersonal.AuditName => "StoryRound";

    long IPersonal.AuditId => Id.Value;

    public static StoryRound Open(ProgrammeId programme, string question, string? panel, IEnumerable<StoryId> candidates, DateOnly on)
    {
        var round = new StoryRound { ProgrammeId = programme, Question = Words.Required(question, "What the panel asks"), Panel = Words.Tidy(panel), OpenedOn = on };
        round.stories.AddRange(candidates.Distinct().Select(s => new StoryInRound(s)));
        return round.stories.Count >= 2 ? round : throw new DomainRuleException("A panel chooses among two stories or more.");
    }

    /// <summary>The panel chooses a story, or lets it go again, and says why either way.</summary>
    public void Choose(StoryId story, bool chosen, string? why)
    {
        MustBeOpen();
        var held = stories.Find(s => s.StoryId == story) ?? throw new NotFoundException("story in this round");
        held.Choose(chosen, Words.Required(why, "Why: the reasons are what is learnt from,"));
    }

    public void Close(DateOnly on, string? learnt)
    {
        MustBeOpen();
        if (stories.TrueForAll(s => !s.IsChosen))
        {
            throw new DomainRuleException("Choose a story first, and say why.");
        }

        (ClosedOn, Learnt) = (on, Words.Tidy(learnt));
    }

    private void MustBeOpen()
    {
        if (ClosedOn is not null)
        {
            throw new DomainRuleException("This round is closed. What it chose and why stays as it was.");
        }
    }
}

/// <summary>A story before a panel.</summary>
public sealed class StoryInRound : IPersonal
{
    internal StoryInRound(StoryId storyId) => StoryId = storyId;

    public StoryRoundId RoundId { get; private set; }

    public StoryId StoryId { get; private set; }

    public bool IsChosen { get; private set; }

    /// <summary>The panel's reason, for or against.</summary>
    public string? Why { get; private set; }

    string IPersonal.AuditName => "StoryInRound";

    long IPersonal.AuditId => StoryId.Value;

    internal void Choose(bool chosen, string why) => (IsChosen, Why) = (chosen, why);

    /// <summary>The teller is forgotten: what was said of their story is too.</summary>
    public void Forget() => Why = Why is null ? null : "(removed)";
}

/// <summary>Where a story went: what is printed cannot be called back, and whoever withdraws a story is told where it stands.</summary>
public sealed class StoryTrail
{
    public StoryTrailId Id { get; private set; }

    public required StoryId StoryId { get; init; }

    public required ProgrammeId ProgrammeId { get; init; }

    /// <summary>In words: the report of October 2026, edition 1.</summary>
    public required string Place { get; init; }

    public required DateOnly On { get; init; }
}
