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

    /// <summary>Open, with nobody who has it: its owner has moved on, its agency has left, or nobody in particular took it.</summary>
    NobodysYet,

    /// <summary>Open, and somebody asks for more time.</summary>
    AskingForTime,
    Done,
    Dropped,
    All,
}

/// <summary>What the tables have agreed: open unless asked otherwise, the longest overdue first.</summary>
/// <param name="Ours">For a partner: only what their own agency, or they themselves, took on.</param>
[Requires(Permission.SeeMeetings)]
public sealed record ListActions(ListRequest List, ActionState State = ActionState.Open, AgencyId? Agency = null, PractitionerId? Owner = null, bool Ours = false) : IRequest<ActionList>;

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
        if (request.Ours)
        {
            visible = visible.TheirOwn(viewer, db);
        }

        var open = visible.Where(a => a.DoneOn == null && a.DroppedOn == null);
        var actions = request.State switch
        {
            ActionState.Open => open,
            ActionState.Overdue => open.Where(a => a.DueOn < today),
            ActionState.DueSoon => open.Where(a => a.DueOn >= today && a.DueOn <= soon),
            ActionState.NobodysYet => open.Where(a => a.OwnerId == null || db.Agencies.Any(g => g.Id == a.AgencyId && g.LeftOn != null)),
            ActionState.AskingForTime => open.Where(a => a.AskedUntil != null),
            ActionState.Done => visible.Where(a => a.DoneOn != null),
            ActionState.Dropped => visible.Where(a => a.DroppedOn != null),
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
            // Meetings are numbered as they are planned, so their numbers are near enough to their age.
            "agreed" => actions.OrderBy(a => a.MeetingId).ThenBy(a => a.Id),
            "-agreed" => actions.OrderByDescending(a => a.MeetingId).ThenByDescending(a => a.Id),
            "agency" => actions.OrderBy(a => db.Agencies.Where(g => g.Id == a.AgencyId).Select(g => g.Name).FirstOrDefault()).ThenBy(a => a.DueOn).ThenBy(a => a.Id),
            "-agency" => actions.OrderByDescending(a => db.Agencies.Where(g => g.Id == a.AgencyId).Select(g => g.Name).FirstOrDefault()).ThenBy(a => a.DueOn).ThenBy(a => a.Id),
            "owner" => actions.OrderBy(a => db.Practitioners.Where(p => p.Id == a.OwnerId).Select(p => p.Name).FirstOrDefault()).ThenBy(a => a.DueOn).ThenBy(a => a.Id),
            "-owner" => actions.OrderByDescending(a => db.Practitioners.Where(p => p.Id == a.OwnerId).Select(p => p.Name).FirstOrDefault()).ThenBy(a => a.DueOn).ThenBy(a => a.Id),
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
