using AbcdConnect.Domain.People;

namespace AbcdConnect.Application.People;

/// <summary>A person as other records name them.</summary>
public sealed record NamedPerson(PersonId Id, string FirstName, string? KnownAs = null, string? LastName = null)
{
    /// <summary>As <see cref="Person.FullName"/> writes it.</summary>
    public string Name => (KnownAs, LastName) switch
    {
        (null, null) => FirstName,
        (null, _) => $"{FirstName} {LastName}",
        (_, null) => $"{FirstName} “{KnownAs}”",
        _ => $"{FirstName} “{KnownAs}” {LastName}",
    };
}
