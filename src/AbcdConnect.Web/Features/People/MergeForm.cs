using AbcdConnect.Application.People;
using AbcdConnect.Domain.People;

namespace AbcdConnect.Web.Features.People;

/// <summary>For each field, whose is kept.</summary>
public sealed class MergeForm
{
    public long With { get; set; }

    public long Version { get; set; }

    public long OtherVersion { get; set; }

    /// <summary>Names of fields taken from the other record.</summary>
    public List<string> Theirs { get; set; } = [];

    internal MergePeople ToRequest(long id, ComparedPeople both)
    {
        var (own, other) = (both.Kept.Details, both.Merged.Details);
        T Chosen<T>(string field, Func<PersonDetails, T> value) => value(Theirs.Contains(field) ? other : own);
        return new MergePeople(new PersonId(id), Version, new PersonId(With), OtherVersion, new PersonDetails(
            Chosen(nameof(PersonDetails.FirstName), d => d.FirstName),
            Chosen(nameof(PersonDetails.LastName), d => d.LastName),
            Chosen(nameof(PersonDetails.KnownAs), d => d.KnownAs),
            Chosen(nameof(PersonDetails.NeighbourhoodId), d => d.NeighbourhoodId),
            Chosen(nameof(PersonDetails.Language), d => d.Language),
            own.IsConnector || other.IsConnector,
            Chosen(nameof(PersonDetails.Phone), d => d.Phone),
            Chosen(nameof(PersonDetails.Email), d => d.Email),
            Chosen(nameof(PersonDetails.ContactPreference), d => d.ContactPreference),
            own.KeepInTouchWeeks ?? other.KeepInTouchWeeks));
    }
}
