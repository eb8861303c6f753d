using AbcdConnect.Domain.Access;
using AbcdConnect.Web.Tests.Access;

namespace AbcdConnect.Web.Tests.People;

public sealed class PeopleRoutes : IFeatureRoutes
{
    private static readonly Role[] Readers = [Role.Worker, Role.Coordinator, Role.Partner];
    private static readonly Role[] Writers = [Role.Worker, Role.Coordinator];
    private static readonly Role[] Administrators = [Role.Administrator];

    public IReadOnlyList<RouteRow> Rows =>
    [
        new("GET", "people", "/people", Readers),
        new("GET", "people.csv", "/people.csv", Readers),
        new("GET", "people/suggest", "/people/suggest?q=sh", Readers),
        new("GET", "people/new", "/people/new", Writers),
        new("POST", "people/new", "/people/new", Writers),
        new("POST", "people/likely", "/people/likely", Writers),
        new("GET", "people/{id:long}", "/people/999", Readers),
        new("GET", "people/{id:long}/change", "/people/999/change", Writers),
        new("POST", "people/{id:long}/change", "/people/999/change", Writers),
        new("POST", "people/{id:long}/data-protection", "/people/999/data-protection", Writers),
        new("GET", "people/{id:long}/gifts/new", "/people/999/gifts/new", Writers),
        new("POST", "people/{id:long}/gifts/new", "/people/999/gifts/new", Writers),
        new("GET", "people/{id:long}/consents/new", "/people/999/consents/new", Writers),
        new("POST", "people/{id:long}/consents/new", "/people/999/consents/new", Writers),
        new("POST", "consents/{id:long}/withdraw", "/consents/999/withdraw", Writers),
        new("GET", "people/{id:long}/merge", "/people/999/merge", Writers),
        new("POST", "people/{id:long}/merge", "/people/999/merge", Writers),
        new("POST", "merges/{id:long}/undo", "/merges/999/undo", Writers),
        new("GET", "gifts", "/gifts", Readers),
        new("GET", "gifts.csv", "/gifts.csv", Readers),
        new("GET", "gifts/suggest", "/gifts/suggest?q=ba", Enum.GetValues<Role>()),
        new("GET", "gifts/lexicon.json", "/gifts/lexicon.json", Writers),
        new("GET", "gifts/{id:long}/change", "/gifts/999/change", Writers),
        new("POST", "gifts/{id:long}/change", "/gifts/999/change", Writers),
        new("POST", "gifts/{id:long}/remove", "/gifts/999/remove", Writers),
        new("GET", "taxonomy", "/taxonomy", Administrators),
        new("GET", "taxonomy.csv", "/taxonomy.csv", Administrators),
        new("GET", "taxonomy/new", "/taxonomy/new", Administrators),
        new("POST", "taxonomy/new", "/taxonomy/new", Administrators),
        new("GET", "taxonomy/{id:long}/change", "/taxonomy/999/change", Administrators),
        new("POST", "taxonomy/{id:long}/change", "/taxonomy/999/change", Administrators),
        new("GET", "data-protection", "/data-protection", Administrators),
        new("GET", "data-protection/person", "/data-protection/person?number=999", Administrators),
        new("GET", "data-protection/{id:long}", "/data-protection/999", Administrators),
        new("POST", "data-protection/{id:long}/copy", "/data-protection/999/copy", Administrators),
        new("POST", "data-protection/{id:long}/forget", "/data-protection/999/forget", Administrators),
    ];
}
