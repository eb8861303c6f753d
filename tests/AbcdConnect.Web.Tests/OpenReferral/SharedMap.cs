using System.Globalization;
using System.Text.Json;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.VisualBasic.FileIO;

namespace AbcdConnect.Web.Tests.OpenReferral;

/// <summary>A programme that shares its map, and a reader whom nobody knows.</summary>
internal sealed class SharedMap : IAsyncDisposable
{
    public const string Api = "/api/open-referral/v3";

    private SharedMap(TestApp app)
    {
        App = app;
        Anybody = app.As(null);
    }

    public TestApp App { get; }

    public TestBrowser Anybody { get; }

    public TestDatabase Database => App.Database;

    public static async Task<SharedMap> Open(int requestsAMinute = 1_000_000, int keepSeconds = 0, Action<IServiceCollection>? services = null)
    {
        var app = await TestApp.Start(web => web
            .UseSetting("OpenData:RequestsAMinute", requestsAMinute.ToString(CultureInfo.InvariantCulture))
            .UseSetting("OpenData:KeepSeconds", keepSeconds.ToString(CultureInfo.InvariantCulture))
            .ConfigureTestServices(services ?? (_ => { })));
        await app.Database.Db(async db =>
        {
            (await db.Programmes.SingleAsync()).ShareOpenly(shares: true, new Guid("0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"));
            return await db.SaveChangesAsync();
        });
        return new SharedMap(app);
    }

    public async Task<AssetId> Add(string name, AssetKind kind = AssetKind.Association, Func<AssetDetails, AssetDetails>? with = null)
    {
        var details = new AssetDetails(kind, name, NeighbourhoodId: Database.Fernhill);
        var asset = Asset.Add(Database.Programme, Database.Worker.UserId, Database.Clock.Today.AddDays(-10), with?.Invoke(details) ?? details);
        await Database.Add(asset);
        return asset.Id;
    }

    /// <summary>The demo borough's whole map.</summary>
    public async Task<int> AddTheDemo()
    {
        using var csv = new TextFieldParser(Path.Combine(Repository.Root, "database", "demo", "assets.csv")) { Delimiters = [","] };
        var columns = csv.ReadFields()!;
        var shared = 0;
        var categories = new Dictionary<string, AssetCategory>(StringComparer.Ordinal);
        var assets = new List<object>();
        while (csv.ReadFields() is { } cells)
        {
            string? Cell(string column) => Words.Tidy(cells[Array.IndexOf(columns, column)]);
            double? Number(string column) => Cell(column) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;
            var kind = Enum.Parse<AssetKind>(Cell("kind")!, ignoreCase: true);
            if (Cell("category") is { } name && !categories.ContainsKey(name))
            {
                categories[name] = new AssetCategory { Kind = kind, Name = name };
                await Database.Add(categories[name]);
            }

            assets.Add(Asset.Add(Database.Programme, null, new DateOnly(2026, 1, 1), new AssetDetails(
                kind, Cell("name")!, Cell("category") is { } known ? categories[known].Id : null, Cell("description"), Cell("address"), Cell("postcode"), Number("latitude"), Number("longitude"),
                assets.Count % 3 == 0 ? null : Database.Fernhill, Cell("opening_times"), Cell("cost"), Cell("languages"), Cell("access"), Cell("contact_name"), Cell("phone"), Cell("email"), Cell("website"), Cell("looked_after_by"),
                assets.Count % 4 == 0 ? [new OpenSession(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(17, 0)), new OpenSession(DayOfWeek.Tuesday, new TimeOnly(9, 0), new TimeOnly(17, 0))] : null)));
            shared += kind == AssetKind.Individual ? 0 : 1;
        }

        await Database.Add([.. assets]);
        return shared;
    }

    public async Task AddPostcode(string code, double latitude, double longitude) =>
        await Database.Add(new Postcode { Code = code, AreaCode = "Z05000001", Latitude = latitude, Longitude = longitude });

    public async Task<JsonElement> Read(string path) => JsonDocument.Parse(await Anybody.Read(Api + path)).RootElement;

    public async Task<IReadOnlyList<string>> Names(string path) =>
        [.. (await Read(path)).GetProperty("contents").EnumerateArray().Select(s => (s.TryGetProperty("service", out var service) ? service : s).GetProperty("name").GetString()!)];

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
