using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AbcdConnect.Application.Assets;
using AbcdConnect.Domain.Common;

namespace AbcdConnect.Application.OpenReferral;

/// <summary>The services of another directory, read from its pages or from a file.</summary>
internal static class ForeignDirectory
{
    private const int MostPages = 20_000;
    private const int PerPage = 100;

    /// <summary>The directory's address without what asks for a list.</summary>
    /// <exception cref="DomainRuleException">It is not an address of the web.</exception>
    public static Uri BaseOf(string typed)
    {
        if (!Uri.TryCreate(typed.Trim(), UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps) || uri.UserInfo.Length > 0)
        {
            throw new DomainRuleException($"\"{typed}\" is not an address of the web. Give one that begins with https://, or the name of a file.");
        }

        var path = uri.AbsolutePath.TrimEnd('/');
        path = path.EndsWith("/services", StringComparison.OrdinalIgnoreCase) ? path[..^"/services".Length] : path;
        return new UriBuilder(uri) { Path = path, Query = "", Fragment = "" }.Uri;
    }

    /// <summary>Every service, whole. Those that <paramref name="isKnown"/> are passed on as the list shows them.</summary>
    public static async IAsyncEnumerable<JsonElement> Pages(IWebPages web, Uri directory, DateTimeOffset? since, Func<JsonElement, Task<bool>> isKnown, ImportRun run, [EnumeratorCancellation] CancellationToken token)
    {
        var root = directory.AbsoluteUri.TrimEnd('/');
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var page = 1; page <= MostPages; page++)
        {
            var query = string.Create(CultureInfo.InvariantCulture, $"?page={page}&per_page={PerPage}{(since is { } from ? $"&modified_after={from.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}" : "")}");
            using var list = Parse(await web.Read(new Uri($"{root}/services{query}"), token), $"page {page} of the list");
            if (Rows(list.RootElement) is not { } rows)
            {
                throw new DomainRuleException($"The answer is not a list of services. Check the address: {root}/services should answer with \"contents\".");
            }

            var some = rows.ToList();
            // Ids that have all been there before: the same page over and over, whatever number is asked for.
            var fresh = some.Where(s => ServiceReader.Text(s, "id") is not { } id || seen.Add(id)).ToList();
            if (some.Count > 0 && fresh.Count == 0)
            {
                run.Note(run.Rows + 1, "page", page.ToString(CultureInfo.InvariantCulture), "This page is the same as one before it: the list goes round in circles, so reading stopped here. Tell whoever keeps it that its paging does not work.");
                yield break;
            }

            foreach (var service in fresh)
            {
                yield return await isKnown(service) ? service : await Whole(web, root, service, run, token);
            }

            if (some.Count == 0 || IsLast(list.RootElement, page))
            {
                yield break;
            }
        }
    }

    /// <summary>The services in a file: a page, a list, a service, a service at a location, or an organisation with its services.</summary>
    public static IEnumerable<JsonElement> InFile(JsonElement root)
    {
        IEnumerable<JsonElement> things = Rows(root) is { } rows ? rows : root.ValueKind == JsonValueKind.Array ? root.EnumerateArray() : [root];
        foreach (var thing in things)
        {
            if (thing.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            if (thing.TryGetProperty("services", out var services) && services.ValueKind == JsonValueKind.Array)
            {
                foreach (var service in services.EnumerateArray())
                {
                    yield return With(service, ("organization", Without(thing, "services")));
                }
            }
            else if (thing.TryGetProperty("service", out var service) && thing.TryGetProperty("location", out _))
            {
                yield return With(service, ("service_at_locations", JsonSerializer.SerializeToElement(new[] { Without(thing, "service") })));
            }
            else
            {
                yield return thing;
            }
        }
    }

    public static JsonDocument Parse(ReadOnlyMemory<byte> bytes, string what)
    {
        try
        {
            return JsonDocument.Parse(bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException)
        {
            throw new DomainRuleException(bytes.Span.TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'<', ..]
                ? $"Instead of data, {what} is a web page. Check the address: the one of the data often ends in /v3 or /services."
                : $"{Words.Capital(what)} is not sound JSON. Try again later, or tell whoever keeps the directory.");
        }
    }

    // Version 3 says "contents", version 1 "content".
    private static JsonElement.ArrayEnumerator? Rows(JsonElement root)
    {
        foreach (var name in new[] { "contents", "content" })
        {
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var rows) && rows.ValueKind == JsonValueKind.Array)
            {
                return rows.EnumerateArray();
            }
        }

        return null;
    }

    private static bool IsLast(JsonElement page, int number)
    {
        foreach (var name in new[] { "last_page", "last" })
        {
            if (page.TryGetProperty(name, out var last) && last.ValueKind is JsonValueKind.True)
            {
                return true;
            }
        }

        foreach (var name in new[] { "total_pages", "totalPages" })
        {
            if (page.TryGetProperty(name, out var pages) && pages.TryGetInt64(out var all))
            {
                return number >= all;
            }
        }

        return false;
    }

    // Lists show a service without its places and times; where they are there already, nobody is asked again.
    private static async Task<JsonElement> Whole(IWebPages web, string root, JsonElement service, ImportRun run, CancellationToken token)
    {
        if (ServiceReader.Text(service, "id") is not { } id || service.TryGetProperty("service_at_locations", out _))
        {
            return service;
        }

        try
        {
            using var whole = Parse(await web.Read(new Uri($"{root}/services/{Uri.EscapeDataString(id)}"), token), "this service");
            return whole.RootElement.ValueKind == JsonValueKind.Object && ServiceReader.Text(whole.RootElement, "id") == id ? whole.RootElement.Clone() : service;
        }
        catch (DomainRuleException trouble)
        {
            run.Note(run.Rows + 1, "id", id, $"Only what the list says of it came in. {trouble.Message}");
            return service;
        }
    }

    private static JsonElement Without(JsonElement of, string name) =>
        JsonSerializer.SerializeToElement(of.EnumerateObject().Where(p => p.Name != name).DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Value));

    private static JsonElement With(JsonElement of, (string Name, JsonElement Value) more)
    {
        if (of.ValueKind != JsonValueKind.Object)
        {
            return of;
        }

        var all = of.EnumerateObject().DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Value);
        all.TryAdd(more.Name, more.Value);
        return JsonSerializer.SerializeToElement(all);
    }
}
