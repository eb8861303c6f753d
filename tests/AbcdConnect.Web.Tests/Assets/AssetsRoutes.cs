using AbcdConnect.Domain.Access;
using AbcdConnect.Web.Tests.Access;

namespace AbcdConnect.Web.Tests.Assets;

public sealed class AssetsRoutes : IFeatureRoutes
{
    private static readonly Role[] Readers = [Role.Worker, Role.Coordinator, Role.Partner, Role.Commissioner, Role.Researcher];
    private static readonly Role[] Workers = [Role.Worker, Role.Coordinator];

    public IReadOnlyList<RouteRow> Rows { get; } =
    [
        new("GET", "assets", "/assets", Readers),
        new("GET", "assets.csv", "/assets.csv", Readers),
        new("GET", "assets/kinds", "/assets/kinds", Readers),
        new("GET", "assets/kinds.csv", "/assets/kinds.csv", Readers),
        new("GET", "assets/map/cells", "/assets/map/cells?bbox=0.2,52.9,0.4,53&zoom=12", Readers),
        new("GET", "assets/map/outlines", "/assets/map/outlines", [.. Readers, Role.Administrator]),
        new("GET", "assets/map/nearest", "/assets/map/nearest?Place=52.95,0.3", Readers),
        new("GET", "assets/suggest", "/assets/suggest?q=x", Readers),
        new("GET", "assets/suggestions", "/assets/suggestions", Workers),
        new("POST", "assets/suggestions/{id:long}/settle", "/assets/suggestions/99/settle", Workers),
        new("GET", "assets/new", "/assets/new", Workers),
        new("POST", "assets/new", "/assets/new", Workers),
        new("GET", "assets/walk", "/assets/walk", Workers),
        new("POST", "assets/walk", "/assets/walk", Workers),
        new("GET", "assets/{id:long}/photos/{photo:long}", "/assets/99/photos/1", Readers),
        new("GET", "assets/{id:long}", "/assets/99", Readers),
        new("GET", "assets/{id:long}/change", "/assets/99/change", Workers),
        new("POST", "assets/{id:long}/change", "/assets/99/change", Workers),
        new("POST", "assets/{id:long}/confirm", "/assets/99/confirm", Workers),
        new("GET", "assets/{id:long}/close", "/assets/99/close", Workers),
        new("POST", "assets/{id:long}/close", "/assets/99/close", Workers),
        new("POST", "assets/{id:long}/reopen", "/assets/99/reopen", Workers),
        new("POST", "assets/{id:long}/reject", "/assets/99/reject", Workers),
        new("GET", "assets/{id:long}/suggest-change", "/assets/99/suggest-change", Role.Partner),
        new("POST", "assets/{id:long}/suggest-change", "/assets/99/suggest-change", Role.Partner),
        new("POST", "assets/{id:long}/doubt", "/assets/99/doubt", Workers),
        new("GET", "assets/upkeep", "/assets/upkeep", Workers),
        new("POST", "assets/upkeep/{id:long}", "/assets/upkeep/99", Workers),
        new("POST", "assets/doubts/{id:long}/dismiss", "/assets/doubts/99/dismiss", Workers),
        new("POST", "assets/{id:long}/ask-keeper", "/assets/99/ask-keeper", Workers),
        new("POST", "assets/{id:long}/public-page", "/assets/99/public-page", Workers),
        new("GET", "assets/proposals/{id:long}", "/assets/proposals/99", Role.Coordinator),
        new("POST", "assets/proposals/{id:long}", "/assets/proposals/99", Role.Coordinator),
        new("GET", "assets/duplicates", "/assets/duplicates", Workers),
        new("GET", "assets/duplicates/{id:long}", "/assets/duplicates/99", Workers),
        new("POST", "assets/duplicates/{id:long}", "/assets/duplicates/99", Workers),
        new("POST", "assets/duplicates/{id:long}/apart", "/assets/duplicates/99/apart", Workers),
        new("POST", "assets/merges/{id:long}/undo", "/assets/merges/99/undo", Workers),
        new("GET", "keep/{token}", "/keep/guessed", null),
        new("POST", "keep/{token}", "/keep/guessed", null),
        new("GET", "here/{code}", "/here/guessed", null),
        new("POST", "here/{code}", "/here/guessed", null),
        new("GET", "imports", "/imports", Role.Coordinator, Role.Administrator),
        new("GET", "imports.csv", "/imports.csv", Role.Coordinator, Role.Administrator),
        new("GET", "imports/{id:long}", "/imports/99", Role.Coordinator, Role.Administrator),
        new("GET", "imports/{id:long}.csv", "/imports/99.csv", Role.Coordinator, Role.Administrator),
        new("GET", "imports/new", "/imports/new", Role.Coordinator),
        new("POST", "imports/new", "/imports/new", Role.Coordinator),
        new("GET", "imports/{id:long}/undo", "/imports/99/undo", Role.Coordinator),
        new("POST", "imports/{id:long}/undo", "/imports/99/undo", Role.Coordinator),
        new("GET", "imports/sheets/{id:long}", "/imports/sheets/99", Role.Coordinator),
        new("POST", "imports/sheets/{id:long}", "/imports/sheets/99", Role.Coordinator),
        new("POST", "imports/sheets/{id:long}/profile", "/imports/sheets/99/profile", Role.Coordinator),
        new("GET", "imports/sheets/{id:long}/rows", "/imports/sheets/99/rows", Role.Coordinator),
        new("GET", "imports/sheets/{id:long}/trial", "/imports/sheets/99/trial", Role.Coordinator),
        new("POST", "imports/sheets/{id:long}/trial", "/imports/sheets/99/trial", Role.Coordinator),
        new("GET", "imports/sheets/{id:long}/problems.csv", "/imports/sheets/99/problems.csv", Role.Coordinator),
        new("POST", "imports/sheets/{id:long}/bring-in", "/imports/sheets/99/bring-in", Role.Coordinator),
        new("POST", "imports/sheets/{id:long}/drop", "/imports/sheets/99/drop", Role.Coordinator),
        new("POST", "imports/waiting/{key:guid}", "/imports/waiting/0b7ed8a94b6f4d6f9d3c8f3f8d1b2a11", Role.Coordinator),
    ];
}
