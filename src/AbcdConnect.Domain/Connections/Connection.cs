using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Connections;

public enum ConnectionKind
{
    PersonPerson,
    PersonAsset,
    AssetAsset,
}

public enum ConnectionOrigin
{
    /// <summary>Introduced by a worker.</summary>
    Introduced,

    /// <summary>Met at an activity.</summary>
    Activity,

    /// <summary>There before the programme noticed.</summary>
    Existing,
}

/// <summary>One end of a connection: a person or an asset.</summary>
public sealed record ConnectionEnd
{
    private ConnectionEnd(PersonId? person, AssetId? asset)
    {
        Person = person;
        Asset = asset;
    }

    public PersonId? Person { get; }

    public AssetId? Asset { get; }

    public static ConnectionEnd Of(PersonId person) => new(person, null);

    public static ConnectionEnd Of(AssetId asset) => new(null, asset);
}

/// <summary>A tie between two people, a person and an asset, or two assets.</summary>
public sealed class Connection : AggregateRoot, IPersonal, ICounted
{
    private Connection()
    {
    }

    public ConnectionId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public NeighbourhoodId? NeighbourhoodId { get; private set; }

    public ConnectionKind Kind { get; private set; }

    public PersonId? FromPersonId { get; set; }

    public AssetId? FromAssetId { get; set; }

    public PersonId? ToPersonId { get; set; }

    public AssetId? ToAssetId { get; set; }

    /// <summary>What the tie is, in a word or two: neighbour, helps, learns from, member, leads, shares a space.</summary>
    public string? Tie { get; private set; }

    public ConnectionOrigin Origin { get; private set; }

    public DateOnly BeganOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public UserId? RecordedBy { get; private set; }

    string IPersonal.AuditName => "Connection";

    long IPersonal.AuditId => Id.Value;

    IEnumerable<DateOnly> ICounted.CountedOn => [BeganOn];

    public static Connection Make(ProgrammeId programme, NeighbourhoodId? neighbourhood, UserId? recordedBy, ConnectionEnd from, ConnectionEnd to, ConnectionOrigin origin, string? tie, DateOnly began, DateOnly? ended)
    {
        // A person always comes first, so that one tie is found whichever way it was typed.
        if (from.Asset is not null && to.Person is not null)
        {
            (from, to) = (to, from);
        }

        if (from == to)
        {
            throw new DomainRuleException("A connection has two different ends.");
        }

        var connection = new Connection
        {
            ProgrammeId = programme,
            NeighbourhoodId = neighbourhood,
            RecordedBy = recordedBy,
            FromPersonId = from.Person,
            FromAssetId = from.Asset,
            ToPersonId = to.Person,
            ToAssetId = to.Asset,
            Kind = to.Person is not null ? ConnectionKind.PersonPerson : from.Person is not null ? ConnectionKind.PersonAsset : ConnectionKind.AssetAsset,
        };
        connection.Change(origin, tie, began, ended);
        return connection;
    }

    /// <summary>The tie is there no longer.</summary>
    public void End(DateOnly on)
    {
        if (EndedOn is { } ended)
        {
            throw new DomainRuleException($"This connection ended on {ended:d MMMM yyyy}.");
        }

        Change(Origin, Tie, BeganOn, on);
    }

    public void Change(ConnectionOrigin origin, string? tie, DateOnly began, DateOnly? ended)
    {
        if (ended < began)
        {
            throw new DomainRuleException($"The connection would end on {ended:d MMMM yyyy} before it began on {began:d MMMM yyyy}.");
        }

        Origin = origin;
        Tie = Words.Tidy(tie);
        BeganOn = began;
        EndedOn = ended;
    }

    /// <summary>Forgets what the tie was, keeping that there was one.</summary>
    public void Anonymise() => Tie = null;
}

public enum IntroductionOutcome
{
    Waiting,
    Connected,
    Declined,
}

/// <summary>A worker introduced two people, or a person to an asset. A connection may come of it.</summary>
public sealed class Introduction : AggregateRoot, IPersonal
{
    private Introduction()
    {
    }

    public IntroductionId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public NeighbourhoodId? NeighbourhoodId { get; private set; }

    public PersonId PersonId { get; set; }

    public PersonId? ToPersonId { get; set; }

    public AssetId? ToAssetId { get; set; }

    public UserId? WorkerId { get; private set; }

    public DateOnly On { get; private set; }

    public string? Why { get; private set; }

    public IntroductionOutcome Outcome { get; private set; }

    public ConnectionId? ConnectionId { get; private set; }

    string IPersonal.AuditName => "Introduction";

    long IPersonal.AuditId => Id.Value;

    public static Introduction Make(ProgrammeId programme, NeighbourhoodId? neighbourhood, UserId? worker, PersonId person, ConnectionEnd to, DateOnly on, string? why)
    {
        if (to.Person == person)
        {
            throw new DomainRuleException("Nobody is introduced to themselves.");
        }

        return new Introduction
        {
            ProgrammeId = programme,
            NeighbourhoodId = neighbourhood,
            WorkerId = worker,
            PersonId = person,
            ToPersonId = to.Person,
            ToAssetId = to.Asset,
            On = on,
            Why = Words.Tidy(why),
        };
    }

    public void Connected(ConnectionId connection)
    {
        if (ConnectionId is not null)
        {
            throw new DomainRuleException("What came of this introduction is known: they are connected.");
        }

        Outcome = IntroductionOutcome.Connected;
        ConnectionId = connection;
    }

    public void Declined()
    {
        if (ConnectionId is not null)
        {
            throw new DomainRuleException("What came of this introduction is known: they are connected. End the connection instead.");
        }

        Outcome = IntroductionOutcome.Declined;
    }

    /// <summary>Forgets why, keeping that they were introduced.</summary>
    public void Anonymise() => Why = null;
}
