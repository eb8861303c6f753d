using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.People;

/// <summary>What is typed about a person. A first name is enough.</summary>
public sealed class PersonForm
{
    [Display(Name = "What do people call them?")]
    public string? FirstName { get; set; }

    [Display(Name = "Last name")]
    public string? LastName { get; set; }

    [Display(Name = "Nickname, or what everybody calls them")]
    public string? KnownAs { get; set; }

    [Display(Name = "Neighbourhood")]
    public long? NeighbourhoodId { get; set; }

    [Display(Name = "Language they like to speak")]
    public string? Language { get; set; }

    [Display(Name = "A connector: they know everybody")]
    public bool IsConnector { get; set; }

    [Display(Name = "Telephone")]
    public string? Phone { get; set; }

    [Display(Name = "E-mail")]
    public string? Email { get; set; }

    [Display(Name = "How they like to be reached")]
    public string? ContactPreference { get; set; }

    [Display(Name = "Keep in touch after how many weeks?")]
    public int? KeepInTouchWeeks { get; set; }

    public long Version { get; set; }

    /// <summary>Those who may be the same person have been looked at.</summary>
    [HiddenInput]
    public bool SomebodyElse { get; set; }

    /// <summary>Those who were shown as likely while the name was typed.</summary>
    [HiddenInput]
    public List<long> Seen { get; set; } = [];

    public static PersonForm Of(PersonDetails details, long version) => new()
    {
        FirstName = details.FirstName,
        LastName = details.LastName,
        KnownAs = details.KnownAs,
        NeighbourhoodId = details.NeighbourhoodId?.Value,
        Language = details.Language,
        IsConnector = details.IsConnector,
        Phone = details.Phone,
        Email = details.Email,
        ContactPreference = details.ContactPreference,
        KeepInTouchWeeks = details.KeepInTouchWeeks,
        Version = version,
    };

    public PersonDetails ToDetails() => new(
        FirstName ?? "",
        LastName,
        KnownAs,
        NeighbourhoodId is { } place ? new NeighbourhoodId(place) : null,
        Language,
        IsConnector,
        Phone,
        Email,
        ContactPreference,
        KeepInTouchWeeks);

    public MeetPerson ToRequest() => new(ToDetails());

    public ChangePerson ToRequest(long id) => new(new PersonId(id), Version, ToDetails());

    /// <summary>What is known of somebody, with what was typed where nothing was known.</summary>
    internal static PersonForm Joined(PersonForm known, PersonForm typed) => new()
    {
        FirstName = known.FirstName,
        LastName = Either(known.LastName, typed.LastName),
        KnownAs = Either(known.KnownAs, typed.KnownAs) ?? (string.Equals(known.FirstName, typed.FirstName?.Trim(), StringComparison.OrdinalIgnoreCase) ? null : typed.FirstName),
        NeighbourhoodId = known.NeighbourhoodId ?? typed.NeighbourhoodId,
        Language = Either(known.Language, typed.Language),
        IsConnector = known.IsConnector || typed.IsConnector,
        Phone = Either(known.Phone, typed.Phone),
        Email = Either(known.Email, typed.Email),
        ContactPreference = Either(known.ContactPreference, typed.ContactPreference),
        KeepInTouchWeeks = known.KeepInTouchWeeks ?? typed.KeepInTouchWeeks,
        Version = known.Version,
    };

    private static string? Either(string? known, string? typed) => string.IsNullOrWhiteSpace(known) ? typed : known;
}
