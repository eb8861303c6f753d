using AbcdConnect.Domain.Access;
using AbcdConnect.Web.Tests.Access;

namespace AbcdConnect.Web.Tests.OpenReferral;

public sealed class OpenReferralRoutes : IFeatureRoutes
{
    private const string Api = "api/open-referral/v3";
    private const string Id = "5d2f5a06-6a52-8f00-9b5c-0d1c7f3e8a11";

    public IReadOnlyList<RouteRow> Rows { get; } =
    [
        new("GET", Api, $"/{Api}", null),
        new("GET", $"{Api}/openapi.json", $"/{Api}/openapi.json", null),
        new("GET", "imports/directories", "/imports/directories", Role.Coordinator, Role.Administrator),
        new("POST", "imports/directories", "/imports/directories", Role.Coordinator),
        new("POST", "imports/directories/{id:long}/stop", "/imports/directories/99/stop", Role.Coordinator),
        .. new[] { "services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms" }.SelectMany(list => new RouteRow[]
        {
            new("GET", $"{Api}/{list}", $"/{Api}/{list}", null),
            new("GET", $"{Api}/{list}/{{id}}", $"/{Api}/{list}/{Id}", null),
        }),
    ];
}
