using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Access;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Web.Features.Access;

/// <summary>A member, as an administrator types them.</summary>
public sealed class MemberForm
{
    [Display(Name = "Name")]
    public string? Name { get; set; }

    [Display(Name = "E-mail address")]
    public string? Email { get; set; }

    [Display(Name = "What do they do?")]
    public Role Role { get; set; }

    [Display(Name = "Which neighbourhoods do they work in?")]
    public List<long> Neighbourhoods { get; set; } = [];

    [Display(Name = "Which agency do they speak for?")]
    public long? AgencyId { get; set; }

    public long Version { get; set; }

    public AddMember ToRequest() => new(Details, Email ?? "");

    public ChangeMember ToRequest(UserId id) => new(id, Version, Details);

    public MemberInWords InWords(MemberChoices choices) => new(
        Name,
        Role,
        string.Join(", ", choices.Neighbourhoods.Where(n => Neighbourhoods.Contains(n.Id.Value)).Select(n => n.Name)),
        choices.Agencies.FirstOrDefault(a => a.Id.Value == AgencyId)?.Name);

    private MemberDetails Details => new(
        Name ?? "",
        Role,
        AgencyId is { } agency ? new AgencyId(agency) : null,
        [.. Neighbourhoods.Select(n => new NeighbourhoodId(n))]);

    public static MemberForm Of(MemberPage page) => new()
    {
        Name = page.Name,
        Email = page.Email,
        Role = page.Role,
        Neighbourhoods = [.. page.Neighbourhoods.Select(n => n.Value)],
        AgencyId = page.AgencyId?.Value,
        Version = page.Version,
    };
}

/// <summary>The form as two administrators compare it.</summary>
public sealed record MemberInWords(
    [property: Display(Name = "Name")] string? Name,
    [property: Display(Name = "What do they do?")] Role Role,
    [property: Display(Name = "Neighbourhoods")] string Neighbourhoods,
    [property: Display(Name = "Agency")] string? Agency);

/// <summary>Shown once, right after it was made; never again.</summary>
public sealed record TemporaryPasswordView(long Id, string Name, string Email, TemporaryPassword Password, bool IsNew);
