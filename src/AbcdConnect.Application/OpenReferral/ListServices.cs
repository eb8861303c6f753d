using System.Runtime.CompilerServices;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.OpenReferral;

/// <summary>Open Referral: a page of services.</summary>
[Requires(Permission.ReadOpenData)]
public sealed record ListServices(OpenQuestion Ask) : IRequest<OpenPage<OpenService>>;

internal sealed class ListServicesHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ListServices, OpenPage<OpenService>>
{
    public async Task<OpenPage<OpenService>> Handle(ListServices request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var ids = await SharedProgramme.Ids(db, viewer, cancellationToken);
        var map = new OpenMapping(ids);
        var (total, found) = await OpenQuestions.Ask(db, viewer, ids, request.Ask, clock.Today(), cancellationToken);
        return new(total, request.Ask.Page, request.Ask.PerPage, found.Count, OpenRows.Read(db, found, (asset, _) => map.Service(asset), withPoints: false, cancellationToken));
    }
}

/// <summary>The rows of a page, read a hundred at a time while they are written: a large page takes no more memory than a small one.</summary>
internal static class OpenRows
{
    public static async IAsyncEnumerable<T> Read<T>(
        IAbcdDbContext db, List<AssetId> found, Func<OpenAsset, IReadOnlyDictionary<string, Domain.Programmes.Postcode>, T> make, bool withPoints, [EnumeratorCancellation] CancellationToken token)
    {
        for (var at = 0; at < found.Count; at += OpenQuestions.ChunkSize)
        {
            var some = found.GetRange(at, Math.Min(OpenQuestions.ChunkSize, found.Count - at));
            var rows = await db.Assets.Where(a => EF.Parameter(some).Contains(a.Id)).AsOpen(db).ToDictionaryAsync(a => a.Id, token);
            IReadOnlyDictionary<string, Domain.Programmes.Postcode> points = withPoints ? await OpenAssets.PostcodesOf(db, rows.Values, token) : new Dictionary<string, Domain.Programmes.Postcode>(StringComparer.Ordinal);
            foreach (var id in some)
            {
                if (rows.TryGetValue(id, out var row))
                {
                    yield return make(row, points);
                }
            }
        }
    }
}
