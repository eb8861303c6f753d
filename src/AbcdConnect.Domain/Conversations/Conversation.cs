using System.Security.Cryptography;
using System.Text;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;

namespace AbcdConnect.Domain.Conversations;

public enum ConversationKind
{
    /// <summary>A learning conversation: hearing what someone brings and hopes for.</summary>
    Learning,

    /// <summary>Coming back to something heard before.</summary>
    FollowUp,
}

/// <summary>A dated conversation with one or more people, a group, or nobody named.</summary>
public sealed class Conversation : AggregateRoot, IPersonal, ISearchable, ICounted
{
    private readonly List<ConversationPerson> people = [];

    private Conversation()
    {
    }

    public ConversationId Id { get; private set; }

    /// <summary>Made where it was typed: sending twice stores once.</summary>
    public Guid SubmissionId { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public NeighbourhoodId? NeighbourhoodId { get; private set; }

    public UserId? WorkerId { get; private set; }

    public DateOnly HeldOn { get; private set; }

    public TimeOnly? At { get; private set; }

    public ConversationKind Kind { get; private set; }

    public AssetId? PlaceId { get; set; }

    /// <summary>The group talked with, where it was one.</summary>
    public string? GroupName { get; private set; }

    /// <summary>Tells one group from another whatever the letters' case, on every database alike: a digest of the name in
    /// capitals. It stays when the words are removed, so that the figures stay true.</summary>
    public string? GroupKey { get; private set; }

    /// <summary>What was heard, in the person's words.</summary>
    public string Heard { get; private set; } = "";

    public string? Ideas { get; private set; }

    public string? NextStep { get; private set; }

    public DateOnly? NextStepDue { get; private set; }

    public DateOnly? NextStepDoneOn { get; private set; }

    /// <summary>When it was let go of. The words stay: what was promised is part of the story.</summary>
    public DateOnly? NextStepDroppedOn { get; private set; }

    /// <summary>Given to research: a researcher reads it without names.</summary>
    public bool GivenToResearch { get; private set; }

    public IReadOnlyList<ConversationPerson> People => people;

    string IPersonal.AuditName => "Conversation";

    long IPersonal.AuditId => Id.Value;

    SearchKind ISearchable.SearchKind => SearchKind.Conversation;

    long ISearchable.SearchId => Id.Value;

    long ISearchable.SearchArea => SearchArea.Of(NeighbourhoodId, WorkerId);

    IEnumerable<string?> ISearchable.SearchNames => [GroupName];

    IEnumerable<string?> ISearchable.SearchText => [Heard, Ideas, NextStep];

    IEnumerable<DateOnly> ICounted.CountedOn => [HeldOn];

    /// <exception cref="DomainRuleException">Not held yet, or nothing was heard.</exception>
    public static Conversation Log(ProgrammeId programme, UserId? worker, Guid submission, ConversationDetails details, DateOnly today)
    {
        var conversation = new Conversation { ProgrammeId = programme, WorkerId = worker, SubmissionId = submission };
        conversation.Change(details, today);
        return conversation;
    }

    public void Change(ConversationDetails details, DateOnly today)
    {
        if (details.HeldOn > today)
        {
            throw new DomainRuleException($"A conversation on {details.HeldOn:d MMMM yyyy} has not been held yet.");
        }

        if (Words.Tidy(details.NextStep) is not null && details.NextStepDue < details.HeldOn)
        {
            throw new DomainRuleException($"The next step would be due on {details.NextStepDue:d MMMM yyyy}, before the conversation on {details.HeldOn:d MMMM yyyy}.");
        }

        if (Words.Tidy(details.NextStep) != NextStep)
        {
            NextStepDoneOn = NextStepDroppedOn = null;
        }

        HeldOn = details.HeldOn;
        At = details.At;
        Kind = details.Kind;
        NeighbourhoodId = details.NeighbourhoodId;
        PlaceId = details.PlaceId;
        GroupName = Words.Tidy(details.GroupName);
        GroupKey = GroupName is null ? null : KeyOf(GroupName);
        Heard = Words.Required(details.Heard, "What you heard");
        Ideas = Words.Tidy(details.Ideas);
        NextStep = Words.Tidy(details.NextStep);
        NextStepDue = NextStep is null || NextStepDroppedOn is not null ? null : details.NextStepDue;
        GivenToResearch = details.GivenToResearch;

        var wanted = details.People.Distinct().ToList();
        people.RemoveAll(p => !wanted.Contains(p.PersonId));
        people.AddRange(wanted.Where(w => people.TrueForAll(p => p.PersonId != w)).Select(w => new ConversationPerson { PersonId = w }));
        foreach (var person in people)
        {
            person.HeldOn = HeldOn;
        }
    }

    private static string KeyOf(string group) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(group.ToUpperInvariant())))[..32];

    /// <summary>Whether somebody who sends this again has written nothing else since.</summary>
    public bool SaysTheSame(ConversationDetails details) =>
        Alike(Heard, details.Heard) && Alike(Ideas, details.Ideas) && Alike(NextStep, details.NextStep) && Alike(GroupName, details.GroupName);

    // A page and a phone end their lines differently.
    private static bool Alike(string? one, string? other) => Words.Tidy(one)?.ReplaceLineEndings("\n") == Words.Tidy(other)?.ReplaceLineEndings("\n");

    public void NextStepDone(DateOnly on)
    {
        MustHaveNextStep();
        NextStepDoneOn = on;
        NextStepDroppedOn = null;
    }

    public void MoveNextStep(DateOnly to)
    {
        MustHaveNextStep();
        if (NextStepDoneOn is { } done)
        {
            throw new DomainRuleException($"This next step was done on {done:d MMMM yyyy}.");
        }

        if (to < HeldOn)
        {
            throw new DomainRuleException($"The next step would be due on {to:d MMMM yyyy}, before the conversation on {HeldOn:d MMMM yyyy}.");
        }

        NextStepDue = to;
        NextStepDroppedOn = null;
    }

    /// <summary>Lets go of it: it is no longer due, and the words stay.</summary>
    public void DropNextStep(DateOnly on)
    {
        MustHaveNextStep();
        if (NextStepDoneOn is { } done)
        {
            throw new DomainRuleException($"This next step was done on {done:d MMMM yyyy}.");
        }

        NextStepDroppedOn = on;
        NextStepDue = null;
    }

    /// <summary>How the next step stands, to be put back by <see cref="PutNextStepBack"/>.</summary>
    public NextStepStanding NextStepStands() => new(NextStepDue, NextStepDoneOn, NextStepDroppedOn);

    /// <summary>Takes back what was said of the next step.</summary>
    public void PutNextStepBack(NextStepStanding standing)
    {
        MustHaveNextStep();
        (NextStepDue, NextStepDoneOn, NextStepDroppedOn) = standing;
    }

    /// <summary>Two records of one person became one, or were parted again: one takes the other's place here.</summary>
    public void Replace(PersonId person, PersonId by)
    {
        if (people.RemoveAll(p => p.PersonId == person) > 0)
        {
            Join(by);
        }
    }

    /// <summary>They took part too.</summary>
    public void Join(PersonId person)
    {
        if (people.TrueForAll(p => p.PersonId != person))
        {
            people.Add(new ConversationPerson { PersonId = person, HeldOn = HeldOn });
        }
    }

    /// <summary>Takes somebody's name out of the words, leaving what others said.</summary>
    /// <param name="without">Gives a text back without the name.</param>
    public void Forget(Func<string, string> without)
    {
        Heard = without(Heard);
        Ideas = Ideas is null ? null : without(Ideas);
        NextStep = NextStep is null ? null : without(NextStep);
        GroupName = GroupName is null ? null : without(GroupName);
    }

    /// <summary>Removes the words, keeping that a conversation was held.</summary>
    public void Anonymise()
    {
        Heard = "(removed)";
        Ideas = NextStep = GroupName = null;
        NextStepDue = null;
        GivenToResearch = false;
    }

    private void MustHaveNextStep()
    {
        if (NextStep is null)
        {
            throw new DomainRuleException("This conversation left no next step.");
        }
    }
}

/// <summary>Whether a next step is due, done or let go of.</summary>
public sealed record NextStepStanding(DateOnly? Due, DateOnly? DoneOn, DateOnly? DroppedOn);

public sealed record ConversationDetails(
    DateOnly HeldOn,
    ConversationKind Kind,
    IReadOnlyList<PersonId> People,
    string Heard,
    TimeOnly? At = null,
    NeighbourhoodId? NeighbourhoodId = null,
    AssetId? PlaceId = null,
    string? GroupName = null,
    string? Ideas = null,
    string? NextStep = null,
    DateOnly? NextStepDue = null,
    bool GivenToResearch = false);

/// <summary>Who took part. The date stands here too, so that "not met before" is one look at an index.</summary>
public sealed class ConversationPerson : IPersonal
{
    public ConversationId ConversationId { get; private set; }

    public PersonId PersonId { get; set; }

    public DateOnly HeldOn { get; internal set; }

    string IPersonal.AuditName => "Who took part";

    long IPersonal.AuditId => PersonId.Value;
}
