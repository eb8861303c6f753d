using Microsoft.AspNetCore.Http.Extensions;

namespace AbcdConnect.Web.Features.Shared.Lists;

/// <summary>Addresses of the same list, with something in its query changed. Empty values are left out.</summary>
internal static class ListQuery
{
    public static string With(HttpRequest request, params (string Name, string? Value)[] changes) =>
        Address(request, "", changes);

    /// <summary>The same rows as a file: the page's path with .csv, its query without the page number.</summary>
    public static string Csv(HttpRequest request) => Address(request, ".csv", ("page", null));

    private static string Address(HttpRequest request, string suffix, params (string Name, string? Value)[] changes)
    {
        var changed = changes.Select(change => change.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var query = new QueryBuilder(request.Query
            .Where(part => !changed.Contains(part.Key))
            .SelectMany(part => part.Value.Where(value => !string.IsNullOrEmpty(value)).Select(value => KeyValuePair.Create(part.Key, value!))));
        foreach (var (name, value) in changes)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return $"{request.PathBase}{request.Path}{suffix}{query.ToQueryString()}";
    }
}
