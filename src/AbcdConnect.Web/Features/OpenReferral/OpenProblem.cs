using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.OpenReferral;

/// <summary>An answer to a program that is not what it asked for (RFC 9457), with what to do about it.</summary>
internal static class OpenProblem
{
    private const string ContentType = "application/problem+json";

    public static IActionResult NotShared() => Of(404, "Nothing is shared here", "This programme does not share its asset map. Its coordinator can switch sharing on, on the programme's page.");

    public static IActionResult None(string what) => Of(404, "Not found", $"There is no such {what}. It may have been taken off the map; ask for the list to see what there is.");

    public static IActionResult Wrong(IReadOnlyList<(string Parameter, string WhatToDo)> errors) =>
        Of(400, "Some of what was asked for could not be read", "Put the parameters below right and ask again.", errors);

    public static Task TooMany(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = "60";
        http.Response.ContentType = ContentType;
        return http.Response.WriteAsync(Body(429, "Too many requests", "Wait a minute, then go on more slowly. Larger pages (per_page) need fewer requests.", []));
    }

    private static ContentResult Of(int status, string title, string whatToDo, IReadOnlyList<(string Parameter, string WhatToDo)>? errors = null) =>
        new() { StatusCode = status, ContentType = ContentType, Content = Body(status, title, whatToDo, errors ?? []) };

    private static string Body(int status, string title, string whatToDo, IReadOnlyList<(string Parameter, string WhatToDo)> errors) => JsonSerializer.Serialize(
        new { status, title, detail = whatToDo, errors = errors.Count == 0 ? null : errors.Select(e => new { parameter = e.Parameter, what_to_do = e.WhatToDo }) },
        OpenJson.Options);
}
