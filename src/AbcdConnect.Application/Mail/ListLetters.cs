using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Mail;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Mail;

/// <summary>The letters that wait, were sent or came back, newest first; never what is in them.</summary>
[Requires(Permission.SeeLetters)]
public sealed record ListLetters(ListRequest List, LetterState? State = null) : IRequest<LettersSeen>;

/// <param name="Waiting">How many wait in all, counted up to a thousand.</param>
public sealed record LettersSeen(Page<LetterRow> Letters, int Waiting, DateTimeOffset? WaitingSince, MailReadiness Mail);

public sealed record LetterRow(
    LetterId Id,
    string? Name,
    string Address,
    string Subject,
    LetterState State,
    DateTimeOffset WrittenAt,
    int Tries,
    DateTimeOffset DueAt,
    DateTimeOffset? SettledAt,
    string? Why);

internal sealed class ListLettersHandler(IAbcdDbContext db, ICurrentViewer current, IMailCarrier carrier) : IRequestHandler<ListLetters, LettersSeen>
{
    private const int MostCounted = 1_000;

    public async Task<LettersSeen> Handle(ListLetters request, CancellationToken cancellationToken)
    {
        var ours = db.Letters.VisibleTo(current.Required());
        var letters = request.State is { } state ? ours.Where(l => l.State == state) : ours;
        letters = request.List.Sort == "written" ? letters.OrderBy(l => l.WrittenAt).ThenBy(l => l.Id) : letters.OrderByDescending(l => l.WrittenAt).ThenByDescending(l => l.Id);
        var page = await letters
            .Select(l => new LetterRow(l.Id, l.Name, l.Address, l.Subject, l.State, l.WrittenAt, l.Tries, l.DueAt, l.SettledAt, l.Why))
            .PageAsync(request.List, cancellationToken);
        var waiting = ours.Where(l => l.State == LetterState.Waiting);
        return new LettersSeen(
            page,
            await waiting.Take(MostCounted).CountAsync(cancellationToken),
            await waiting.OrderBy(l => l.WrittenAt).Select(l => (DateTimeOffset?)l.WrittenAt).FirstOrDefaultAsync(cancellationToken),
            carrier.Readiness);
    }
}
