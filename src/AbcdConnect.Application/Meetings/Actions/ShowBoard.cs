using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Actions;

/// <summary>The actions as a board: what is to do and under way whole, what was done or dropped lately.</summary>
/// <param name="Ours">For a partner: only what their own agency, or they themselves, took on.</param>
[Requires(Permission.SeeMeetings)]
public sealed record ShowBoard(AgencyId? Agency = null, PractitionerId? Owner = null, bool Ours = false) : IRequest<Board>;

public sealed record Board(IReadOnlyList<BoardColumn> Columns, IReadOnlyList<AgencyChoice> Agencies, IReadOnlyList<PractitionerChoice> Owners);

/// <param name="More">There are more than are shown; the list has them.</param>
public sealed record BoardColumn(ActionStatus Status, IReadOnlyList<ActionRow> Actions, bool More);

internal sealed class ShowBoardHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ShowBoard, Board>
{
    public const int MostInAColumn = 30;
    public const int LatelyDays = 35;

    public async Task<Board> Handle(ShowBoard request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var since = clock.Today().AddDays(-LatelyDays);
        var visible = db.MeetingActions.VisibleTo(viewer, db);
        if (request.Ours)
        {
            visible = visible.TheirOwn(viewer, db);
        }

        var chosen = visible;
        if (request.Agency is { } agency)
        {
            chosen = chosen.Where(a => a.AgencyId == agency);
        }

        if (request.Owner is { } owner)
        {
            chosen = chosen.Where(a => a.OwnerId == owner);
        }

        var open = chosen.Where(a => a.DoneOn == null && a.DroppedOn == null);
        // Who may be chosen: of those three stretches of the index, never of all that was ever taken on.
        var taken = await visible.Where(a => a.DoneOn == null && a.DroppedOn == null).Select(a => new { a.AgencyId, a.OwnerId })
            .Union(visible.Where(a => a.DoneOn >= since).Select(a => new { a.AgencyId, a.OwnerId }))
            .Union(visible.Where(a => a.DoneOn == null && a.DroppedOn >= since).Select(a => new { a.AgencyId, a.OwnerId }))
            .ToListAsync(cancellationToken);
        var (theirs, whose) = (taken.Select(t => t.AgencyId).OfType<AgencyId>().Distinct().ToList(), taken.Select(t => t.OwnerId).OfType<PractitionerId>().Distinct().ToList());
        var agencies = await db.Agencies.Where(g => EF.Parameter(theirs).Contains(g.Id)).OrderBy(g => g.Name)
            .Select(g => new AgencyChoice(g.Id, g.Name)).ToListAsync(cancellationToken);
        var owners = await db.Practitioners.Where(p => EF.Parameter(whose).Contains(p.Id)).OrderBy(p => p.Name)
            .Select(p => new PractitionerChoice(p.Id, p.Name, p.AgencyId, db.Agencies.Where(g => g.Id == p.AgencyId).Select(g => g.Name).First()))
            .ToListAsync(cancellationToken);
        return new Board(
            [
                await Column(ActionStatus.ToDo, open.Where(a => a.StartedOn == null).OrderBy(a => a.DueOn == null).ThenBy(a => a.DueOn).ThenBy(a => a.Id)),
                await Column(ActionStatus.UnderWay, open.Where(a => a.StartedOn != null).OrderBy(a => a.DueOn == null).ThenBy(a => a.DueOn).ThenBy(a => a.Id)),
                await Column(ActionStatus.Done, chosen.Where(a => a.DoneOn >= since).OrderByDescending(a => a.DoneOn).ThenByDescending(a => a.Id)),
                await Column(ActionStatus.Dropped, chosen.Where(a => a.DoneOn == null && a.DroppedOn >= since).OrderByDescending(a => a.DroppedOn).ThenByDescending(a => a.Id)),
            ],
            agencies,
            owners);

        async Task<BoardColumn> Column(ActionStatus status, IQueryable<MeetingAction> actions)
        {
            var rows = await actions.Take(MostInAColumn + 1).Rows(viewer, db).ToListAsync(cancellationToken);
            return new BoardColumn(status, [.. rows.Take(MostInAColumn)], rows.Count > MostInAColumn);
        }
    }
}
