namespace AbcdConnect.Application.Assets.Import;

/// <summary>Port: where uploaded spreadsheets lie until they are brought in.</summary>
public interface IUploadedFiles
{
    Task<Guid> Keep(Stream file, CancellationToken token);

    /// <summary>Null where it lies there no longer.</summary>
    Stream? Open(Guid key);

    void Drop(Guid key);
}
