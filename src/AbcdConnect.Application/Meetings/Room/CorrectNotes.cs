using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings.Minutes;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Meetings.Room;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.Meetings.Room;

/// <summary>Puts an item's notes right as a whole, on a page without JavaScript.</summary>
/// <param name="Clock">The notes that were looked at (<see cref="SharedText.Clock"/>); what others typed since is never written over.</param>
[Requires(Permission.TakeNotes)]
public sealed record CorrectNotes(MeetingId Meeting, AgendaItemId Item, string? Text, long Clock) : IRequest;

internal sealed class CorrectNotesValidator : AbstractValidator<CorrectNotes>
{
    public CorrectNotesValidator() => RuleFor(r => r.Text).MaximumLength(Words.LongestText).WithMessage("Notes have at most 100,000 letters");
}

internal sealed class CorrectNotesHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<CorrectNotes>
{
    public async Task Handle(CorrectNotes request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        await db.MustBeOn(viewer, request.Meeting, request.Item, cancellationToken);
        await db.MustNotBeAgreed(request.Meeting, cancellationToken);
        var under = (await db.NotesUnder([request.Item], cancellationToken)).GetValueOrDefault(request.Item);
        var notes = under?.Text ?? new SharedText();
        if (notes.Clock != request.Clock)
        {
            throw new OvertakenException(under?.Writers[0].Who, under?.Writers[0].Last);
        }

        if (notes.Become(AddToNotesHandler.NewWriter(), (request.Text ?? "").ReplaceLineEndings("\n")) is { } edit)
        {
            db.NoteEdits.Add(NoteEdit.Of(request.Item, edit, viewer.UserId, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
