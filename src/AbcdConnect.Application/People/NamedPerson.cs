using AbcdConnect.Domain.People;

namespace AbcdConnect.Application.People;

/// <summary>A person as other records name them.</summary>
/// <remarks>A list names its people by three looks at the key, a field each: taken as a whole by FirstOrDefault, Entity Framework
/// would have the database number all people first, for each page.</remarks>
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
