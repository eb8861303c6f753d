using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.Meetings;

/// <summary>Puts something on the agenda, at its end.</summary>
[Requires(Permission.RunMeetings)]
public sealed record AddAgendaItem(MeetingId Meeting, AgendaItemDetails Details) : IMakes<AgendaItemId>
{
    public Guid? SubmissionId { get; set; }
}

/// <param name="Minutes">How long it may take.</param>
public sealed record AgendaItemDetails(string Title, int? Minutes, string? Note = null);

internal sealed class AddAgendaItemValidator : AbstractValidator<AddAgendaItem>
{
    public AddAgendaItemValidator() => RuleFor(r => r.Details).SetValidator(new AgendaItemDetailsValidator());
}

internal sealed class AgendaItemDetailsValidator : AbstractValidator<AgendaItemDetails>
{
    public AgendaItemDetailsValidator()
    {
        RuleFor(d => d.Title)
            .NotEmpty().WithMessage("Enter what it is about")
            .MaximumLength(Words.LongestLine).WithMessage("A title has at most 200 letters");
        RuleFor(d => d.Minutes)
            .NotNull().WithMessage("Enter how many minutes it may take, such as 15")
            .InclusiveBetween(0, 480).WithMessage("An item takes between 0 and 480 minutes");
        RuleFor(d => d.Note).MaximumLength(Words.LongestText).WithMessage("A note has at most 100,000 letters");
    }
}

internal sealed class AddAgendaItemHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<AddAgendaItem, AgendaItemId>
{
    public async Task<AgendaItemId> Handle(AddAgendaItem request, CancellationToken cancellationToken)
    {
        var meeting = await db.MeetingWith(current.Required(), request.Meeting, m => m.Agenda, cancellationToken);
        var details = request.Details;

        // A double tap adds nothing twice. A form's number tells it from a second break of ten minutes; without one the words must.
        var same = request.SubmissionId is not null ? null : meeting.Agenda.FirstOrDefault(a => a.Title == Words.Tidy(details.Title) && a.Minutes == details.Minutes && a.Note == Words.Tidy(details.Note));
        if (same is not null)
        {
            return same.Id;
        }

        var item = meeting.AddItem(details.Title, details.Minutes!.Value, details.Note);
        await db.SaveChangesAsync(cancellationToken);
        return item.Id;
    }
}
