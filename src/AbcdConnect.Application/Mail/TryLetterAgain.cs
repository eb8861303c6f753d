using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Mail;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Mail;

/// <summary>Sends a letter on its way again that was given up, or that waits for its next try.</summary>
[Requires(Permission.SeeLetters)]
public sealed record TryLetterAgain(LetterId Id) : IRequest;

internal sealed class TryLetterAgainHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<TryLetterAgain>
{
    public async Task Handle(TryLetterAgain request, CancellationToken cancellationToken)
    {
        var letter = await db.Letters.VisibleTo(current.Required()).SingleOrDefaultAsync(l => l.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("letter");
        letter.TryAgain(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }
}
