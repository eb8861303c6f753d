using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Benchmarks;

/// <summary>What is shared, over the city: a page of 50 as the database gives it, and how many requests a second the server answers.</summary>
internal static class OpenReferralSpeed
{
    private const int Times = 200;
    private const int Readers = 8;
    private static readonly string[] Words = ["garden", "bread", "choir", "library", "walking"];
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    public static async Task<int> Measure(Settings settings)
    {
        await using var city = await CityData.Ready(settings);
        // A city made before there was sharing shares nothing.
        await city.Db(async db =>
        {
            var programme = await db.Programmes.OrderBy(p => p.Id).FirstAsync();
            programme.ShareOpenly(shares: true, new Guid("5d2f5a06-6a52-4f6e-9b5c-0d1c7f3e8a11"));
            return await db.SaveChangesAsync();
        });
        var entries = await city.Db(db => db.Assets.CountAsync());
        var postcodes = await city.Db(db => db.Postcodes.OrderBy(p => p.Code).Select(p => p.Code).Take(500).ToListAsync());
        await using var bare = new WebHost(city.Folder, ("OpenData:RequestsAMinute", "100000000"), ("OpenData:KeepSeconds", "0"));
        using var client = bare.Anybody();
        var terms = await client.GetStringAsync(new Uri("/api/open-referral/v3/taxonomy_terms?per_page=100", UriKind.Relative));
        var term = System.Text.Json.JsonDocument.Parse(terms).RootElement.GetProperty("contents").EnumerateArray().Last().GetProperty("id").GetString();
        var pages = Math.Max(1, entries / 60);

        Console.WriteLine($"| Open Referral, {entries:#,0} entries | p50 ms | p95 ms |\n|---|---:|---:|");
        // Nothing is kept: each is what the database gives.
        await Time("a page of 50 services", i => $"services?page={1 + (i * 37 % pages)}");
        await Time("a page of 50, deep", i => $"services?page={pages - (i % pages)}");
        await Time("a page of 50 where they are", i => $"service_at_locations?page={1 + (i * 53 % pages)}");
        await Time("50 of one category", i => $"services?taxonomy_term_id={term}&page={1 + (i % 10)}&per_page={50 + (i / 10 % 10)}");
        await Time("50 found by word", i => $"services?search={Words[i % 5]}&page={1 + (i / 5)}");
        if (postcodes.Count > 0)
        {
            await Time("50 around a postcode", i => $"service_at_locations?postcode={Uri.EscapeDataString(postcodes[i * 7 % postcodes.Count])}&proximity={1000 + i}");
        }

        Console.WriteLine($"\n| requests a second, {Readers} readers, {Long.TotalSeconds:0} s | |\n|---|---:|");
        var unkept = await Load(client, i => $"services?page={1 + (i * 37 % pages)}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| nothing kept, each another page | {unkept:#,0} |"));
        await using (var host = new WebHost(city.Folder, ("OpenData:RequestsAMinute", "100000000")))
        {
            using var readers = host.Anybody();
            var asSet = await Load(readers, i => $"services?page={1 + (i * 37 % pages)}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| as it is set, each another page of {pages:#,0} | {asSet:#,0} |"));
        }

        return 0;

        async Task Time(string what, Func<int, string> address)
        {
            for (var i = 0; i < 5; i++)
            {
                await Get(client, address(Times + i), null);
            }

            for (var i = 0; i < Times; i++)
            {
                await Get(client, address(i), what);
            }

            var taken = bare.Times.Of(what);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {taken.At(0.5):0.0} | {taken.At(0.95):0.0} |"));
        }

        static async Task Get(HttpClient client, string address, string? name)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/open-referral/v3/" + address);
            if (name is not null)
            {
                request.Headers.Add(ServerTimes.Header, name);
            }

            using var answer = await client.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
        }

        // Readers and server share the machine: what the server could do alone is more.
        static async Task<double> Load(HttpClient client, Func<int, string> address)
        {
            var (number, watch) = (0, Stopwatch.StartNew());
            await Task.WhenAll(Enumerable.Range(0, Readers).Select(async _ =>
            {
                while (watch.Elapsed < Long)
                {
                    await Get(client, address(Interlocked.Increment(ref number)), null);
                }
            }));
            return number / watch.Elapsed.TotalSeconds;
        }
    }
}
