using AbcdConnect.Web.Tests.Access;

namespace AbcdConnect.Web.Tests.Feeds;

public sealed class FeedsRoutes : IFeatureRoutes
{
    public IReadOnlyList<RouteRow> Rows { get; } =
    [
        new("GET", "whats-on", "/whats-on", null),
        new("GET", "whats-on/{id:long}", "/whats-on/99", null),
        new("GET", "whats-on/{id:long}.pdf", "/whats-on/99.pdf", null),
        new("GET", "open-data/activities.ics", "/open-data/activities.ics", null),
        new("GET", "open-data/activities/{id:long}.ics", "/open-data/activities/99.ics", null),
        new("GET", "open-data/activities/{id:long}.jsonld", "/open-data/activities/99.jsonld", null),
        new("GET", "open-data/assets/{id:long}.jsonld", "/open-data/assets/99.jsonld", null),
        new("GET", "open-data/assets/{id:long}.vcf", "/open-data/assets/99.vcf", null),
        new("GET", "open-data/assets.geojson", "/open-data/assets.geojson", null),
        new("GET", "open-data/kumu.json", "/open-data/kumu.json", null),
        new("GET", "open-data/kumu-elements.csv", "/open-data/kumu-elements.csv", null),
        new("GET", "open-data/kumu-connections.csv", "/open-data/kumu-connections.csv", null),
    ];
}
