using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.OpenReferral;

/// <summary>Open Referral: a page of the terms that services are filed under: kinds, then categories.</summary>
[Requires(Permission.ReadOpenData)]
public sealed record ListTaxonomyTerms(int Page = 1, int PerPage = OpenQuestion.UsualPage, Guid? TaxonomyId = null) : IRequest<OpenPage<OpenTerm>>;

internal sealed class ListTaxonomyTermsHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ListTaxonomyTerms, OpenPage<OpenTerm>>
{
    public async Task<OpenPage<OpenTerm>> Handle(ListTaxonomyTerms request, CancellationToken cancellationToken)
    {
        var map = new OpenMapping(await SharedProgramme.Ids(db, current.Required(), cancellationToken));
        var all = request.TaxonomyId is { } taxonomy && taxonomy != map.TaxonomyId ? [] : await OpenTerms.All(db, map, cancellationToken);
        return OpenTerms.Page(all, request.Page, request.PerPage);
    }
}

internal static class OpenTerms
{
    public static async Task<List<OpenTerm>> All(IAbcdDbContext db, OpenMapping map, CancellationToken token)
    {
        var categories = await db.AssetCategories.Where(c => c.Kind != AssetKind.Individual).OrderBy(c => c.Id).Select(c => new { c.Kind, c.Id, c.Name }).ToListAsync(token);
        return [.. OpenAssets.Kinds.Select(map.Term), .. categories.Select(c => map.Term(c.Kind, c.Id, c.Name))];
    }

    public static OpenPage<T> Page<T>(IReadOnlyList<T> all, int page, int perPage)
    {
        var rows = all.Skip((page - 1) * perPage).Take(perPage).ToList();
        return new(all.Count, page, perPage, rows.Count, rows.ToAsyncEnumerable());
    }
}
