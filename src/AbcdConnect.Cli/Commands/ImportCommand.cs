using System.CommandLine;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Buses;
using AbcdConnect.Application.Assets.Duplicates;
using AbcdConnect.Application.OpenReferral;
using AbcdConnect.Domain.Programmes;
using MediatR;

namespace AbcdConnect.Cli.Commands;

/// <summary>abcd import boundaries|postcodes|assets|timetable FILE, and open-referral URL|FILE.</summary>
internal static class ImportCommand
{
    /// <summary>The exit code where good rows were kept and others left out: not a success, and not a failure either.</summary>
    private const int SomeLeftOut = 2;

    private static readonly Argument<FileInfo> File = new("FILE") { Description = "The file to bring in." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Counts and reports only; keeps nothing." };
    private static readonly Option<FileInfo?> Report = new("--report") { Description = "Where to write the rows that were left out, as CSV: row, column, value, what to do. Without it: FILE-problems.csv beside where you stand, only where there are any." };
    private static readonly Option<string?> Programme = CliHost.ProgrammeOption();

    public static Command Create() => new("import", "Brings open data in. The same file twice adds nothing twice; good rows are kept, bad ones reported. Exit code 0 where every row was kept, 2 where some were left out.")
    {
        Boundaries(),
        Postcodes(),
        Assets(),
        Timetable(),
        OpenReferral(),
    };

    private static Command Boundaries()
    {
        var code = new Option<string?>("--code") { Description = "The property that holds the official code; found by its looks otherwise." };
        var name = new Option<string?>("--name") { Description = "The property that holds the name; found by its looks otherwise." };
        var command = new Command("boundaries", "Neighbourhoods from a GeoJSON file (WGS84, Polygon or MultiPolygon).") { File, code, name, DryRun, Report, Programme };
        command.SetAction((parsed, token) => Run(parsed, (file, progress) =>
            new ImportBoundaries(file, parsed.GetRequiredValue(File).Name, parsed.GetValue(code), parsed.GetValue(name), parsed.GetValue(DryRun), progress), token));
        return command;
    }

    private static Command Postcodes()
    {
        var command = new Command("postcodes", "A table of postcodes: postcode, lat, lon, and ward_code and lsoa_code where known.") { File, DryRun, Report, Programme };
        command.SetAction((parsed, token) => Run(parsed, (file, progress) =>
            new ImportPostcodes(file, parsed.GetRequiredValue(File).Name, parsed.GetValue(DryRun), progress), token));
        return command;
    }

    private static Command Assets()
    {
        var profile = new Option<string>("--profile")
        {
            Description = "How the file's columns are read: charities, sports-clubs, food-banks, libraries, community-hubs, or one of your own in the data folder's profiles.",
            Required = true,
        };
        var command = new Command("assets", "Entries of the asset map from a CSV file, by a column profile.") { File, profile, DryRun, Report, Programme };
        command.SetAction((parsed, token) => Run(parsed, (file, progress) =>
            new ImportAssets(file, parsed.GetRequiredValue(File).Name, parsed.GetRequiredValue(profile), parsed.GetValue(DryRun), progress), token));
        return command;
    }

    private static Command Timetable()
    {
        var command = new Command("timetable", "A bus timetable as a GTFS file (.zip): which stops a direct bus joins, for finding what is within reach. It takes the place of the one before.") { File, DryRun, Report, Programme };
        command.SetAction((parsed, token) => Run(parsed, (file, progress) =>
            new ImportTimetable(file, parsed.GetRequiredValue(File).Name, parsed.GetValue(DryRun), progress), token));
        return command;
    }

    private static Command OpenReferral()
    {
        var source = new Argument<string>("URL|FILE") { Description = "The directory's address, such as https://directory.example/api/open-referral/v3, or a file of its services." };
        var everything = new Option<bool>("--all") { Description = "Reads every service anew, also those that have not changed since the last time." };
        var command = new Command("open-referral", "Entries of the asset map from another directory, by Open Referral UK (HSDS-UK 3.0, or version 1).") { source, everything, DryRun, Report, Programme };
        command.SetAction(async (parsed, token) =>
        {
            var typed = parsed.GetRequiredValue(source);
            await using var file = System.IO.File.Exists(typed) ? System.IO.File.OpenRead(typed) : null;
            await using var host = CliHost.Start();
            var programme = await host.Programme(parsed.GetValue(Programme), begin: !parsed.GetValue(DryRun), token);
            var progress = new Progress<int>(rows => Console.Error.WriteLine($"  {rows:N0} services read"));
            var result = await host.Send(new ImportOpenReferral(file is null ? typed : Path.GetFileName(typed), file, parsed.GetValue(DryRun), parsed.GetValue(everything), progress), programme, token);
            return await Tell(parsed, host, programme, file is null ? typed : Path.GetFileName(typed), file is null ? "open-referral" : Path.GetFileNameWithoutExtension(typed), result, token);
        });
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, Func<Stream, IProgress<int>, IRequest<ImportResult>> request, CancellationToken token)
    {
        var path = parsed.GetRequiredValue(File);
        var dryRun = parsed.GetValue(DryRun);
        await using var file = path.OpenRead();
        await using var host = CliHost.Start();
        var programme = await host.Programme(parsed.GetValue(Programme), begin: !dryRun, token);
        ImportResult result;
        using (var bar = ProgressBar.Over(file))
        {
            result = await host.Send(request(file, bar), programme, token);
        }

        return await Tell(parsed, host, programme, path.Name, Path.GetFileNameWithoutExtension(path.Name), result, token);
    }

    private static async Task<int> Tell(ParseResult parsed, CliHost host, ProgrammeId programme, string name, string shortName, ImportResult result, CancellationToken token)
    {
        var counts = result.Counts;
        Console.WriteLine($"{name}: {counts.Rows:N0} rows{(parsed.GetValue(DryRun) ? " (a trial; nothing was kept)" : "")}");
        Console.WriteLine($"  added {counts.Added:N0}, changed {counts.Changed:N0}, the same {counts.Same:N0}, rejected {counts.Rejected:N0}");
        Console.WriteLine($"  of the {counts.Rows - counts.Rejected:N0} kept: placed in a neighbourhood {counts.Placed:N0}, unplaced {counts.Unplaced:N0}");
        if (result.Batch is { } batch && counts.Added + counts.Changed > 0 && await host.Send(new FindDuplicates(batch), programme, token) is > 0 and var likely)
        {
            Console.WriteLine($"  likely on the map already: {likely:N0} (look at them under Assets, Likely twice)");
        }

        if (result.Problems.Count > 0)
        {
            var report = parsed.GetValue(Report)?.FullName ?? $"{shortName}-problems.csv";
            await System.IO.File.WriteAllTextAsync(report, ImportReport.Csv(result.Problems), token);
            Console.WriteLine($"  {result.Problems.Count:N0} things to put right are listed in {report}");
        }

        return counts.Rejected == 0 ? 0 : SomeLeftOut;
    }
}
