using System.Diagnostics;
using System.Globalization;
using System.Text;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Programmes;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Infrastructure.Database;
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
}
