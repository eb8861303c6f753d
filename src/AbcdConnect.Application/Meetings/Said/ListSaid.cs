using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Said;

/// <summary>"You said, we did" of a month, in a neighbourhood or the whole programme; for the coordinator also what is done and not told yet.</summary>
[Requires(Permission.SeeAgencies)]
public sealed record ListSaid(YearMonth? Month, NeighbourhoodId? Place) : IRequest<SaidMonth>;

/// <param name="ToWrite">Done in the month or the one before, with nothing written: only for those who may.</param>
/// <param name="Code">Of the public page of the neighbourhood; null where it has none.</param>
public sealed record SaidMonth(YearMonth Month, NeighbourhoodId? Place, string Where, IReadOnlyList<SaidRow> Told, IReadOnlyList<ActionRow> ToWrite, IReadOnlyList<NeighbourhoodChoice> Places, string? Code, bool MayWrite);

public sealed record SaidRow(ActionId Action, string YouSaid, string WeDid, string? Where, DateOnly On);

internal sealed class ListSaidHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ListSaid, SaidMonth>
{
    private const int MostToWrite = 20;

    public async Task<SaidMonth> Handle(ListSaid request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var programme = viewer.ProgrammeId;
        var month = request.Month ?? YearMonth.Containing(clock.Today());
        var places = await db.Neighbourhoods.Where(n => n.ProgrammeId == programme).OrderBy(n => n.Name).Select(n => new NeighbourhoodChoice(n.Id, n.Name)).ToListAsync(cancellationToken);
        if (request.Place is { } asked && places.TrueForAll(p => p.Id != asked))
        {
            throw new NotFoundException("neighbourhood");
        }

        var may = viewer.May(Permission.RunMeetings);
        var (from, to) = (month.Previous.First, month.Last);
        return new SaidMonth(
            month,
            request.Place,
            places.Find(p => p.Id == request.Place)?.Name ?? await db.Programmes.Where(p => p.Id == programme).Select(p => p.Name).SingleAsync(cancellationToken),
            await db.OnTheWall(programme, month, request.Place).ToListAsync(cancellationToken),
            may
                ? await db.MeetingActions.VisibleTo(viewer, db)
                    .Where(a => a.DoneOn >= from && a.DoneOn <= to && !db.SaidAndDone.Any(s => s.ActionId == a.Id && s.PublishedOn != null))
                    .OrderByDescending(a => a.DoneOn).ThenByDescending(a => a.Id).Take(MostToWrite)
                    .Rows(viewer, db).ToListAsync(cancellationToken)
                : [],
            places,
            request.Place is { } place ? await db.SaidPages.Where(p => p.NeighbourhoodId == place).Select(p => p.Code).SingleOrDefaultAsync(cancellationToken) : null,
            may);
    }
}

internal static class Wall
{
    /// <summary>What was put on the wall in a month: of a neighbourhood, what is its own and the whole programme's.</summary>
    public static IQueryable<SaidRow> OnTheWall(this IAbcdDbContext db, ProgrammeId programme, YearMonth month, NeighbourhoodId? place)
    {
        var (from, to) = (month.First, month.Last);
        var those = db.SaidAndDone.Where(s => s.ProgrammeId == programme && s.PublishedOn >= from && s.PublishedOn <= to && s.WeDid != null);
        if (place is not null)
        {
            those = those.Where(s => s.NeighbourhoodId == place || s.NeighbourhoodId == null);
        }

        return those.OrderByDescending(s => s.PublishedOn).ThenBy(s => s.Id)
            .Select(s => new SaidRow(s.ActionId, s.YouSaid, s.WeDid!, db.Neighbourhoods.Where(n => n.Id == s.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(), s.PublishedOn!.Value));
    }
}
