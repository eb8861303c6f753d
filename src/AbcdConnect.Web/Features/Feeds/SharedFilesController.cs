using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AbcdConnect.Application.Feeds;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Web.Features.Assets;
using AbcdConnect.Web.Features.OpenReferral;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace AbcdConnect.Web.Features.Feeds;

/// <summary>What is shared, in the forms that calendars, address books, maps, search engines and Kumu read. Where a programme shares
/// nothing, those who work with it may still take the same files.</summary>
[Route("open-data")]
[AllowAnonymous]
[OpenData(MembersToo = true)]
[EnableCors(OpenDataSetup.Name)]
[EnableRateLimiting(OpenDataSetup.Name)]
public sealed class SharedFilesController(IMediator mediator, IServiceProvider services) : AbcdController(mediator)
{
    private const string Calendar = "text/calendar; charset=utf-8";
    private const string JsonLd = "application/ld+json; charset=utf-8";

    [HttpGet("activities.ics")]
    public Task<IActionResult> Activities(long? neighbourhood) =>
        Text($"calendar {neighbourhood}", Calendar, "activities.ics", () => Send(new ReadCalendar(Place(neighbourhood))));

    [HttpGet("activities/{id:long}.ics")]
    public Task<IActionResult> Activity(long id) =>
        Text($"calendar of {id}", Calendar, $"activity-{id}.ics", () => Send(new ReadCalendar(Activity: new ActivityId(id))));

    [HttpGet("activities/{id:long}.jsonld")]
    public Task<IActionResult> ActivityDescribed(long id) => Described($"activity {id} described", () => Send(new DescribeActivity(new ActivityId(id))));

    [HttpGet("assets/{id:long}.jsonld")]
    public Task<IActionResult> AssetDescribed(long id) => Described($"asset {id} described", () => Send(new DescribeAsset(new AssetId(id))));

    [HttpGet("assets/{id:long}.vcf")]
    public Task<IActionResult> ContactCard(long id) =>
        Text($"card of {id}", "text/vcard; charset=utf-8", $"asset-{id}.vcf", () => Send(new ReadContactCard(new AssetId(id))));

    [HttpGet("assets.geojson")]
    public async Task<IActionResult> Points(AssetFilter filter)
    {
        if (!ModelState.IsValid)
        {
            return OpenProblem.Wrong([.. ModelState.Where(s => s.Value!.Errors.Count > 0).Select(s => (s.Key, s.Value!.Errors[0].ErrorMessage))]);
        }

        return new GeoJsonResult(await Send(new ReadMapPoints(filter.Q, filter.ToFilters(), filter.Place, filter.Reach, filter.ByBus)));
    }

    [HttpGet("kumu.json")]
    public Task<IActionResult> Kumu(long? neighbourhood) => Kept($"kumu {neighbourhood}", OpenAnswers.Json, async body =>
    {
        var network = await Send(new ReadNetwork(Place(neighbourhood)));
        var json = new
        {
            Elements = network.Elements.Select(e => new { e.Label, e.Type, e.Description, Tags = new[] { e.Category, e.Neighbourhood }.OfType<string>(), e.Neighbourhood, e.Website, e.PeopleTied }),
            network.Connections,
        };
        await JsonSerializer.SerializeAsync(body, json, OpenJson.Options, HttpContext.RequestAborted);
    });

    // Kumu reads these headings as they are: https://docs.kumu.io, "Import spreadsheets".
    [HttpGet("kumu-elements.csv")]
    public async Task<IActionResult> KumuElements(long? neighbourhood) => CsvFile.Of(
        "kumu-elements",
        (await Send(new ReadNetwork(Place(neighbourhood)))).Elements,
        ("Label", e => e.Label),
        ("Type", e => e.Type),
        ("Description", e => e.Description),
        ("Tags", e => string.Join('|', new[] { e.Category, e.Neighbourhood }.OfType<string>())),
        ("Neighbourhood", e => e.Neighbourhood),
        ("Website", e => e.Website),
        ("People tied", e => e.PeopleTied));

    [HttpGet("kumu-connections.csv")]
    public async Task<IActionResult> KumuConnections(long? neighbourhood) => CsvFile.Of(
        "kumu-connections",
        (await Send(new ReadNetwork(Place(neighbourhood)))).Connections,
        ("From", c => c.From),
        ("To", c => c.To),
        ("Type", c => c.Type),
        ("Direction", c => c.Direction));

    private static NeighbourhoodId? Place(long? neighbourhood) => neighbourhood is { } number ? new NeighbourhoodId(number) : null;

    private Task<IActionResult> Text(string question, string contentType, string fileName, Func<Task<string>> read)
    {
        Response.Headers.ContentDisposition = $"inline; filename=\"{fileName}\"";
        return Kept(question, contentType, async body => await body.WriteAsync(Encoding.UTF8.GetBytes(await read()), HttpContext.RequestAborted));
    }

    private Task<IActionResult> Described(string question, Func<Task<JsonObject>> read) =>
        Kept(question, JsonLd, async body => await JsonSerializer.SerializeAsync(body, await read(), OpenJson.Options, HttpContext.RequestAborted));

    private async Task<IActionResult> Kept(string question, string contentType, Func<Stream, Task> write) =>
        new KeptResult(await services.GetRequiredService<KeptAnswers>().Of(HttpContext.Features.Get<SharedBy>()!.Stamped(question), contentType, write));
}

/// <summary>Points as GeoJSON (RFC 7946), written while they are read: 50,000 take no more memory than fifty.</summary>
internal sealed class GeoJsonResult(IAsyncEnumerable<MapPoint> points) : IActionResult
{
    private const string ContentType = "application/geo+json; charset=utf-8";

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        http.Response.ContentType = ContentType;
        http.Response.Headers.ContentDisposition = "attachment; filename=\"assets.geojson\"";
        http.Response.Headers.CacheControl = "no-store";
        await using var json = new Utf8JsonWriter(http.Response.Body, new JsonWriterOptions { Encoder = OpenJson.Options.Encoder });
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        await foreach (var point in points.WithCancellation(http.RequestAborted))
        {
            Write(json, point);
            if (json.BytesPending > 64 * 1024)
            {
                await json.FlushAsync(http.RequestAborted);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MapPoint point)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteNumber("id", point.Id.Value);
        if (point is { Latitude: { } north, Longitude: { } east })
        {
            json.WriteStartObject("geometry");
            json.WriteString("type", "Point");
            json.WriteStartArray("coordinates");
            json.WriteNumberValue(east);
            json.WriteNumberValue(north);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("geometry");
        }

        json.WriteStartObject("properties");
        foreach (var (name, value) in new (string, string?)[]
        {
            ("name", point.Name), ("kind", point.Kind), ("category", point.Category), ("neighbourhood", point.Neighbourhood), ("description", point.Description), ("address", point.Address),
            ("postcode", point.Postcode), ("opening_times", point.OpeningTimes), ("cost", point.Cost), ("languages", point.Languages), ("access", point.Access), ("website", point.Website),
            ("confirmed_on", Day(point.ConfirmedOn)), ("closed_on", Day(point.ClosedOn)), ("point_is", point.PointIsPostcodes ? "the middle of its postcode" : null),
        })
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
