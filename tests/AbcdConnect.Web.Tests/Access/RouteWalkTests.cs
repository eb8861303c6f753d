using System.Net;
using AbcdConnect.Domain.Access;
using AbcdConnect.Testing;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Web.Tests.Access;

/// <summary>Walks every route as every role and as nobody, and compares the answers with the features' own tables.</summary>
public sealed class RouteWalkTests
{
    internal static readonly IReadOnlyList<RouteRow> Table =
    [
        .. typeof(RouteWalkTests).Assembly.GetTypes()
            .Where(t => typeof(IFeatureRoutes).IsAssignableFrom(t) && !t.IsAbstract)
            .SelectMany(t => ((IFeatureRoutes)Activator.CreateInstance(t)!).Rows),
    ];

    [Fact]
    public async Task Every_route_has_one_row_and_every_row_a_route()
    {
        await using var app = await TestApp.Start();

        var routes = RoutesOf(app.Services);
        var rows = Table.Select(r => $"{r.Verb} {r.Template}").ToList();

        routes.Count.ShouldBeGreaterThan(20);
        routes.Except(rows).Order(StringComparer.Ordinal).ShouldBeEmpty("these routes have no row: add them to the feature's …Routes.cs");
        rows.Except(routes).Order(StringComparer.Ordinal).ShouldBeEmpty("these rows have no route");
        rows.GroupBy(r => r).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty("these have several rows");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Role.Worker)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Partner)]
    [InlineData(Role.Commissioner)]
    [InlineData(Role.Researcher)]
    [InlineData(Role.Administrator)]
    public async Task Each_route_lets_in_whom_its_row_says(Role? role)
    {
        await using var app = await TestApp.Start();
        var wrong = new List<string>();
        // With a good token: the permission decides, not the form's seal.
        var browser = app.As(role);
        var token = await browser.Token(role is null ? "/sign-in" : "/sign-out");
        foreach (var row in Table)
        {
            using var form = new FormUrlEncodedContent([token]);
            using var answer = row.Verb == "GET" ? await browser.Get(row.Path) : await browser.Client.PostAsync(new Uri(row.Path, UriKind.Relative), form);
            if (Judge(row, role, answer) is { } fault)
            {
                wrong.Add($"{row.Verb} {row.Path} as {role?.ToString() ?? "nobody"} answered {(int)answer.StatusCode}: {fault}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    private static string? Judge(RouteRow row, Role? role, HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        if (row.Allowed is null || (role is { } known && row.Allowed.Contains(known)))
        {
            return status is 401 or 403 or >= 500 ? "to be let in" : null;
        }

        if (role is not null)
        {
            return answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound ? null : "to be 403 or 404";
        }

        var sentToSignIn = answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location?.OriginalString.Contains("/sign-in", StringComparison.Ordinal) == true;
        return row.Verb == "GET"
            ? sentToSignIn ? null : "to be sent to sign in"
            : sentToSignIn || answer.StatusCode == HttpStatusCode.Unauthorized ? null : "to be asked who is there";
    }

    private static List<string> RoutesOf(IServiceProvider services) =>
    [
        .. from endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           where endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null
           from verb in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
           let template = endpoint.RoutePattern.RawText!.TrimStart('/')
           orderby template
           select $"{verb} {template}",
    ];
}
