using AbcdConnect.Domain.Access;
using AbcdConnect.Web.Tests.Access;

namespace AbcdConnect.Web.Tests.Reports;

public sealed class ReportsRoutes : IFeatureRoutes
{
    private static readonly Role[] Readers = [Role.Worker, Role.Coordinator, Role.Partner, Role.Commissioner, Role.Researcher];
    private static readonly Role[] Drafters = [Role.Worker, Role.Coordinator];

    public IReadOnlyList<RouteRow> Rows =>
    [
        new("GET", "reports", "/reports", Readers),
        new("GET", "reports.csv", "/reports.csv", Readers),
        new("GET", "dashboard", "/dashboard", Readers),
        new("POST", "reports/letters", "/reports/letters", Readers),
        new("GET", "reports/{period}/stories/{story:long}/picture", "/reports/2026-10/stories/1/picture?edition=1", Readers),
        new("GET", "reports/{period}", "/reports/2026-10", Readers),
        new("GET", "reports/{period}.pdf", "/reports/2026-10.pdf", Readers),
        new("GET", "reports/{period}.csv", "/reports/2026-q3.csv", Readers),
        new("GET", "reports/{period}.json", "/reports/2025-26.json", Readers),
        new("GET", "reports/{period}/places/{place:long}", "/reports/2026-10/places/1", Readers),
        new("GET", "reports/{period}/places/{place:long}.pdf", "/reports/2026-10/places/1.pdf", Readers),
        new("GET", "reports/{period}/draft", "/reports/2026-10/draft", Drafters),
        new("GET", "reports/{period}/draft.pdf", "/reports/2026-10/draft.pdf", Drafters),
        new("GET", "reports/{period}/draft/parts", "/reports/2026-10/draft/parts", Role.Coordinator),
        new("POST", "reports/{period}/draft/parts", "/reports/2026-10/draft/parts", Role.Coordinator),
        new("POST", "reports/{period}/ask", "/reports/2026-10/ask", Role.Coordinator),
        new("POST", "reports/{period}/approve", "/reports/2026-10/approve", Drafters),
        new("POST", "reports/{period}/send-back", "/reports/2026-10/send-back", Drafters),
        new("POST", "reports/{period}/publish", "/reports/2026-10/publish", Role.Coordinator),
        new("GET", "reports/settings", "/reports/settings", Role.Coordinator),
        new("POST", "reports/settings", "/reports/settings", Role.Coordinator),
        new("GET", "reports/settings/value", "/reports/settings/value", Role.Coordinator),
        new("POST", "reports/settings/value", "/reports/settings/value", Role.Coordinator),
        new("POST", "reports/settings/value/{id:long}/remove", "/reports/settings/value/1/remove", Role.Coordinator),
        new("GET", "reports/verify", "/reports/verify", null),
        new("POST", "reports/verify", "/reports/verify", null),
    ];
}
