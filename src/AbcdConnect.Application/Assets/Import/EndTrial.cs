using System.Text.Json;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using MediatR;

namespace AbcdConnect.Application.Assets.Import;

/// <summary>Keeps what a trial of an uploaded spreadsheet found, until it is brought in or read otherwise.</summary>
/// <param name="Found">Null where it could not be read to its end.</param>
/// <param name="Trouble">Why not, in the reader's words.</param>
[Requires(Permission.ImportData)]
public sealed record EndTrial(UploadId Id, ImportResult? Found, string? Trouble = null) : IRequest<UploadId>;

internal sealed class EndTrialHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<EndTrial, UploadId>
{
    public async Task<UploadId> Handle(EndTrial request, CancellationToken cancellationToken)
    {
        var upload = await db.Uploads.Seen(current.Required(), request.Id, cancellationToken);
        upload.EndTrial(new FoundByTrial(request.Found?.Counts ?? new ImportCounts(0, 0, 0, 0, 0, 0, 0), request.Found?.Problems ?? [], request.Found?.Doubtful ?? [], request.Trouble).Written());
        await db.SaveChangesAsync(cancellationToken);
        return upload.Id;
    }
}

/// <summary>What a trial found.</summary>
/// <param name="Trouble">Why the file could not be read to its end; null where it could.</param>
public sealed record FoundByTrial(ImportCounts Counts, IReadOnlyList<ImportProblemRow> Problems, IReadOnlyList<DoubtfulRow> Doubtful, string? Trouble)
{
    internal string Written() => JsonSerializer.Serialize(this);

    internal static FoundByTrial? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<FoundByTrial>(json);
}
