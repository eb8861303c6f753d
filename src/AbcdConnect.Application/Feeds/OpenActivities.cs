using AbcdConnect.Application.Common;
using AbcdConnect.Application.OpenReferral;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Application.Feeds;

/// <summary>What of the activities leaves the programme: those that people do or did together, and never who leads one or who came.</summary>
internal static class OpenActivities
{
    /// <summary>An idea is not anybody's business yet.</summary>
    public static IQueryable<Activity> Shared(this IQueryable<Activity> activities, ProgrammeId programme) =>
        activities.Where(a => a.ProgrammeId == programme && a.Status != ActivityStatus.Idea);

    public static IQueryable<OpenActivity> AsOpen(this IQueryable<Activity> activities, IAbcdDbContext db) => activities.Select(a => new OpenActivity(
        a.Id, a.Version, a.ChangedAt, a.AddedOn, a.Name, a.Description, a.Frequency, a.Day, a.StartsAt, a.EndsAt, a.Status, a.FirstSessionOn,
        db.ActivitySessions.Where(s => s.ActivityId == a.Id).Max(s => (DateOnly?)s.HeldOn),
        a.EndedOn,
        db.ActivityStatusChanges.Where(c => c.ActivityId == a.Id).Max(c => (DateOnly?)c.From),
        db.Neighbourhoods.Where(n => n.Id == a.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
        db.People.Where(p => p.Id == a.LeaderId).Select(p => p.FirstName).FirstOrDefault(),
        db.People.Where(p => p.Id == a.LeaderId).Select(p => p.LastName).FirstOrDefault(),
        // Somebody's home is no public place.
        db.Assets.Where(p => p.Id == a.PlaceId && p.Kind != AssetKind.Individual && p.MergedInto == null && p.RejectedOn == null)
            .Select(p => new OpenPlace(p.Id, p.Name, p.Address, p.Postcode, p.Latitude, p.Longitude, p.ContactName, p.LookedAfterBy)).FirstOrDefault()));
}

/// <param name="StoodFrom">Since when it has had its status.</param>
internal sealed record OpenActivity(
    ActivityId Id, long Version, DateTimeOffset? ChangedAt, DateOnly AddedOn, string Name, string? Description, ActivityFrequency Frequency, DayOfWeek? Day, TimeOnly? StartsAt, TimeOnly? EndsAt,
    ActivityStatus Status, DateOnly? FirstSessionOn, DateOnly? LastSessionOn, DateOnly? EndedOn, DateOnly? StoodFrom, string? Neighbourhood, string? LeaderFirst, string? LeaderLast, OpenPlace? Place)
{
    public string? PublicDescription => PublicWords.Text(
        Description, Name, LeaderFirst is not null && LeaderLast is not null ? $"{LeaderFirst} {LeaderLast}" : null, LeaderFirst, Place?.ContactName);

    public string? Where => Place is null ? Neighbourhood : string.Join(", ", new[] { Place.Name, Place.PublicAddress, Words.Postcode(Place.Postcode) }.OfType<string>());

    public DateTimeOffset LastModified => ChangedAt ?? new DateTimeOffset(AddedOn.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>The first day it took or takes place on, as its recurrence says; null where no day is known.</summary>
    public DateOnly? FirstOn
    {
        get
        {
            // Every other week is counted from the last one held; whatever else, from the first.
            var known = Frequency == ActivityFrequency.Fortnightly ? LastSessionOn ?? FirstSessionOn : FirstSessionOn;
            if (Frequency == ActivityFrequency.Once)
            {
                return known;
            }

            if (Day is not { } day)
            {
                return known;
            }

            var from = known ?? AddedOn;
            return from.AddDays(((int)day - (int)from.DayOfWeek + 7) % 7);
        }
    }

    /// <summary>The last day that it may take place on; null where none is known.</summary>
    public DateOnly? LastOn => Status switch
    {
        ActivityStatus.Ended => EndedOn,
        ActivityStatus.Resting => StoodFrom?.AddDays(-1),
        _ => null,
    };
}

internal sealed record OpenPlace(AssetId Id, string Name, string? Address, string? Postcode, double? Latitude, double? Longitude, string? ContactName, string? LookedAfterBy)
{
    public string? PublicAddress => PublicWords.Text(Address, Name, ContactName, LookedAfterBy) is { } address
        ? string.Join(", ", address.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        : null;
}
