using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.Meetings;

/// <summary>Moves an agenda item one place up (−1) or down (+1).</summary>
[Requires(Permission.RunMeetings)]
public sealed record MoveAgendaItem(MeetingId Meeting, AgendaItemId Item, int By) : IRequest;

internal sealed class MoveAgendaItemValidator : AbstractValidator<MoveAgendaItem>
{
    public MoveAgendaItemValidator() => RuleFor(r => r.By).Must(by => by is -1 or 1).WithMessage("An item moves one place up or down");
}

internal sealed class MoveAgendaItemHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<MoveAgendaItem>
{
    public async Task Handle(MoveAgendaItem request, CancellationToken cancellationToken)
    {
        var meeting = await db.MeetingWith(current.Required(), request.Meeting, m => m.Agenda, cancellationToken);
        meeting.MoveItem(request.Item, request.By);
        await db.SaveChangesAsync(cancellationToken);
    }
}
