using AbcdConnect.Application.Assets.Import;
using AbcdConnect.Infrastructure.Database;

namespace AbcdConnect.Infrastructure.Assets;

/// <summary>Uploaded spreadsheets, in the data folder, until they are brought in or a month has passed.</summary>
internal sealed class UploadedFiles(DatabaseSettings settings, TimeProvider clock) : IUploadedFiles
{
    private const int KeptDays = 30;

    private string Folder => Path.Combine(settings.DataFolder, "uploads");

    public async Task<Guid> Keep(Stream file, CancellationToken token)
    {
        Directory.CreateDirectory(Folder);
        foreach (var old in Directory.EnumerateFiles(Folder).Where(f => File.GetLastWriteTimeUtc(f) < clock.GetUtcNow().UtcDateTime.AddDays(-KeptDays)))
        {
            File.Delete(old);
        }

        var key = Guid.NewGuid();
        await using var kept = File.Create(PathOf(key));
        await file.CopyToAsync(kept, token);
        return key;
    }

    public Stream? Open(Guid key) => File.Exists(PathOf(key)) ? File.OpenRead(PathOf(key)) : null;

    public void Drop(Guid key) => File.Delete(PathOf(key));

    private string PathOf(Guid key) => Path.Combine(Folder, key.ToString("N"));
}
