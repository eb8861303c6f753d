using AbcdConnect.Application.Access;
using MediatR;

namespace AbcdConnect.Application.Assets;

/// <summary>The lists that can be brought onto the map, each with the columns its file needs.</summary>
[Requires(Permission.ImportData)]
public sealed record ListImportProfiles : IRequest<IReadOnlyList<ImportProfileRow>>;

public sealed record ImportProfileRow(string Name, string Title, string? About, IReadOnlyList<string> Columns);

internal sealed class ListImportProfilesHandler(IAssetProfiles profiles) : IRequestHandler<ListImportProfiles, IReadOnlyList<ImportProfileRow>>
{
    public Task<IReadOnlyList<ImportProfileRow>> Handle(ListImportProfiles request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ImportProfileRow>>([.. profiles.All().Select(p => new ImportProfileRow(
            p.Name, p.Title, p.About, [.. p.Columns.Distinct(StringComparer.OrdinalIgnoreCase)]))]);
}
