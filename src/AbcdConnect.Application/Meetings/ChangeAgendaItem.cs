using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.Meetings;

/// <summary>Puts an agenda item's words or minutes right.</summary>
/// <param name="Edition">The item's edition that was looked at while typing.</param>
[Requires(Permission.RunMeetings)]
public sealed record ChangeAgendaItem(MeetingId Meeting, AgendaItemId Item, AgendaItemDetails Details, long Edition) : IRequest;

internal sealed class ChangeAgendaItemValidator : AbstractValidator<ChangeAgendaItem>
{
    public ChangeAgendaItemValidator() => RuleFor(r => r.Details).SetValidator(new AgendaItemDetailsValidator());
}

internal sealed class ChangeAgendaItemHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ChangeAgendaItem>
{
    public async Task Handle(ChangeAgendaItem request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var meeting = await db.MeetingWith(viewer, request.Meeting, m => m.Agenda, cancellationToken);
        var item = meeting.Agenda.FirstOrDefault(a => a.Id == request.Item) ?? throw new NotFoundException("agenda item");
        item.MustStillBe(request.Edition);
        item.Change(request.Details.Title, request.Details.Minutes!.Value, request.Details.Note, viewer.UserId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }
}
