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
        new("GET", "reports/{period}", "/reports/2026-10", Readers),
        new("GET", "reports/{period}.pdf", "/reports/2026-10.pdf", Readers),
        new("GET", "reports/{period}.csv", "/reports/2026-10.csv", Readers),
        new("GET", "reports/{period}.json", "/reports/2026-10.json", Readers),
        new("GET", "reports/{period}/draft", "/reports/2026-10/draft", Drafters),
        new("GET", "reports/{period}/draft.pdf", "/reports/2026-10/draft.pdf", Drafters),
        new("POST", "reports/{period}/publish", "/reports/2026-10/publish", Role.Coordinator),
        new("GET", "reports/verify", "/reports/verify", Readers),
        new("POST", "reports/verify", "/reports/verify", Readers),
    ];
}
