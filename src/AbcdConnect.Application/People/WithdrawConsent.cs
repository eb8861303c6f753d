using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>A person changed their mind. From today the use has ended; that it was agreed before stays on the page.</summary>
[Requires(Permission.ChangePeople)]
public sealed record WithdrawConsent(ConsentId Id) : IRequest<PersonId>;

internal sealed class WithdrawConsentHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<WithdrawConsent, PersonId>
{
    public async Task<PersonId> Handle(WithdrawConsent request, CancellationToken cancellationToken)
    {
        var people = db.People.VisibleTo(current.Required(), db, clock.Today());
        var consent = await db.Consents.Where(c => c.Id == request.Id && people.Any(p => p.Id == c.PersonId)).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("consent");
        consent.Withdraw(clock.Today());
        await db.SaveChangesAsync(cancellationToken);
        return consent.PersonId;
    }
}
