using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Common;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.Activities;

/// <summary>Adds an activity, be it only an idea yet. It is counted as started by its first session.</summary>
[Requires(Permission.ChangeActivities)]
public sealed record StartActivity(ActivityDetails Details) : IMakes<ActivityId>, Meetings.Actions.IClosesAction
{
    public Guid? SubmissionId { get; set; }

    public Domain.Meetings.ActionId? ForAction { get; set; }

    Domain.Meetings.MadeKind Meetings.Actions.IClosesAction.Makes => Domain.Meetings.MadeKind.Activity;
}

internal sealed class StartActivityValidator : AbstractValidator<StartActivity>
{
    public StartActivityValidator() => RuleFor(r => r.Details).SetValidator(new ActivityDetailsValidator());
}

internal sealed class ActivityDetailsValidator : AbstractValidator<ActivityDetails>
{
    public ActivityDetailsValidator()
    {
        RuleFor(d => d.Name).NotEmpty().WithMessage("Enter what people call it").MaximumLength(Words.LongestLine).WithMessage("A name has at most 200 letters");
        RuleFor(d => d.Description).MaximumLength(Words.LongestText).WithMessage("Use at most 100,000 letters");
    }
}

internal sealed class StartActivityHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<StartActivity, ActivityId>
{
    public async Task<ActivityId> Handle(StartActivity request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var details = await ActivityLinks.Checked(db, viewer, request.Details, today, null, cancellationToken);
        var activity = Activity.Add(viewer.ProgrammeId, viewer.UserId, today, details);
        db.Activities.Add(activity);
        await db.SaveChangesAsync(cancellationToken);
        return activity.Id;
    }
}
