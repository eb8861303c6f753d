using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.Meetings.Agenda;

/// <summary>How long each item may take and who presents it, for the whole agenda at once.</summary>
[Requires(Permission.RunMeetings)]
public sealed record TimeAgenda(MeetingId Meeting, IReadOnlyList<ItemTime> Items) : IRequest;

/// <param name="Edition">The item as it was looked at; only what was changed is saved.</param>
public sealed record ItemTime(AgendaItemId Item, int? Minutes, string? Presenter, long Edition);

internal sealed class TimeAgendaValidator : AbstractValidator<TimeAgenda>
{
    public TimeAgendaValidator() => RuleForEach(r => r.Items).ChildRules(item =>
    {
        item.RuleFor(i => i.Minutes)
            .NotNull().WithMessage("Enter how many minutes it may take, such as 15")
            .InclusiveBetween(0, 480).WithMessage("An item takes between 0 and 480 minutes");
        item.RuleFor(i => i.Presenter).MaximumLength(Words.LongestLine).WithMessage("A name has at most 200 letters");
    });
}

internal sealed class TimeAgendaHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<TimeAgenda>
{
    public async Task Handle(TimeAgenda request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var meeting = await db.MeetingWith(viewer, request.Meeting, m => m.Agenda, cancellationToken);
        foreach (var typed in request.Items)
        {
            // One that somebody took off meanwhile has no minutes; the others' are kept.
            var item = meeting.Agenda.FirstOrDefault(a => a.Id == typed.Item);
            if (item is null || item.Minutes == typed.Minutes && item.Presenter == Words.Tidy(typed.Presenter))
            {
                continue;
            }

            item.MustStillBe(typed.Edition);
            item.Change(item.Title, typed.Minutes!.Value, item.Note, viewer.UserId, clock.GetUtcNow());
            item.PresentedBy(typed.Presenter);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
