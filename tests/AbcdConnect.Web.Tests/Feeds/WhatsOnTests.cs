using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AbcdConnect.Application.Reports;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Testing;
using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Tests.OpenReferral;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Web.Tests.Feeds;

public sealed partial class WhatsOnTests
{
    [Fact]
    public async Task Anybody_reads_what_is_on_in_a_neighbourhood_and_nothing_of_anybodys()
    {
        await using var map = await SharedMap.Open();
        await map.AddPostcode("ZZ1 1AA", 52.91, 0.32);
        var hall = await map.Add("Fernhill Hall </script>", AssetKind.Place, d => d with { Description = "Ring Rosie Tanager on 07700 900123 for the key.", ContactName = "Rosie Tanager", Website = "https://hall.example/" });
        await map.Add("Rosie Tanager bakes", AssetKind.Individual);
        await map.Add("Shut for good", AssetKind.Place);
        await map.Add("Elsewhere", AssetKind.Place, d => d with { NeighbourhoodId = map.Database.HarbourWard });
        await map.Database.Db(async db =>
        {
            db.Assets.Single(a => a.Name == "Shut for good").Close(map.Database.Clock.Today);
            return await db.SaveChangesAsync();
        });
        await map.Database.Add(
            Activity.Add(map.Database.Programme, null, map.Database.Clock.Today, new ActivityDetails("Soup and chat", ActivityStatus.Running, LedBy.Resident, ActivityFrequency.Weekly, NeighbourhoodId: map.Database.Fernhill, PlaceId: hall, Day: DayOfWeek.Friday, StartsAt: new TimeOnly(12, 0))));

        var index = await map.Anybody.Read("/whats-on");
        using var found = await map.Anybody.Get("/whats-on?near=zz11aa");
        var page = WebUtility.HtmlDecode(await map.Anybody.Read(found.Headers.Location!.ToString()));

        index.ShouldContain($"href=\"/whats-on/{map.Database.HarbourWard}\"");
        found.Headers.Location!.ToString().ShouldBe($"/whats-on/{map.Database.Fernhill}");
        found.Headers.CacheControl!.NoStore.ShouldBeTrue();
        page.ShouldContain("Soup and chat");
        page.ShouldContain("Every Friday");
        page.ShouldContain("Fernhill Hall");
        page.ShouldContain("hall.example");
        foreach (var never in new[] { "Rosie", "07700", "Shut for good", "Elsewhere" })
        {
            page.ShouldNotContain(never);
        }

        // Search engines are told the same, in data that cannot end its element early.
        var told = JsonDocument.Parse(LinkedData().Match(await map.Anybody.Read("/whats-on/1")).Groups["json"].Value).RootElement.GetProperty("@graph").EnumerateArray().ToList();
        told.Select(t => $"{t.GetProperty("@type")} {t.GetProperty("name")}").ShouldBe(["Event Soup and chat", "CivicStructure Fernhill Hall </script>"]);
        told[0].GetProperty("eventSchedule").GetProperty("byDay").GetString().ShouldBe("https://schema.org/Friday");
        (await map.Anybody.Read("/whats-on?near=XX9+9XX")).ShouldContain("We do not know that postcode");
        // The same for everybody, whoever is signed in: kept by any cache, and asked about by its tag.
        using var answer = await map.Anybody.Get("/whats-on/1");
        answer.Headers.CacheControl!.Public.ShouldBeTrue();
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await map.App.As(Role.Coordinator).Read("/whats-on/1")).ShouldBe(await answer.Content.ReadAsStringAsync());
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri("/whats-on/1", UriKind.Relative));
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        (await map.Anybody.Client.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Where_a_programme_shares_nothing_there_is_no_such_page()
    {
        await using var app = await TestApp.Start();

        foreach (var path in new[] { "/whats-on", "/whats-on/1", "/whats-on/1.pdf" })
        {
            using var none = await app.As(null).Get(path);
            none.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            none.Content.Headers.ContentType!.MediaType.ShouldBe("text/html", path);
        }
    }

    [Fact]
    public async Task A_booklet_is_printed_once_until_a_word_in_it_changes_and_where_nothing_prints_the_page_says_so()
    {
        var printer = new CountingPrinter();
        await using var map = await SharedMap.Open(services: s => s.AddSingleton<IPdfPrinter>(printer));
        await map.Add("Fernhill Hall", AssetKind.Place);

        using var first = await map.Anybody.Get("/whats-on/1.pdf");
        using var second = await map.Anybody.Get("/whats-on/1.pdf");
        first.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        second.Headers.ETag.ShouldBe(first.Headers.ETag);
        printer.Pages.ShouldHaveSingleItem().ShouldContain("size: A5");
        printer.Pages[0].ShouldContain("<svg class=\"abcd-qr\"");
        printer.Pages[0].ShouldContain("Fernhill Hall");

        await map.Add("Fernhill Green", AssetKind.Place);
        using var third = await map.Anybody.Get("/whats-on/1.pdf");
        third.Headers.ETag.ShouldNotBe(first.Headers.ETag);
        printer.Pages.Count.ShouldBe(2);

        printer.Browser = false;
        await map.Add("Fernhill Pond", AssetKind.Place);
        using var none = await map.Anybody.Get("/whats-on/1.pdf");
        none.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await none.Content.ReadAsStringAsync()).ShouldContain("The booklet cannot be made just now");
    }

    [Fact]
    public void A_code_to_scan_is_square_with_its_quiet_zone_and_its_three_finders()
    {
        var svg = QrCode.Svg("https://abcd.example/here/BCDFGHJKMN", "This place on the web").ToString()!;

        var size = int.Parse(Size().Match(svg).Groups["size"].Value, System.Globalization.CultureInfo.InvariantCulture);
        var dark = new bool[size, size];
        foreach (Match run in Run().Matches(svg))
        {
            for (var i = 0; i < int.Parse(run.Groups["run"].Value, System.Globalization.CultureInfo.InvariantCulture); i++)
            {
                dark[int.Parse(run.Groups["y"].Value, System.Globalization.CultureInfo.InvariantCulture), int.Parse(run.Groups["x"].Value, System.Globalization.CultureInfo.InvariantCulture) + i] = true;
            }
        }

        const int quiet = QrCode.QuietZone;
        var last = size - quiet - 7;
        // ISO/IEC 18004: seven dark, five light, three dark, at three corners; nothing around the whole.
        foreach (var (top, left) in new[] { (quiet, quiet), (quiet, last), (last, quiet) })
        {
            string.Concat(Enumerable.Range(0, 7).Select(i => dark[top + 3, left + i] ? '#' : '.')).ShouldBe("#.###.#");
            string.Concat(Enumerable.Range(0, 7).Select(i => dark[top + i, left] ? '#' : '.')).ShouldBe("#######");
        }

        Enumerable.Range(0, size).ShouldAllBe(i => !dark[quiet - 1, i] && !dark[size - quiet, i] && !dark[i, quiet - 1] && !dark[i, size - quiet]);
        ((size - (2 * quiet) - 17) % 4).ShouldBe(0);
        svg.ShouldContain("aria-label=\"This place on the web\"");
    }

    [GeneratedRegex("<script type=\"application/ld[^\"]*json\">(?<json>[^<]*)</script>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LinkedData();

    [GeneratedRegex("viewBox=\"0 0 (?<size>[0-9]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Size();

    [GeneratedRegex("M(?<x>[0-9]+) (?<y>[0-9]+)h(?<run>[0-9]+)v1", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Run();

    private sealed class CountingPrinter : IPdfPrinter
    {
        public bool Browser { get; set; } = true;

        public List<string> Pages { get; } = [];

        public Task<PrintedPdf> Print(string html, PdfPrintOptions options, CancellationToken cancellationToken)
        {
            if (!Browser)
            {
                return Task.FromResult<PrintedPdf>(new NoBrowser("Install one."));
            }

            Pages.Add(html);
            return Task.FromResult<PrintedPdf>(new PdfPrinted("%PDF-1.7"u8.ToArray(), 4));
        }
    }
}
