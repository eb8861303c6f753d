using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Buses;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Infrastructure.Database;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace AbcdConnect.Web.Features.Assets;

/// <summary>A file to bring in.</summary>
public sealed class ImportForm
{
    public const int MostMegabytes = 50;

    /// <summary>Any spreadsheet: its columns are looked at first.</summary>
    public const string AnySheet = "sheet";

    [Display(Name = "What does the file hold?")]
    public string? Profile { get; set; }

    [Display(Name = "The file")]
    public IFormFile? File { get; set; }

    [BindNever]
    [ValidateNever]
    public IReadOnlyList<ImportProfileRow> Profiles { get; set; } = [];

    internal static IRequest<ImportResult> ToRequest(Stream file, string fileName, string profile, bool dryRun, IProgress<int>? progress = null, Action<ImportBatchId>? began = null) => profile switch
    {
        ImportBoundaries.Profile => new ImportBoundaries(file, fileName, DryRun: dryRun, Progress: progress) { Began = began },
        ImportTimetable.Profile => new ImportTimetable(file, fileName, dryRun, progress) { Began = began },
        ImportPostcodes.Profile => new ImportPostcodes(file, fileName, dryRun, progress) { Began = began },
        _ => new ImportAssets(file, fileName, profile, dryRun, progress) { Began = began },
    };
}

/// <summary>What a trial found, before anything is kept.</summary>
public sealed record ImportTrial(string Key, string FileName, string Profile, ImportResult Result);

/// <summary>Uploaded files between the trial and the decision: in the data folder, for a day, each for the one who uploaded it.</summary>
public sealed class WaitingFiles(DatabaseSettings settings, TimeProvider clock)
{
    private string Folder => Path.Combine(settings.DataFolder, "waiting-imports");

    public async Task<string> Keep(Stream file, long user, CancellationToken token)
    {
        Directory.CreateDirectory(Folder);
        foreach (var old in Directory.EnumerateFiles(Folder).Where(f => File.GetLastWriteTimeUtc(f) < clock.GetUtcNow().UtcDateTime.AddDays(-1)))
        {
            File.Delete(old);
        }

        var key = Guid.NewGuid().ToString("N");
        await using var kept = File.Create(PathOf(key, user));
        await file.CopyToAsync(kept, token);
        return key;
    }

    /// <summary>Null where it waits no longer, or is somebody else's.</summary>
    public FileStream? Open(Guid key, long user)
    {
        var path = PathOf(key.ToString("N"), user);
        return File.Exists(path) ? File.OpenRead(path) : null;
    }

    public void Drop(Guid key, long user) => File.Delete(PathOf(key.ToString("N"), user));

    private string PathOf(string key, long user) => Path.Combine(Folder, $"{key}-{user}");
}
