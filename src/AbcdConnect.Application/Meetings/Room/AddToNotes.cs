using System.Security.Cryptography;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings.Minutes;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Meetings.Room;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.Meetings.Room;

/// <summary>Adds what is being said at the end of an item's notes: how notes are taken on a page without JavaScript.</summary>
[Requires(Permission.TakeNotes)]
public sealed record AddToNotes(MeetingId Meeting, AgendaItemId Item, string? Text) : IMakes<AgendaItemId>
{
    public Guid? SubmissionId { get; set; }
}

internal sealed class AddToNotesValidator : AbstractValidator<AddToNotes>
{
    public AddToNotesValidator() =>
        RuleFor(r => r.Text)
            .NotEmpty().WithMessage("Enter what is being said")
            .MaximumLength(Words.LongestText).WithMessage("Notes have at most 100,000 letters");
}

internal sealed class AddToNotesHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<AddToNotes, AgendaItemId>
{
    public async Task<AgendaItemId> Handle(AddToNotes request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        await db.MustBeOn(viewer, request.Meeting, request.Item, cancellationToken);
        await db.MustNotBeAgreed(request.Meeting, cancellationToken);
        var notes = (await db.NotesUnder([request.Item], cancellationToken)).GetValueOrDefault(request.Item)?.Text ?? new SharedText();
        var before = notes.Text;
        var words = Words.Tidy(request.Text)!.ReplaceLineEndings("\n");
        var edit = notes.Type(NewWriter(), before.Length, 0, before.Length == 0 || before.EndsWith('\n') ? words : "\n" + words);
        db.NoteEdits.Add(NoteEdit.Of(request.Item, edit!, viewer.UserId, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return request.Item;
    }

    /// <summary>A writer that nobody else is: as a page in a browser makes its own up.</summary>
    internal static long NewWriter() => RandomNumberGenerator.GetInt32(1, int.MaxValue) * (1L << 16) + RandomNumberGenerator.GetInt32(1 << 16);
}
