using System.ComponentModel.DataAnnotations;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;

namespace AbcdConnect.Domain.Meetings;

public enum Sector
{
    Council,

    [Display(Name = "NHS")]
    Nhs,
    Police,
    Fire,
    Housing,
    School,

    /// <summary>Voluntary, community and social enterprise.</summary>
    [Display(Name = "Voluntary and community")]
    Vcse,
    Faith,
    Business,
    Other,
}

/// <summary>An organisation round the table.</summary>
public sealed class Agency : AggregateRoot, ISearchable
{
    private Agency()
    {
    }

    public AgencyId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public string Name { get; private set; } = "";

    public Sector Sector { get; private set; }

    public DateOnly? LeftOn { get; private set; }

    SearchKind ISearchable.SearchKind => SearchKind.Agency;

    long ISearchable.SearchId => Id.Value;

    IEnumerable<string?> ISearchable.SearchNames => [Name];

    IEnumerable<string?> ISearchable.SearchText => [];

    public static Agency Join(ProgrammeId programme, string name, Sector sector)
    {
        var agency = new Agency { ProgrammeId = programme };
        agency.Change(name, sector);
        return agency;
    }

    public void Change(string name, Sector sector)
    {
        Name = Words.Required(name, "The agency's name");
        Sector = sector;
    }

    public void Leave(DateOnly on) => LeftOn = on;

    public void Return() => LeftOn = null;
}

/// <summary>Somebody who comes to the table for an agency.</summary>
public sealed class Practitioner : AggregateRoot, IPersonal
{
    private Practitioner()
    {
    }

    public PractitionerId Id { get; private set; }

    public AgencyId AgencyId { get; private set; }

    public string Name { get; private set; } = "";

    public string? JobTitle { get; private set; }

    public string? Email { get; private set; }

    /// <summary>Their sign-in, where they have one.</summary>
    public UserId? UserId { get; private set; }

    /// <summary>When they moved on; they are not invited again, and stand in the lists of the meetings they came to.</summary>
    public DateOnly? LeftOn { get; private set; }

    string IPersonal.AuditName => "Practitioner";

    long IPersonal.AuditId => Id.Value;

    public static Practitioner Join(AgencyId agency, string name, string? jobTitle, string? email, UserId? user = null)
    {
        var practitioner = new Practitioner { UserId = user };
        practitioner.Change(agency, name, jobTitle, email);
        return practitioner;
    }

    public void Change(AgencyId agency, string name, string? jobTitle, string? email)
    {
        AgencyId = agency;
        Name = Words.Required(name, "The practitioner's name");
        JobTitle = Words.Tidy(jobTitle);
        Email = Words.Tidy(email);
    }

    /// <summary>Ties them to a sign-in, or unties them.</summary>
    public void SignsInAs(UserId? user) => UserId = user;

    public void Leave(DateOnly on) => LeftOn = on;

    public void Return() => LeftOn = null;
}
