using System.Text.Json;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Testing;

namespace AbcdConnect.Web.Tests.OpenReferral;

/// <summary>Every entry, whatever its gaps, in every answer, against the standard's own schemas.</summary>
public sealed class SchemaTests
{
    private static readonly (string List, string One, string? Row)[] Lists =
    [
        ("services", "service", "service_list"), ("service_at_locations", "service_at_location", "service_at_location_list"), ("organizations", "organization", "organization"),
        ("taxonomies", "taxonomy", "taxonomy"), ("taxonomy_terms", "taxonomy_term", "taxonomy_term"),
    ];

    [OpenDataFact]
    public async Task Every_entry_of_the_demo_and_every_odd_one_is_valid_in_every_answer()
    {
        await using var map = await SharedMap.Open();
        var shared = await map.AddTheDemo();
        shared.ShouldBeGreaterThan(200);
        shared += await AddOddOnes(map);

        var documents = new List<(string, string, JsonElement)>();
        foreach (var (list, one, row) in Lists)
        {
            var all = (await map.Read($"/{list}?per_page=2000")).GetProperty("contents").EnumerateArray().ToList();
            if (list is "services" or "service_at_locations" or "organizations")
            {
                all.Count.ShouldBe(shared);
            }

            foreach (var item in all)
            {
                var id = item.GetProperty("id").GetString()!;
                documents.Add((row!, $"{list} row {id}", item));
                documents.Add((one, $"{list}/{id}", await map.Read($"/{list}/{id}")));
            }
        }

        (await SchemaCheck.Wrong(documents)).ShouldBeEmpty();
    }

    [OpenDataFact]
    public async Task The_schemas_own_examples_are_read_and_a_broken_one_is_found()
    {
        var example = await File.ReadAllTextAsync(Path.Combine(OpenData.Folder!, "open-referral-uk", "examples", "service_full.json"));
        var broken = example.Replace("\"status\": \"active\"", "\"status\": \"lively\"", StringComparison.Ordinal).Replace("http://example.com/counselling", "not an address", StringComparison.Ordinal);

        (await SchemaCheck.Wrong([("service", "the example", JsonDocument.Parse(example).RootElement)])).ShouldBeEmpty();
        (await SchemaCheck.Wrong([("service", "broken", JsonDocument.Parse(broken).RootElement)])).Count.ShouldBe(2);
    }

    private static async Task<int> AddOddOnes(SharedMap map)
    {
        Func<AssetDetails, AssetDetails>[] odd =
        [
            d => d with { NeighbourhoodId = null },
            d => d with { Website = "javascript:alert(1)", Email = "not an address" },
            d => d with { Website = "http://exa mple.example/ü?q=<a b>&c=\"d\"#[x]|^`", Email = "hello@" },
            d => d with { Website = "https://müller.example/straße/🚲?a={b}\\c", Email = "info@müller.example" },
            d => d with { Website = "ftp://files.example", Email = "\"info\"@odd.example" },
            d => d with { Website = "https://user:password@secret.example/", Email = "info@a..b" },
            d => d with { Website = "https://x.example:99999/", Postcode = "none" },
            d => d with { Description = "<script>alert('x')</script> \u0001\u0000 \u202e أهلا 👩🏽‍🌾 \" \\ \r\n\t", Postcode = "m334qj", Address = "1\n2\r\nThree Street" },
            d => d with { Description = new string('é', 50_000), Latitude = -90, Longitude = 180 },
            d => d with { Cost = "£0.5", Languages = string.Join(';', Enumerable.Range(0, 60).Select(i => "L" + i)), Access = "Ramp" },
            d => d with { Cost = "£" + new string('9', 40), Latitude = 0, Longitude = 0, OpeningTimes = "whenever" },
            d => d with { Cost = "FREE.", Hours = [.. Enum.GetValues<DayOfWeek>().SelectMany(day => Enumerable.Range(0, 23).Select(h => new OpenSession(day, new TimeOnly(h, (int)day), new TimeOnly(h, 59))))] },
        ];
        foreach (var kind in new[] { AssetKind.Association, AssetKind.Culture })
        {
            for (var i = 0; i < odd.Length; i++)
            {
                await map.Add($"Odd “{kind}” {i} <b>&amp;", kind, odd[i]);
            }
        }

        var closed = await map.Add("It has closed");
        await map.Database.Db(async db =>
        {
            (await db.Assets.FindAsync(closed))!.Close(map.Database.Clock.Today.AddDays(-1));
            return await db.SaveChangesAsync();
        });
        return (2 * odd.Length) + 1;
    }
}
