using System.Globalization;
using System.Text.Json.Nodes;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;

namespace AbcdConnect.Application.Feeds;

/// <summary>What is on in a neighbourhood, in schema.org's words (JSON-LD), for the page that shows it: what stands on the page and no more.</summary>
public static class WhatsOnDescribed
{
    public static JsonObject Of(WhatsOn on)
    {
        ArgumentNullException.ThrowIfNull(on);
        return new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = new JsonArray([.. on.Activities.Select(Event), .. on.Places.Select(Place)]) };
    }

    private static JsonNode Event(OnActivity activity)
    {
        var described = new JsonObject
        {
            ["@type"] = "Event",
            ["name"] = activity.Name,
            ["eventAttendanceMode"] = "https://schema.org/OfflineEventAttendanceMode",
            ["eventStatus"] = "https://schema.org/EventScheduled",
        };
        SchemaOrg.Add(described, "description", activity.Words);
        if (activity.Frequency == ActivityFrequency.Once)
        {
            SchemaOrg.Add(described, "startDate", activity.OnDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        else
        {
            described["eventSchedule"] = SchemaOrg.Schedule(activity.Frequency, activity.Day, activity.StartsAt, activity.EndsAt);
        }

        if (activity.Where is { Length: > 0 } where)
        {
            described["location"] = new JsonObject { ["@type"] = "Place", ["name"] = where };
        }

        return described;
    }

    private static JsonNode Place(OnPlace place)
    {
        var described = new JsonObject { ["@type"] = SchemaOrg.TypeOf(place.Kind), ["name"] = place.Name };
        SchemaOrg.Add(described, "description", place.Words);
        SchemaOrg.Add(described, "url", place.Website);
        SchemaOrg.Add(described, "email", place.Email);
        SchemaOrg.Add(described, "telephone", place.Phone);
        if (SchemaOrg.Address(place.Where is { Length: > 0 } where ? where : null, null, null) is { } address)
        {
            described["address"] = address;
        }

        // An organisation has no hours of its own in those words; a place has.
        if (place.Hours.Count > 0 && place.Kind is not (AssetKind.Association or AssetKind.Institution))
        {
            described["openingHoursSpecification"] = SchemaOrg.Hours(place.Hours);
        }

        return described;
    }
}
