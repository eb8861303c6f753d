using System.Diagnostics;
using System.Globalization;
using System.Text;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Import;
using AbcdConnect.Application.Programmes;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Testing;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Benchmarks;

/// <summary>Bringing a list of assets in: new, the same again, and on trial. Into the demo borough, each row placed by its point.</summary>
internal static class Importing
{
    private const int Rows = 10_000;

    public static async Task<int> Measure(Settings settings)
    {
        var folder = Directory.CreateTempSubdirectory("abcd-import-").FullName;
        await using var services = CityData.Services(folder);
        await services.BringUpToDateAsync();
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<IDemoBorough>().LoadAsync(null, CancellationToken.None);
        }

        var csv = Encoding.UTF8.GetBytes(Csv((int)(Rows * settings.Scale)));
        Console.WriteLine("| | rows a second | |\n|---|---:|---|");
        await Time("On trial, nothing kept", dryRun: true);
        await Time("New entries", dryRun: false);
        await Time("The same file again", dryRun: false);
        await Spreadsheets(services, (int)(100_000 * settings.Scale));
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return 0;

        async Task Time(string what, bool dryRun)
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<AmbientViewer>().Viewer = Viewer.System(new ProgrammeId(1), "The benchmark");
            using var file = new MemoryStream(csv);
            var watch = Stopwatch.StartNew();
            var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ImportAssets(file, "libraries.csv", "libraries", dryRun));
            var counts = result.Counts;
            Console.WriteLine($"| {what} | {counts.Rows / watch.Elapsed.TotalSeconds:#,0} | {counts.Rows:#,0} rows: {counts.Added:#,0} added, {counts.Same:#,0} the same, {counts.Rejected:#,0} rejected, {counts.Placed:#,0} placed |");
        }
    }

    // Points all over the demo borough's map and a little beyond it.
    private static string Csv(int rows)
    {
        var text = new StringBuilder("name,area_code,type,address,postcode,website,lon,lat\n");
        for (var i = 0; i < rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Reading room {i},Z05,Static library,\"{i % 200 + 1} Mill Lane, Wealbourne\",ZZ{i % 9 + 1} {i % 9 + 1}SH,https://room-{i}.example,{0.24 + (i * 7919 % 1000 / 1000.0 * 0.1):0.00000},{52.92 + (i * 104729 % 1000 / 1000.0 * 0.06):0.00000}\n");
        }

        return text.ToString();
    }

    // As the page does it: upload, columns guessed, trial, brought in, the same again, taken back; and the memory that each takes at its most.
    private static async Task Spreadsheets(ServiceProvider services, int rows)
    {
        Console.WriteLine();
        Console.WriteLine("| A spreadsheet of somebody's | seconds (budget 60) | rows a second | most memory beyond the start | |\n|---|---:|---:|---:|---|");
        using var csv = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', Lines(rows).Select(l => string.Join(',', l.Select(c => $"\"{c}\""))))));
        object?[][] cells = [.. Lines(rows / 2).Select(l => l.Cast<object?>().ToArray())];
        using var book = Workbook.Of(cells);
        var first = await Upload(csv, "groups.csv");
        await Run("CSV, on trial, held against the map", first, dryRun: true);
        var batch = await Run("CSV, brought in", first, dryRun: false);
        var again = await Upload(csv, "groups.csv");
        await Run("CSV, the same again", again, dryRun: false);
        var third = await Upload(book, "groups.xlsx");
        await Run("Excel, half as many rows, on trial", third, dryRun: true);
        var undoing = Stopwatch.StartNew();
        var undone = await Send(new UndoImport(batch!.Value));
        Console.WriteLine($"| Taken back | {undoing.Elapsed.TotalSeconds:0.0} | {undone.TakenBack / undoing.Elapsed.TotalSeconds:#,0} | | {undone.TakenBack:#,0} taken back, {undone.KeptSince:#,0} stayed |");

        async Task<UploadId> Upload(MemoryStream file, string name)
        {
            file.Position = 0;
            return await Send(new UploadSheet(file, name));
        }

        async Task<ImportBatchId?> Run(string what, UploadId id, bool dryRun)
        {
            var taken = await Send(new TakeUpload(id, dryRun));
            await using var file = taken.File;
            GC.Collect();
            var memory = new Memory(Environment.WorkingSet);
            var watch = Stopwatch.StartNew();
            var result = await Send(new ImportAssets(file, taken.FileName, taken.Profile.Name, dryRun, memory) { Columns = taken.Profile, Upload = dryRun ? null : id });
            var (counts, seconds) = (result.Counts, watch.Elapsed.TotalSeconds);
            Console.WriteLine($"| {what} | {seconds:0.0} | {counts.Rows / seconds:#,0} | {memory.Most / 1_048_576.0:0} MB | {counts.Rows:#,0} rows: {counts.Added:#,0} new, {counts.Same:#,0} the same, {counts.Rejected:#,0} left out, {result.Doubtful.Count:#,0} doubtful |");
            return result.Batch;
        }

        async Task<T> Send<T>(IRequest<T> request)
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<AmbientViewer>().Viewer = Viewer.System(new ProgrammeId(1), "The benchmark");
            return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
        }
    }

    // Names of two words of a few hundred, as groups have; every entry's postcode is one of the borough's.
    private static IEnumerable<string[]> Lines(int rows)
    {
        string[] what = ["Knitting", "Walking", "Chess", "Gospel", "Bowls", "Repair", "Gardening", "Reading", "Carers", "Judo", "Lunch", "History", "Photo", "Tai chi", "Toddlers", "Ukulele"];
        yield return ["Ref", "Group", "About", "Address", "Postcode", "Telephone", "E-mail", "Opening times"];
        for (var i = 0; i < rows; i++)
        {
            yield return
            [
                $"G{i}", $"{what[i % what.Length]} group {(char)('A' + (i * 7 % 26))}{(char)('a' + (i * 11 % 26))}{(char)('a' + (i * 3 % 26))} {i % 997}", "Everybody is welcome, tea and cake for all who come along.",
                $"{(i % 200) + 1} {what[i / 16 % what.Length]} Lane, Wealbourne", $"ZZ{(i % 9) + 1} {(i % 9) + 1}SH", $"01632 {960000 + (i % 1000)}", $"hello@group{i}.example", "Tuesdays 10am-12pm",
            ];
        }
    }

    private sealed class Memory(long from) : IProgress<int>
    {
        public long Most { get; private set; }

        public void Report(int value) => Most = Math.Max(Most, Environment.WorkingSet - from);
    }
}
