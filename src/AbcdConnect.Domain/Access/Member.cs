using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Access;

/// <summary>The six roles. What each may do: <c>Permissions</c> in the application.</summary>
public enum Role
{
    Worker,
    Coordinator,
    Partner,
    Commissioner,
    Researcher,
    Administrator,
}

/// <summary>Somebody who signs in. How they prove who they are is kept elsewhere, under the same number.</summary>
public sealed class Member : AggregateRoot, IPersonal
{
    private readonly List<MemberNeighbourhood> neighbourhoods = [];

    private Member()
    {
    }

    public UserId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public string Name { get; private set; } = "";

    public string Email { get; private set; } = "";

    public Role Role { get; private set; }

    /// <summary>The agency a partner practitioner speaks for.</summary>
    public AgencyId? AgencyId { get; private set; }

    /// <summary>Null while the member belongs to the programme.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <summary>Set while the member is kept out for a time: a lost phone, a question to be answered first.</summary>
    public DateOnly? LockedOn { get; private set; }

    /// <summary>When an administrator last gave a temporary password.</summary>
    public DateTimeOffset? PasswordGivenAt { get; private set; }

    /// <summary>They would rather not be told by e-mail that a report is out.</summary>
    public bool NoReportLetters { get; private set; }

    /// <summary>The neighbourhoods a worker works in.</summary>
    public IReadOnlyList<MemberNeighbourhood> Neighbourhoods => neighbourhoods;

    string IPersonal.AuditName => "Member";

    long IPersonal.AuditId => Id.Value;

    public static Member Welcome(UserId id, ProgrammeId programme, string name, string email, Role role, AgencyId? agency, IEnumerable<NeighbourhoodId> neighbourhoods)
    {
        var member = new Member { Id = id, ProgrammeId = programme, Email = Words.Required(email, "The e-mail address") };
        member.Change(name, role, agency, neighbourhoods);
        return member;
    }

    public void Change(string name, Role role, AgencyId? agency, IEnumerable<NeighbourhoodId> places)
    {
        if (role == Role.Partner && agency is null)
        {
            throw new DomainRuleException("A partner practitioner belongs to an agency: choose which.");
        }

        Name = Words.Required(name, "The name");
        Role = role;
        AgencyId = agency;
        var wanted = places.Distinct().ToList();
        neighbourhoods.RemoveAll(n => !wanted.Contains(n.NeighbourhoodId));
        neighbourhoods.AddRange(wanted.Where(w => neighbourhoods.TrueForAll(n => n.NeighbourhoodId != w)).Select(w => new MemberNeighbourhood { NeighbourhoodId = w }));
    }

    public void SetReportLetters(bool wanted) => NoReportLetters = !wanted;

    public void Leave(DateOnly on) => LeftOn ??= on;

    public void Return() => LeftOn = null;

    public void Lock(DateOnly on) => LockedOn ??= on;

    public void Unlock() => LockedOn = null;

    public void PasswordGiven(DateTimeOffset at) => PasswordGivenAt = at;
}

/// <summary>Where a worker works: what they may see follows from it, so each change is kept in the audit log.</summary>
public sealed class MemberNeighbourhood : IPersonal
{
    public UserId MemberId { get; private set; }

    public NeighbourhoodId NeighbourhoodId { get; init; }

    string IPersonal.AuditName => "Member's neighbourhood";

    long IPersonal.AuditId => MemberId.Value;
}
