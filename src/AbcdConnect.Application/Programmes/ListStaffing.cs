using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Programmes;

/// <summary>Who works how much, and what that comes to by month and neighbourhood.</summary>
/// <param name="WithEnded">Also posts that have ended.</param>
[Requires(Permission.SeeProgramme)]
public sealed record ListStaffing(ListRequest List, bool WithEnded = false) : IRequest<StaffingView>;

public sealed record StaffingView(Page<PostRow> Posts, IReadOnlyList<FteMonth> Months, bool MayChange);

public sealed record PostRow(StaffingId Id, UserId WorkerId, string Worker, decimal Fte, YearMonth From, YearMonth? To, long Version);

/// <summary>The full-time equivalents of one month: of the programme, and of each neighbourhood.</summary>
/// <param name="Neighbourhoods">Neighbourhood and FTE, by name. A worker of several neighbourhoods counts in each with an equal part, so that
/// the neighbourhoods add up to the programme, less those who work in none in particular.</param>
public sealed record FteMonth(YearMonth Month, decimal Programme, IReadOnlyList<FtePlace> Neighbourhoods);

public sealed record FtePlace(NeighbourhoodId Id, string Name, decimal Fte);

internal sealed class ListStaffingHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ListStaffing, StaffingView>
{
    public const int MonthsShown = 13;

    public async Task<StaffingView> Handle(ListStaffing request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var month = YearMonth.Containing(clock.Today());
        var posts = db.Staffing.VisibleTo(viewer);
        if (!request.WithEnded)
        {
            posts = posts.Where(s => s.To == null || s.To >= month);
        }

        var held = posts.Join(db.Members, s => s.WorkerId, m => m.Id, (s, m) => new { Post = s, Worker = m.Name });
        held = request.List.Sort switch
        {
            "from" => held.OrderBy(h => h.Post.From).ThenBy(h => h.Post.Id),
            "-from" => held.OrderByDescending(h => h.Post.From).ThenByDescending(h => h.Post.Id),
            "-worker" => held.OrderByDescending(h => h.Worker).ThenByDescending(h => h.Post.From),
            _ => held.OrderBy(h => h.Worker).ThenBy(h => h.Post.From),
        };
        var page = await held
            .Select(h => new PostRow(h.Post.Id, h.Post.WorkerId, h.Worker, h.Post.Fte, h.Post.From, h.Post.To, h.Post.Version))
            .PageAsync(request.List, cancellationToken);

        var all = await db.Staffing.VisibleTo(viewer).AsNoTracking().ToListAsync(cancellationToken);
        var places = await db.Neighbourhoods.VisibleTo(viewer).OrderBy(n => n.Name).Select(n => new { n.Id, n.Name }).ToListAsync(cancellationToken);
        var workers = (await db.Members.Where(m => m.ProgrammeId == viewer.ProgrammeId)
                .SelectMany(m => m.Neighbourhoods).Select(n => new { n.MemberId, n.NeighbourhoodId }).ToListAsync(cancellationToken))
            .ToLookup(n => n.MemberId, n => n.NeighbourhoodId);
        var months = month.AddMonths(1 - MonthsShown).Through(month).Select(m =>
        {
            var here = all.FindAll(p => p.IsIn(m));
            return new FteMonth(
                m,
                here.Sum(p => p.Fte),
                [.. places.Select(place => new FtePlace(place.Id, place.Name, here.Where(p => workers[p.WorkerId].Contains(place.Id)).Sum(p => p.Fte / workers[p.WorkerId].Count())))]);
        });
        return new StaffingView(page, [.. months], viewer.May(Permission.ChangeProgramme));
    }
}
