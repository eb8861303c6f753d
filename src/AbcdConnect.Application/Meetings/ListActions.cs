using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings;

public enum ActionState
{
    Open,
    Overdue,

    /// <summary>Open, with a day in the next fourteen.</summary>
    DueSoon,
    Done,
    All,
}

/// <summary>What the tables have agreed: open unless asked otherwise, the longest overdue first.</summary>
[Requires(Permission.SeeMeetings)]
public sealed record ListActions(ListRequest List, ActionState State = ActionState.Open, AgencyId? Agency = null, PractitionerId? Owner = null) : IRequest<ActionList>;

/// <param name="Agencies">Those that have actions the viewer may see, to filter by.</param>
/// <param name="Owners">Likewise.</param>
public sealed record ActionList(Page<ActionRow> Page, IReadOnlyList<AgencyChoice> Agencies, IReadOnlyList<PractitionerChoice> Owners);

internal sealed class ListActionsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ListActions, ActionList>
{
    private const int SoonDays = 14;

    public async Task<ActionList> Handle(ListActions request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var (today, soon) = (clock.Today(), clock.Today().AddDays(SoonDays));
        var visible = db.MeetingActions.VisibleTo(viewer, db);
        var actions = request.State switch
        {
            ActionState.Open => visible.Where(a => a.DoneOn == null),
            ActionState.Overdue => visible.Where(a => a.DoneOn == null && a.DueOn < today),
            ActionState.DueSoon => visible.Where(a => a.DoneOn == null && a.DueOn >= today && a.DueOn <= soon),
            ActionState.Done => visible.Where(a => a.DoneOn != null),
            _ => visible,
        };
        if (request.Agency is { } agency)
        {
            actions = actions.Where(a => a.AgencyId == agency);
        }

        if (request.Owner is { } owner)
        {
            actions = actions.Where(a => a.OwnerId == owner);
        }

        actions = request.List.Sort switch
        {
            "-due" => actions.OrderByDescending(a => a.DueOn).ThenByDescending(a => a.Id),
            "done" => actions.OrderBy(a => a.DoneOn).ThenBy(a => a.Id),
            "-done" => actions.OrderByDescending(a => a.DoneOn).ThenByDescending(a => a.Id),
            _ => actions.OrderBy(a => a.DueOn == null).ThenBy(a => a.DueOn).ThenBy(a => a.Id),
        };
        var page = await actions.Rows(viewer, db).PageAsync(request.List, cancellationToken);
        var agencies = await db.Agencies.Where(g => visible.Any(a => a.AgencyId == g.Id)).OrderBy(g => g.Name)
            .Select(g => new AgencyChoice(g.Id, g.Name)).ToListAsync(cancellationToken);
        var owners = await db.Practitioners.Where(p => visible.Any(a => a.OwnerId == p.Id)).OrderBy(p => p.Name)
            .Select(p => new PractitionerChoice(p.Id, p.Name, p.AgencyId, db.Agencies.Where(g => g.Id == p.AgencyId).Select(g => g.Name).First()))
            .ToListAsync(cancellationToken);
        return new ActionList(page, agencies, owners);
    }
}
