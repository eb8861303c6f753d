using AbcdConnect.Domain.Access;

namespace AbcdConnect.Web.Tests.Access;

/// <summary>One route and who may come in. The walk fails for a route without a row, and for a row without a route.</summary>
/// <param name="Verb">GET or POST.</param>
/// <param name="Template">As the controller declares it, without a leading slash: people/{id:long}.</param>
/// <param name="Path">An address to try it with; the records need not exist.</param>
/// <param name="Allowed">The roles let in; null: everybody, signed in or not.</param>
public sealed record RouteRow(string Verb, string Template, string Path, params Role[]? Allowed);

/// <summary>A feature's rows. Found by reflection: one file a feature, named after it.</summary>
public interface IFeatureRoutes
{
    IReadOnlyList<RouteRow> Rows { get; }
}
