using System.Globalization;
using System.Text.Json.Nodes;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.OpenReferral;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using MediatR;

namespace AbcdConnect.Application.Feeds;

/// <summary>An entry in schema.org's words (JSON-LD), as search engines read it.</summary>
[Requires(Permission.ReadOpenData)]
public sealed record DescribeAsset(AssetId Id) : IRequest<JsonObject>;

internal sealed class DescribeAssetHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<DescribeAsset, JsonObject>
{
    public async Task<JsonObject> Handle(DescribeAsset request, CancellationToken cancellationToken)
    {
        var (asset, hours, postcodes) = await OpenEntry.Read(db, current.Required(), request.Id.Value, "entry", cancellationToken);
        var described = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = SchemaOrg.TypeOf(asset.Kind),
            ["name"] = asset.Name,
        };
        SchemaOrg.Add(described, "description", asset.PublicDescription);
        SchemaOrg.Add(described, "url", asset.PublicWebsite);
        SchemaOrg.Add(described, "email", asset.PublicEmail);
        SchemaOrg.Add(described, "telephone", asset.PublicPhone);
        var address = SchemaOrg.Address(asset.PublicAddress, asset.Neighbourhood, asset.PublicPostcode);
        // An organisation is somewhere; a place is the somewhere itself.
        var place = described;
        if (asset.Kind is AssetKind.Association or AssetKind.Institution && asset.Point(postcodes) is not null)
        {
            described["location"] = place = new JsonObject { ["@type"] = "Place", ["name"] = asset.Name };
        }

        if (address is not null)
        {
            place["address"] = address;
        }

        if (asset.Point(postcodes) is { } point)
        {
            place["geo"] = new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = point.Latitude, ["longitude"] = point.Longitude };
        }

        if (hours.Count > 0 && (asset.Kind is not (AssetKind.Association or AssetKind.Institution) || !ReferenceEquals(place, described)))
        {
            place["openingHoursSpecification"] = SchemaOrg.Hours(hours);
        }

        if (asset is { ClosedOn: { } closed, Kind: AssetKind.Association or AssetKind.Institution or AssetKind.Exchange })
        {
            SchemaOrg.Add(described, "dissolutionDate", closed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return described;
    }
}

internal static class SchemaOrg
{
    public static string TypeOf(AssetKind kind) => kind switch
    {
        AssetKind.Association or AssetKind.Institution => "Organization",
        AssetKind.Exchange => "LocalBusiness",
        AssetKind.Culture => "LandmarksOrHistoricalBuildings",
        _ => "CivicStructure",
    };

    public static JsonArray Hours(IEnumerable<OpenSession> hours) => new([.. hours.Select(h => (JsonNode)new JsonObject
    {
        ["@type"] = "OpeningHoursSpecification",
        ["dayOfWeek"] = $"https://schema.org/{h.Day}",
        ["opens"] = h.Opens.ToString("HH:mm", CultureInfo.InvariantCulture),
        ["closes"] = h.Closes.ToString("HH:mm", CultureInfo.InvariantCulture),
    })]);

    public static JsonObject Schedule(ActivityFrequency frequency, DayOfWeek? day, TimeOnly? starts, TimeOnly? ends)
    {
        var schedule = new JsonObject
        {
            ["@type"] = "Schedule",
            ["repeatFrequency"] = frequency switch { ActivityFrequency.Weekly => "P1W", ActivityFrequency.Fortnightly => "P2W", _ => "P1M" },
            ["scheduleTimezone"] = "Europe/London",
        };
        Add(schedule, "byDay", day is { } known ? $"https://schema.org/{known}" : null);
        Add(schedule, "startTime", starts?.ToString("HH:mm", CultureInfo.InvariantCulture));
        Add(schedule, "endTime", ends?.ToString("HH:mm", CultureInfo.InvariantCulture));
        return schedule;
    }

    public static void Add(JsonObject to, string name, string? value)
    {
        if (value is not null)
        {
            to[name] = value;
        }
    }

    public static JsonObject? Address(string? street, string? locality, string? postcode)
    {
        if (street is null && postcode is null)
        {
            return null;
        }

        var address = new JsonObject { ["@type"] = "PostalAddress", ["addressCountry"] = "GB" };
        Add(address, "streetAddress", street);
        Add(address, "addressLocality", locality);
        Add(address, "postalCode", postcode);
        return address;
    }
}
