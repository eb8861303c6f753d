using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.People;

public enum GiftDirection
{
    /// <summary>What a person brings.</summary>
    Gift,

    /// <summary>Its mirror: what someone would like to find, learn or borrow.</summary>
    Ask,
}

public enum GiftKind
{
    /// <summary>Knows.</summary>
    Head,

    /// <summary>Can do.</summary>
    Hands,

    /// <summary>Cares about.</summary>
    Heart,
    Hope,
    Idea,
    Story,
    Resource,
}

/// <summary>A gift or an ask, heard from a person, or in a conversation where nobody was named.</summary>
public sealed class Gift : AggregateRoot, IPersonal
{
    private Gift()
    {
    }

    public GiftId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public PersonId? PersonId { get; set; }

    public ConversationId? ConversationId { get; private set; }

    public GiftDirection Direction { get; private set; }

    public GiftKind Kind { get; private set; }

    /// <summary>The entry of the taxonomy it belongs under, where one fits.</summary>
    public GiftTermId? TermId { get; private set; }

    /// <summary>In the person's own words.</summary>
    public string Words { get; private set; } = "";

    public DateOnly HeardOn { get; private set; }

    string IPersonal.AuditName => "Gift";

    long IPersonal.AuditId => Id.Value;

    public static Gift Hear(ProgrammeId programme, PersonId? person, ConversationId? conversation, GiftDirection direction, GiftKind kind, GiftTermId? term, string words, DateOnly on)
    {
        if (person is null && conversation is null)
        {
            throw new DomainRuleException("A gift belongs to a person, or to the conversation it was heard in.");
        }

        return new Gift
        {
            ProgrammeId = programme,
            PersonId = person,
            ConversationId = conversation,
            Direction = direction,
            Kind = kind,
            TermId = term,
            Words = Common.Words.Required(words, direction == GiftDirection.Gift ? "The gift, in a few words," : "The ask, in a few words,"),
            HeardOn = on,
        };
    }

    public void Change(GiftDirection direction, GiftKind kind, GiftTermId? term, string words)
    {
        Direction = direction;
        Kind = kind;
        TermId = term;
        Words = Common.Words.Required(words, "The gift, in a few words,");
    }

    /// <summary>Forgets the words, keeping the taxonomy entry that figures count.</summary>
    public void Anonymise() => Words = "(removed)";
}

/// <summary>One entry of the taxonomy of gifts.</summary>
public sealed class GiftTerm
{
    public GiftTermId Id { get; private set; }

    public required GiftKind Kind { get; init; }

    public required string Group { get; set; }

    public required string Name { get; set; }

    /// <summary>Other words for it, separated by semicolons.</summary>
    public string? Synonyms { get; set; }
}
