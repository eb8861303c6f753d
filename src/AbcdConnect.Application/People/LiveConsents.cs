using AbcdConnect.Domain.People;

namespace AbcdConnect.Application.People;

internal static class LiveConsents
{
    /// <summary>Of these, those that hold on that day: given, not run out, not withdrawn. What <see cref="ConsentStates"/> says of one, asked of the database.</summary>
    public static IQueryable<Consent> LiveOn(this IQueryable<Consent> consents, DateOnly day) =>
        consents.Where(c => c.GivenOn <= day && (c.ExpiresOn == null || c.ExpiresOn >= day) && (c.WithdrawnOn == null || c.WithdrawnOn > day));
}
