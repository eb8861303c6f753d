using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Feeds;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Mail;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Mail;

/// <summary>Takes the letters that are due to the mail server, the longest due first. Says how many it took.</summary>
[Requires(Permission.SeeLetters)]
public sealed record CarryLetters : IRequest<int>;

internal sealed class CarryLettersHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IMailCarrier carrier) : IRequestHandler<CarryLetters, int>
{
    /// <summary>In one round; the next is a minute later.</summary>
    public const int Most = 200;

    public async Task<int> Handle(CarryLetters request, CancellationToken cancellationToken)
    {
        var ready = carrier.Readiness;
        if (!ready.IsReady)
        {
            return 0;
        }

        var programme = current.Required().ProgrammeId;
        var (taken, began) = (0, clock.GetUtcNow());
        for (var round = 0; round < Most; round++)
        {
            // One at a time, by (programme, state, due): each is said to be on its way before it is, and what became of it at once after,
            // so that a crash leaves at most one letter of which nobody knows.
            var letter = await db.Letters.Include(l => l.Attachments)
                .Where(l => l.ProgrammeId == programme && l.State == LetterState.Waiting && l.DueAt <= began)
                .OrderBy(l => l.DueAt).ThenBy(l => l.Id)
                .FirstOrDefaultAsync(cancellationToken);
            if (letter is null || !await TakeUp(letter, cancellationToken))
            {
                break;
            }

            var carried = await carrier.Carry(Outgoing(letter, ready), cancellationToken);
            var now = clock.GetUtcNow();
            switch (carried.Result)
            {
                case CarryResult.Taken:
                    letter.Taken(now);
                    taken++;
                    break;
                case CarryResult.AddressRefused:
                    letter.CameBack(now, carried.Why ?? "The address was refused.");
                    break;
                case CarryResult.LetterRefused:
                    letter.Refused(now, carried.Why ?? "The mail server does not take this letter.");
                    break;
                default:
                    letter.NotNow(now, carried.Why ?? "The mail server did not take it.");
                    break;
            }

            // What the mail server has is kept, whoever would stop us now.
            await db.SaveChangesAsync(CancellationToken.None);
            db.Forget();
            if (carried.Result == CarryResult.NoServer)
            {
                break;
            }
        }

        return taken;
    }

    private async Task<bool> TakeUp(Letter letter, CancellationToken token)
    {
        letter.Try(clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(token);
            return true;
        }
        catch (OvertakenException)
        {
            // Another server carries letters too, and was quicker.
            db.Forget();
            return false;
        }
    }

    private static OutgoingLetter Outgoing(Letter letter, MailReadiness ready) => new(
        $"{letter.MessageKey:N}@letters.abcdconnect",
        letter.Address,
        letter.Name,
        letter.Subject,
        letter.Text!.Replace(Letter.Site, ready.Site, StringComparison.Ordinal),
        letter.CalendarMethod,
        letter.Calendar is null ? null : ContentLines.FoldedAgain(ContentLines.Unfolded(letter.Calendar).Replace(Letter.Site, ready.Site, StringComparison.Ordinal).Replace(Letter.Sender, ready.Sender, StringComparison.Ordinal)),
        [.. letter.Attachments.Select(a => new OutgoingFile(a.FileName, a.MediaType, a.Content))]);
}
