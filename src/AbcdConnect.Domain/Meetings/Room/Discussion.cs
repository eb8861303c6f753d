using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Meetings.Room;

/// <summary>A person talked about at a meeting, because they agreed to it: with whom, on what basis, and what was shared. It stands apart from
/// the minutes, and follows the person.</summary>
public sealed class Discussion : AggregateRoot, IPersonal
{
    private readonly List<DiscussionHearer> hearers = [];

    private Discussion()
    {
    }

    public DiscussionId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public MeetingId MeetingId { get; private set; }

    public PersonId PersonId { get; set; }

    /// <summary>What for: what the person hopes will come of it.</summary>
    public string? Why { get; private set; }

    /// <summary>What was shared, for nobody's minutes.</summary>
    public string? Shared { get; private set; }

    public UserId? NamedBy { get; private set; }

    public DateTimeOffset NamedAt { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>When it was over, or was not opened after all.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Who heard it, each with the consent that allowed it.</summary>
    public IReadOnlyList<DiscussionHearer> Hearers => hearers;

    public bool IsOpen => OpenedAt is not null && ClosedAt is null;

    string IPersonal.AuditName => "Discussion";

    long IPersonal.AuditId => Id.Value;

    public static Discussion Name(ProgrammeId programme, MeetingId meeting, PersonId person, string? why, UserId? by, DateTimeOffset at) =>
        new() { ProgrammeId = programme, MeetingId = meeting, PersonId = person, Why = Words.Tidy(why), NamedBy = by, NamedAt = at };

    /// <summary>Opens it before those who are there.</summary>
    public void Open(IReadOnlyList<DiscussionHearer> there, DateTimeOffset at)
    {
        if (ClosedAt is not null)
        {
            throw new DomainRuleException("This has been closed. Name the person again if there is more to say.");
        }

        OpenedAt ??= at;
        Hear(there);
    }

    /// <summary>Somebody came who may hear it too.</summary>
    public void Hear(IReadOnlyList<DiscussionHearer> there)
    {
        ArgumentNullException.ThrowIfNull(there);
        hearers.AddRange(there.Where(h => hearers.TrueForAll(known => known.PractitionerId != h.PractitionerId || known.ConsentId != h.ConsentId)));
    }

    /// <summary>Writes down what was shared; also after it is over, where somebody else said so while these words were typed.</summary>
    public void Write(string? shared)
    {
        if (OpenedAt is null)
        {
            throw new DomainRuleException("Open it first: only then is it written down who hears it.");
        }

        Shared = Words.Tidy(shared);
    }

    public void Close(DateTimeOffset at) => ClosedAt ??= at;

    /// <summary>Nothing that identifies the person is left; that agencies heard of somebody stays true.</summary>
    public void Anonymise() => (Why, Shared) = (null, null);
}

/// <summary>One practitioner who heard what was shared, for one agency, on one consent.</summary>
public sealed class DiscussionHearer : IPersonal
{
    public long Id { get; private set; }

    public DiscussionId DiscussionId { get; private set; }

    public required PractitionerId PractitionerId { get; init; }

    public required AgencyId AgencyId { get; init; }

    public required ConsentId ConsentId { get; init; }

    public required DateTimeOffset Since { get; init; }

    string IPersonal.AuditName => "Discussion heard";

    long IPersonal.AuditId => Id;
}
