using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings.Minutes;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.Meetings;

/// <summary>What the table decided.</summary>
/// <param name="Item">Under which item of the agenda, where that is known.</param>
[Requires(Permission.RunMeetings)]
public sealed record Decide(MeetingId Meeting, string Text, AgendaItemId? Item = null) : IRequest;

internal sealed class DecideValidator : AbstractValidator<Decide>
{
    public DecideValidator() =>
        RuleFor(r => r.Text)
            .NotEmpty().WithMessage("Enter what was decided")
            .MaximumLength(Words.LongestText).WithMessage("A decision has at most 100,000 letters");
}

internal sealed class DecideHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<Decide>
{
    public async Task Handle(Decide request, CancellationToken cancellationToken)
    {
        var meeting = await db.MeetingWith(current.Required(), request.Meeting, m => m.Decisions, cancellationToken);

        await db.MustNotBeAgreed(request.Meeting, cancellationToken);
        var item = await db.ItemOf(request.Meeting, request.Item, cancellationToken);

        // A double tap decides nothing twice. "Agreed as it stands" may well be decided under two items.
        if (meeting.Decisions.All(d => d.Text != Words.Tidy(request.Text) || d.AgendaItemId != item))
        {
            meeting.Decide(request.Text, item);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
