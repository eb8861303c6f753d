using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Said;

/// <summary>"You said, we did" as anybody may read it: a neighbourhood's, by the code of its page. Null where there is no such page.</summary>
[OpenToAnybody]
public sealed record ReadSaidPage(string Code, YearMonth? Month) : IRequest<PublicSaid?>;

/// <param name="Before">The month before with something in it; null where there is none.</param>
public sealed record PublicSaid(string Programme, string Neighbourhood, YearMonth Month, IReadOnlyList<SaidRow> Told, YearMonth? Before);

internal sealed class ReadSaidPageHandler(IAbcdDbContext db, TimeProvider clock) : IRequestHandler<ReadSaidPage, PublicSaid?>
{
    public async Task<PublicSaid?> Handle(ReadSaidPage request, CancellationToken cancellationToken)
    {
        var code = request.Code;
        var page = await db.SaidPages.Where(p => p.Code == code)
            .Select(p => new
            {
                p.ProgrammeId,
                p.NeighbourhoodId,
                Programme = db.Programmes.Where(g => g.Id == p.ProgrammeId).Select(g => g.Name).First(),
                Place = db.Neighbourhoods.Where(n => n.Id == p.NeighbourhoodId).Select(n => n.Name).First(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (page is null)
        {
            return null;
        }

        NeighbourhoodOf(page.NeighbourhoodId, out var place);
        var newest = await LastBefore(page.ProgrammeId, place, clock.Today().AddDays(1), cancellationToken);
        var month = request.Month ?? newest ?? YearMonth.Containing(clock.Today());
        return new PublicSaid(
            page.Programme,
            page.Place,
            month,
            await db.OnTheWall(page.ProgrammeId, month, place).ToListAsync(cancellationToken),
            await LastBefore(page.ProgrammeId, place, month.First, cancellationToken));
    }

    private static void NeighbourhoodOf(Domain.Programmes.NeighbourhoodId id, out Domain.Programmes.NeighbourhoodId? place) => place = id;

    private async Task<YearMonth?> LastBefore(Domain.Programmes.ProgrammeId programme, Domain.Programmes.NeighbourhoodId? place, DateOnly before, CancellationToken token)
    {
        var last = await db.SaidAndDone
            .Where(s => s.ProgrammeId == programme && (s.NeighbourhoodId == place || s.NeighbourhoodId == null) && s.PublishedOn < before)
            .OrderByDescending(s => s.PublishedOn).Select(s => s.PublishedOn).FirstOrDefaultAsync(token);
        return last is { } day ? YearMonth.Containing(day) : null;
    }
}
