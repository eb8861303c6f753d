using System.Globalization;
using System.Text.RegularExpressions;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Cli.Tests.Commands;

public sealed partial class ImportCommandTests
{
    private const string Wards =
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"area_code":"Z05000001","area_name":"Fernhill"},"geometry":{"type":"Polygon","coordinates":[[[0.30,52.90],[0.35,52.90],[0.35,52.93],[0.30,52.93],[0.30,52.90]]]}},
        {"type":"Feature","properties":{"area_code":"Z05000002","area_name":"Harbour Ward"},"geometry":{"type":"Polygon","coordinates":[[[0.40,52.90],[0.45,52.90],[0.45,52.93],[0.40,52.93],[0.40,52.90]]]}}
        ]}
        """;

    private const string Postcodes =
        """
        postcode,ward_code,lsoa_code,lon,lat
        ZE1 1AA,Z05000001,Z01000001,0.31,52.91
        ZE1 1AB,Z05000002,Z01000002,0.41,52.91
        not one,Z05000002,Z01000002,0.41,52.91
        """;

    // Row 3 has no name; row 4 a latitude beyond the pole; row 6 is row 2 again. The second lies in no ward, the third is placed by its postcode.
    private const string Libraries =
        """
        name,address,postcode,type,website,area_name,area_code,lon,lat
        Fernhill Library,"1 High Street, Fernhill",ZE1 1AA,Library,https://library.example,Fernhill,Z05000001,0.32,52.92
        ,2 High Street,ZE1 1AA,Library,,Fernhill,Z05000001,0.32,52.92
        Polar Library,3 High Street,ZE1 1AA,Library,,Fernhill,Z05000001,0.32,952
        Harbour Library,Quay,ZE1 1AB,Library,,Harbour Ward,Z05000002,,
        Fernhill Library,Again,ZE1 1AA,Library,,Fernhill,Z05000001,0.32,52.92
        Far Library,Elsewhere,,Library,,Elsewhere,Z05000009,1.5,53.5
        """;

    [Fact]
    public async Task A_trial_keeps_nothing_good_rows_are_kept_bad_ones_reported_and_the_same_file_again_adds_nothing()
    {
        using var abcd = await Abcd.Migrated();
        var (wards, libraries) = (abcd.File("wards.geojson", Wards), abcd.File("libraries.csv", Libraries));

        (await abcd.Must("import", "boundaries", wards, "--dry-run")).ShouldContain("2 rows (a trial; nothing was kept)");
        (await abcd.Db(db => db.Neighbourhoods.CountAsync())).ShouldBe(0);
        await abcd.Must("import", "boundaries", wards);

        // As another program would write it.
        var table = await abcd.Run(new StringReader(Postcodes), "import", "postcodes", "/dev/stdin", "--report", "left-out.csv");
        table.ExitCode.ShouldBe(2, table.ToString());
        (await File.ReadAllTextAsync(Path.Combine(abcd.Folder, "left-out.csv"))).ShouldContain("4,\"postcode\",\"not one\",\"This is not a postcode. A postcode looks like M33 4QJ.\"");

        var first = await abcd.Run("import", "assets", libraries, "--profile", "libraries");
        first.ExitCode.ShouldBe(2, first.ToString());
        Counts.Of(first.Output).ShouldBe(new Counts(6, 3, 0, 0, 3, 2, 1));
        var report = await File.ReadAllLinesAsync(Path.Combine(abcd.Folder, "libraries-problems.csv"));
        report[0].ShouldBe("Row,Column,Value,What to do");
        report.Skip(1).Select(l => l.Split(',')[0]).ShouldBe(["3", "4", "6"]);
        report[2].ShouldContain("\"lat\",\"952\"");

        Counts.Of((await abcd.Run("import", "assets", libraries, "--profile", "libraries")).Output).ShouldBe(new Counts(6, 0, 0, 3, 3, 2, 1));
        (await abcd.Db(db => db.Assets.CountAsync())).ShouldBe(3);
        (await abcd.Db(db => db.Neighbourhoods.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_not_of_its_kind_is_said_to_be_so()
    {
        using var abcd = await Abcd.Migrated();

        var missing = await abcd.Run("import", "postcodes", "nowhere.csv");
        missing.ExitCode.ShouldBe(1);
        missing.Errors.ShouldContain("nowhere.csv");
        var wrong = await abcd.Run("import", "assets", abcd.File("postcodes.csv", Postcodes), "--profile", "libraries");
        wrong.ExitCode.ShouldBe(1);
        wrong.Errors.ShouldContain("The profile 'libraries' needs the columns name");
        wrong.Errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_directory_whose_pages_go_round_sends_a_web_page_or_stalls_ends_in_words_and_what_was_read_is_kept()
    {
        using var abcd = await Abcd.Migrated();
        abcd.Settings = [("Import__PrivateAddresses", "true"), ("Import__TimeoutSeconds", "1")];
        using var round = new RawServer(path => RawServer.Ok("application/json", path switch
        {
            "/v3/services/walk" => """{"id":"walk","name":"Harbour walk","status":"active","organization":{"id":"o","name":"Harbour walkers"},"service_at_locations":[{"id":"at","location":{"id":"l","latitude":52.91,"longitude":0.31}}]}""",
            _ when path.Contains("page=1&", StringComparison.Ordinal) => """{"total_items":9,"total_pages":5,"page_number":1,"contents":[{"id":"choir","name":"Hill choir","status":"active","service_at_locations":[]},{"id":"walk","name":"Harbour walk","status":"active"}]}""",
            // Whatever page is asked for: these.
            _ => """{"total_items":9,"total_pages":5,"page_number":2,"contents":[{"id":"chess","name":"Chess in the library","status":"active","service_at_locations":[]},{"id":"nameless","service_at_locations":[]}]}""",
        }));
        using var page = new RawServer(_ => RawServer.Ok("text/html", "<html><body>Welcome to our directory</body></html>"));
        using var stalling = new RawServer(_ => "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{", thenStall: true);

        var said = await abcd.Run("import", "open-referral", round.At("/v3").AbsoluteUri, "--report", "left-out.csv");
        said.ExitCode.ShouldBe(2, said.ToString());
        Counts.Of(said.Output).ShouldBe(new Counts(4, 3, 0, 0, 1, 0, 3));
        var report = await File.ReadAllTextAsync(Path.Combine(abcd.Folder, "left-out.csv"));
        report.ShouldContain("the list goes round in circles");
        report.ShouldContain("nameless");
        round.Asked.Count.ShouldBe(4);

        foreach (var (server, words) in ((RawServer, string)[])[(page, "a web page instead of data"), (stalling, "did not answer within 1 seconds")])
        {
            var refused = await abcd.Run("import", "open-referral", server.At("/v3").AbsoluteUri);
            refused.ExitCode.ShouldBe(1, refused.ToString());
            refused.Errors.ShouldContain(words);
            refused.Errors.ShouldNotContain("   at ");
        }

        (await abcd.Db(db => db.Assets.Select(a => a.Name).ToListAsync())).ShouldBe(["Hill choir", "Harbour walk", "Chess in the library"], ignoreOrder: true);
        (await abcd.Db(db => db.ImportBatches.OrderBy(b => b.Id).Select(b => b.Outcome).ToListAsync())).ShouldBe([ImportOutcome.Done, ImportOutcome.Failed, ImportOutcome.Failed]);
    }

    [OpenDataFact]
    public async Task Traffords_open_data_comes_in_and_each_file_adds_up()
    {
        using var abcd = await Abcd.Migrated();
        string Trafford(string name) => Path.Combine(OpenData.Folder!, "trafford", name);

        // Counted otherwise in OpenDataTests; here it is the command that has to say so.
        Counts.Of(await abcd.Must("import", "boundaries", Trafford("wards.geojson"))).ShouldBe(new Counts(21, 21, 0, 0, 0, 21, 0));
        Counts.Of(await abcd.Must("import", "postcodes", Trafford("postcodes.csv"))).ShouldBe(new Counts(11_264, 11_264, 0, 0, 0, 11_264, 0));
        Counts.Of(await abcd.Must("import", "assets", Trafford("sports_clubs.csv"), "--profile", "sports-clubs")).ShouldBe(new Counts(140, 140, 0, 0, 0, 138, 2));
        foreach (var (file, profile) in ((string, string)[])[("charities.csv", "charities"), ("food_banks.csv", "food-banks"), ("libraries.csv", "libraries"), ("community_hubs.csv", "community-hubs")])
        {
            var counts = Counts.Of(await abcd.Must("import", "assets", Trafford(file), "--profile", profile));
            counts.Rows.ShouldBeGreaterThan(0);
            (counts.Added + counts.Changed + counts.Same + counts.Rejected).ShouldBe(counts.Rows);
            (counts.Placed + counts.Unplaced).ShouldBe(counts.Rows - counts.Rejected);
        }
    }

    /// <summary>The numbers that the command printed.</summary>
    private sealed partial record Counts(int Rows, int Added, int Changed, int Same, int Rejected, int Placed, int Unplaced)
    {
        public static Counts Of(string output)
        {
            var found = Printed().Match(output);
            found.Success.ShouldBeTrue(output);
            int Number(string name) => int.Parse(found.Groups[name].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
            return new Counts(Number("rows"), Number("added"), Number("changed"), Number("same"), Number("rejected"), Number("placed"), Number("unplaced"));
        }

        [GeneratedRegex(@": (?<rows>[\d,]+) rows.*\s+added (?<added>[\d,]+), changed (?<changed>[\d,]+), the same (?<same>[\d,]+), rejected (?<rejected>[\d,]+)\s+of the .* kept: placed in a neighbourhood (?<placed>[\d,]+), unplaced (?<unplaced>[\d,]+)", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Printed();
    }
}
