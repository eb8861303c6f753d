using System.Globalization;
using System.Text.Json.Nodes;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Feeds;

/// <summary>An activity in schema.org's words (JSON-LD), as search engines read it.</summary>
[Requires(Permission.ReadOpenData)]
public sealed record DescribeActivity(ActivityId Id) : IRequest<JsonObject>;

internal sealed class DescribeActivityHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<DescribeActivity, JsonObject>
{
    public async Task<JsonObject> Handle(DescribeActivity request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var activity = await db.Activities.Shared(viewer.ProgrammeId).Where(a => a.Id == request.Id).AsOpen(db).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("activity");
        var described = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Event",
            ["name"] = activity.Name,
            ["eventAttendanceMode"] = "https://schema.org/OfflineEventAttendanceMode",
            ["eventStatus"] = "https://schema.org/" + activity.Status switch
            {
                ActivityStatus.Resting => "EventPostponed",
                ActivityStatus.Ended => "EventCancelled",
                _ => "EventScheduled",
            },
        };
        SchemaOrg.Add(described, "description", activity.PublicDescription);
        if (activity.FirstOn is { } first)
        {
            SchemaOrg.Add(described, "startDate", When(first, activity.StartsAt));
            SchemaOrg.Add(described, "endDate", activity.EndsAt is { } ends && activity.Frequency == ActivityFrequency.Once ? When(first, ends) : null);
            if (activity.Frequency != ActivityFrequency.Once)
            {
                var schedule = SchemaOrg.Schedule(activity.Frequency, first.DayOfWeek, activity.StartsAt, activity.EndsAt);
                SchemaOrg.Add(schedule, "endDate", activity.LastOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                described["eventSchedule"] = schedule;
            }
        }

        if (activity.Place is { } place)
        {
            var where = new JsonObject { ["@type"] = "Place", ["name"] = place.Name };
            if (SchemaOrg.Address(place.PublicAddress, activity.Neighbourhood, Words.Postcode(place.Postcode)) is { } address)
            {
                where["address"] = address;
            }

            if (place is { Latitude: { } north, Longitude: { } east })
            {
                where["geo"] = new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = north, ["longitude"] = east };
            }

            described["location"] = where;
        }
        else if (activity.Neighbourhood is { } neighbourhood)
        {
            described["location"] = new JsonObject { ["@type"] = "Place", ["name"] = neighbourhood };
        }

        return described;
    }

    private static string When(DateOnly day, TimeOnly? at) => at is { } time
        ? new DateTimeOffset(day.ToDateTime(time), UkTime.Zone.GetUtcOffset(day.ToDateTime(time))).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture)
        : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
