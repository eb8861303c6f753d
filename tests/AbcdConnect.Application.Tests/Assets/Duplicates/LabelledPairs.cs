using System.Globalization;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Duplicates;
using AbcdConnect.Domain.Common;
using AbcdConnect.Testing;

namespace AbcdConnect.Application.Tests.Assets.Duplicates;

/// <summary>Six of Trafford's open lists, and which of their rows are the same place or group. The pairs were found by a loose search
/// of another program and labelled by reading both rows and nothing else: "same", "different", or "unsure" where two careful readers
/// could part. The list holds no words of the data, only files and rows. Whatever it does not name is different.</summary>
internal static class LabelledPairs
{
    // File, then the columns of name, address, postcode, website, telephone, latitude, longitude.
    private static readonly (string File, string?[] Columns)[] Lists =
    [
        ("charities", ["charity_name", null, "charity_contact_postcode", "charity_contact_web", null, null, null]),
        ("sports_clubs", ["name", "address", "postcode", null, null, null, null]),
        ("food_banks", ["Name", "Address", "Postcode", "Website", null, null, null]),
        ("libraries", ["name", "address", "postcode", "website", null, "lat", "lon"]),
        ("community_hubs", ["community_hub", "address", "postcode", "website", "telephone", "lat", "lon"]),
        ("voluntary_sector_grants", ["Recipient Org:Name", "Recipient Org:Street Address", "Recipient Org:Postal Code", "Recipient Org:Web Address", null, null, null]),
    ];

    public static IReadOnlyList<LabelledPair> All() =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "AbcdConnect.Application.Tests", "Assets", "Duplicates", "labelled-pairs.csv")).Skip(1)
            .Select(line => line.Split(','))
            .Select(c => new LabelledPair(c[0], c[1], Id(c[2], c[3]), Id(c[4], c[5]))),
    ];

    public static async Task<IReadOnlyList<AssetCard>> Cards()
    {
        var cards = new List<AssetCard>();
        foreach (var (file, columns) in Lists)
        {
            await using var stream = OpenData.Open(Path.Combine("trafford", file + ".csv"));
            using var table = await CsvTable.Open(stream, CancellationToken.None);
            var grants = new HashSet<(string?, string?)>();
            while (await table.Read())
            {
                string? Cell(int at) => columns[at] is { } column && Words.Tidy(table.Cell(column)) is { } cell && cell is not ("NA" or "N/A") ? cell : null;
                double? Degrees(int at) => Cell(at) is { } cell ? double.Parse(cell, CultureInfo.InvariantCulture) : null;
                var name = Cell(0) is { } named ? file == "community_hubs" ? named + " community hub" : named : "";
                // Somebody who was given several grants is in the list of grants several times: the first counts.
                if (file == "voluntary_sector_grants" && !grants.Add((name, Cell(2))))
                {
                    continue;
                }

                cards.Add(new AssetCard(Id(file, table.Row.ToString(CultureInfo.InvariantCulture)), name, Cell(1), Cell(2), Degrees(5), Degrees(6), Cell(4), null, Cell(3), List: file));
            }
        }

        return cards;
    }

    private static long Id(string file, string row) => (Array.FindIndex(Lists, l => l.File == file) * 100_000L) + long.Parse(row, CultureInfo.InvariantCulture);
}

internal sealed record LabelledPair(string Part, string Label, long First, long Second)
{
    public (long, long) Ends => First < Second ? (First, Second) : (Second, First);
}
