using System.Globalization;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets;

/// <summary>Brings in a table of postcodes: where each lies and in which ward. The same file again changes nothing.</summary>
[Requires(Permission.ImportData)]
public sealed record ImportPostcodes(Stream File, string FileName, bool DryRun = false, IProgress<int>? Progress = null) : IRequest<ImportResult>, ITellsWhenBegun
{
    public Action<ImportBatchId>? Began { get; init; }

    public const string Profile = "postcodes";
}

internal sealed class ImportPostcodesHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IPlaceFinder finder) : IRequestHandler<ImportPostcodes, ImportResult>
{
    public Task<ImportResult> Handle(ImportPostcodes request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        return ImportRun.Do(db, viewer, clock, ImportPostcodes.Profile, request.FileName, request.DryRun, request.Progress, request.Began, run => Read(request, viewer, run, cancellationToken), cancellationToken);
    }

    private async Task Read(ImportPostcodes request, Viewer viewer, ImportRun run, CancellationToken token)
    {
        using var table = await CsvTable.Open(request.File, token);
        var code = table.FirstOf("postcode", "pcds", "pcd", "pcd7", "pcd8") ?? "postcode";
        var latitude = table.FirstOf("lat", "latitude") ?? "lat";
        var longitude = table.FirstOf("lon", "long", "lng", "longitude") ?? "lon";
        var area = table.FirstOf("ward_code", "area_code", "osward", "wd25cd", "wd24cd", "wd23cd", "wd22cd", "wd21cd", "ward");
        var lsoa = table.FirstOf("lsoa_code", "lsoa21cd", "lsoa21", "lsoa11cd", "lsoa11");
        table.MustHave([code, latitude, longitude], "A table of postcodes");

        var placing = await Placing.Load(db, finder, viewer.ProgrammeId, token);
        var chunk = new Dictionary<string, Postcode>(StringComparer.Ordinal);
        while (await table.Read())
        {
            token.ThrowIfCancellationRequested();
            run.Rows++;
            if (Words.Postcode(table.Cell(code)) is not { } postcode)
            {
                run.Reject(table.Row, code, table.Cell(code), "This is not a postcode. A postcode looks like M33 4QJ.");
            }
            else if (Degrees(table.Cell(latitude), 90) is not { } north)
            {
                run.Reject(table.Row, latitude, table.Cell(latitude), "A latitude is a number of degrees such as 53.4651.");
            }
            else if (Degrees(table.Cell(longitude), 180) is not { } east)
            {
                run.Reject(table.Row, longitude, table.Cell(longitude), "A longitude is a number of degrees such as -2.2604.");
            }
            else if (!chunk.TryAdd(postcode, new Postcode { Code = postcode, AreaCode = Code(table, area), LsoaCode = Code(table, lsoa), Latitude = north, Longitude = east }))
            {
                run.Reject(table.Row, code, postcode, "This postcode is in the file more than once. Keep one of the rows.");
            }

            if (chunk.Count == ImportRun.ChunkSize)
            {
                await Store(chunk, placing, run, token);
            }
        }

        await Store(chunk, placing, run, token);
        await run.PlaceOthers(db, finder, viewer, token);
    }

    private async Task Store(Dictionary<string, Postcode> chunk, Placing placing, ImportRun run, CancellationToken token)
    {
        var codes = chunk.Keys.ToList();
        var present = await db.Postcodes.Where(p => EF.Parameter(codes).Contains(p.Code)).ToDictionaryAsync(p => p.Code, StringComparer.Ordinal, token);
        foreach (var read in chunk.Values)
        {
            if (!present.TryGetValue(read.Code, out var known))
            {
                db.Postcodes.Add(read);
                run.Added++;
            }
            else if ((known.AreaCode, known.LsoaCode, known.Latitude, known.Longitude) == (read.AreaCode, read.LsoaCode, read.Latitude, read.Longitude))
            {
                run.Same++;
            }
            else
            {
                (known.AreaCode, known.LsoaCode, known.Latitude, known.Longitude) = (read.AreaCode, read.LsoaCode, read.Latitude, read.Longitude);
                run.Changed++;
            }

            run.Kept(placing.Of(read) is not null);
        }

        await run.Save(db, clock, token);
        chunk.Clear();
    }

    private static string? Code(SheetTable table, string? column) => column is not null && table.Cell(column) is { Length: <= 20 } code ? code : null;

    private static double? Degrees(string? text, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= most ? number : null;
}
