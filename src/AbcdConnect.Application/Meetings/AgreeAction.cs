using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings;

/// <summary>Somebody at the table takes something on.</summary>
[Requires(Permission.RunMeetings)]
public sealed record AgreeAction(MeetingId Meeting, ActionDetails Details) : IMakes<ActionId>
{
    public Guid? SubmissionId { get; set; }
}

/// <param name="AgencyId">Whose it is; the owner's agency where an owner is named.</param>
/// <param name="DecisionId">The decision of the same meeting that it carries out, where there is one.</param>
/// <param name="ItemId">The item of the same meeting's agenda under which it was agreed, where that is known.</param>
public sealed record ActionDetails(string Text, AgencyId? AgencyId = null, PractitionerId? OwnerId = null, DateOnly? DueOn = null, DecisionId? DecisionId = null, AgendaItemId? ItemId = null);

internal sealed class AgreeActionValidator : AbstractValidator<AgreeAction>
{
    public AgreeActionValidator() => RuleFor(r => r.Details).SetValidator(new ActionDetailsValidator());
}

internal sealed class ActionDetailsValidator : AbstractValidator<ActionDetails>
{
    public ActionDetailsValidator()
    {
        RuleFor(d => d.Text)
            .NotEmpty().WithMessage("Enter what is to be done")
            .MaximumLength(Words.LongestText).WithMessage("An action has at most 100,000 letters");
        RuleFor(d => d.OwnerId)
            .Must((d, owner) => owner is not null || d.AgencyId is not null).WithMessage("Choose who will do it, or at least which agency");
    }
}

internal sealed class AgreeActionHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<AgreeAction, ActionId>
{
    public async Task<ActionId> Handle(AgreeAction request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var details = request.Details;
        if (!await db.Meetings.VisibleTo(viewer, db).AnyAsync(m => m.Id == request.Meeting, cancellationToken))
        {
            throw new NotFoundException("meeting");
        }

        var agency = await db.AgencyOf(viewer, details, cancellationToken);
        await db.MustBeDecidedAt(request.Meeting, details.DecisionId, cancellationToken);

        var item = await db.ItemOf(request.Meeting, details.ItemId, cancellationToken);
        // A double tap agrees nothing twice. "Report back" may well be agreed under two items.
        var text = Words.Tidy(details.Text);
        var same = await db.MeetingActions
            .Where(a => a.MeetingId == request.Meeting && a.Text == text && a.AgencyId == agency && a.OwnerId == details.OwnerId && a.AgendaItemId == item && a.DoneOn == null && a.DroppedOn == null)
            .Select(a => (ActionId?)a.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (same is { } id)
        {
            return id;
        }

        var action = MeetingAction.Agree(viewer.ProgrammeId, request.Meeting, details.Text, agency, details.OwnerId, details.DueOn, item, details.DecisionId);
        db.MeetingActions.Add(action);
        await db.SaveChangesAsync(cancellationToken);
        return action.Id;
    }
}

internal static class ActionRules
{
    /// <summary>The item, where it is still on the meeting's agenda: what was written without a signal may come after somebody took it off.</summary>
    public static async Task<AgendaItemId?> ItemOf(this IAbcdDbContext db, MeetingId meeting, AgendaItemId? item, CancellationToken token) =>
        item is { } one && await db.Meetings.AnyAsync(m => m.Id == meeting && m.Agenda.Any(a => a.Id == one), token) ? one : null;

    /// <summary>An action carries out what the same meeting decided, or nothing in particular.</summary>
    public static async Task MustBeDecidedAt(this IAbcdDbContext db, MeetingId meeting, DecisionId? decision, CancellationToken token)
    {
        if (decision is { } one && !await db.Decisions.AnyAsync(d => d.Id == one && d.MeetingId == meeting, token))
        {
            throw new NotFoundException("decision");
        }
    }

    /// <summary>The agency an action falls to: its owner's, or the one named.</summary>
    public static async Task<AgencyId?> AgencyOf(this IAbcdDbContext db, Viewer viewer, ActionDetails details, CancellationToken token)
    {
        if (details.OwnerId is { } owner)
        {
            return await db.Practitioners.VisibleTo(viewer, db).Where(p => p.Id == owner).Select(p => (AgencyId?)p.AgencyId).SingleOrDefaultAsync(token)
                ?? throw new NotFoundException("practitioner");
        }

        if (details.AgencyId is { } agency && !await db.Agencies.VisibleTo(viewer).AnyAsync(a => a.Id == agency, token))
        {
            throw new NotFoundException("agency");
        }

        return details.AgencyId;
    }
}
