using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Meetings.Room;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Room;

/// <summary>What one page typed under an item since it was last heard of. Edits that have come before are known by their numbers and
/// stored once. Answered when they are in the database.</summary>
[Requires(Permission.TakeNotes)]
public sealed record EditNotes(MeetingId Meeting, AgendaItemId Item, IReadOnlyList<TextEdit> Edits) : IRequest<NotesEdited>;

/// <param name="New">Those that had not come before: what the others in the room do not have yet.</param>
/// <param name="Unfolded">How many edits wait to be folded into the notes.</param>
public sealed record NotesEdited(IReadOnlyList<TextEdit> New, int Unfolded);

internal sealed class EditNotesValidator : AbstractValidator<EditNotes>
{
    /// <summary>The largest number that a browser counts exactly.</summary>
    private const long HighestNumber = 1L << 52;

    public EditNotesValidator()
    {
        RuleFor(r => r.Edits).NotEmpty().WithMessage("Nothing was typed").Must(e => e.Count <= 500).WithMessage("At most 500 edits at a time");
        RuleForEach(r => r.Edits).ChildRules(edit =>
        {
            edit.RuleFor(e => e.Id).Must(IsNumber).WithMessage("This edit has no number");
            edit.RuleFor(e => e.After).Must(after => after is not { } id || IsNumber(id)).WithMessage("This edit follows no letter");
            edit.RuleFor(e => e.Text).Must(t => t.Length <= Words.LongestText).WithMessage("Notes have at most 100,000 letters").Must(IsWhole).WithMessage("Half a letter is none");
            edit.RuleFor(e => e.Removed).Must(r => r.Count <= 2000 && r.All(s => IsNumber(s.First) && s.Count is > 0 and <= 1_000_000)).WithMessage("These letters cannot be taken out");
        });
    }

    private static bool IsNumber(LetterId id) => id.Number is > 0 and < HighestNumber && id.Writer is > 0 and < HighestNumber;

    // The two halves of a letter beyond the first 65,536 travel together, or would be lost on the way.
    private static bool IsWhole(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !(char.IsHighSurrogate(text[at]) && ++at < text.Length && char.IsLowSurrogate(text[at])))
            {
                return false;
            }
        }

        return true;
    }
}

internal sealed class EditNotesHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<EditNotes, NotesEdited>
{
    public async Task<NotesEdited> Handle(EditNotes request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        await db.MustBeOn(viewer, request.Meeting, request.Item, cancellationToken);
        var (item, writers, numbers) = (request.Item, request.Edits.Select(e => e.Id.Writer).Distinct().ToList(), request.Edits.Select(e => e.Id.Number).ToList());
        var before = (await db.NoteEdits.Where(e => e.AgendaItemId == item && EF.Parameter(writers).Contains(e.Writer) && EF.Parameter(numbers).Contains(e.Number))
            .Select(e => new { e.Writer, e.Number, e.By }).ToListAsync(cancellationToken))
            .ToDictionary(e => new LetterId(e.Number, e.Writer), e => e.By);
        if (before.Values.Any(by => by != viewer.UserId))
        {
            throw new DomainRuleException("Somebody else typed these letters. Load the page again and type on.");
        }

        List<TextEdit> fresh = [.. request.Edits.Where(e => !before.ContainsKey(e.Id)).DistinctBy(e => e.Id)];
        var now = clock.GetUtcNow();
        db.NoteEdits.AddRange(fresh.Select(e => NoteEdit.Of(item, e, viewer.UserId, now)));
        await db.SaveChangesAsync(cancellationToken);
        return new NotesEdited(fresh, await db.NoteEdits.CountAsync(e => e.AgendaItemId == item, cancellationToken));
    }
}

internal static class RoomRules
{
    /// <exception cref="NotFoundException">There is no such meeting or item on its agenda, or the viewer does not belong to it.</exception>
    public static async Task MustBeOn(this IAbcdDbContext db, Viewer viewer, MeetingId meeting, AgendaItemId item, CancellationToken token)
    {
        if (!await db.Meetings.VisibleTo(viewer, db).AnyAsync(m => m.Id == meeting && m.Status != MeetingStatus.Cancelled && m.Agenda.Any(a => a.Id == item), token))
        {
            throw new NotFoundException("agenda item");
        }
    }

    /// <summary>How the meeting is being held, to be changed; begun where this is the first that is heard of it.</summary>
    /// <exception cref="NotFoundException">There is no such meeting, or the viewer does not belong to it.</exception>
    public static async Task<Sitting> SittingOf(this IAbcdDbContext db, Viewer viewer, MeetingId meeting, CancellationToken token)
    {
        if (!await db.Meetings.VisibleTo(viewer, db).AnyAsync(m => m.Id == meeting && m.Status != MeetingStatus.Cancelled, token))
        {
            throw new NotFoundException("meeting");
        }

        var sitting = await db.Sittings.Include(s => s.Spells).Include(s => s.Guests).SingleOrDefaultAsync(s => s.MeetingId == meeting, token);
        if (sitting is null)
        {
            sitting = Sitting.Of(meeting);
            db.Sittings.Add(sitting);
        }

        return sitting;
    }
}
