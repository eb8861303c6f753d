using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Outcomes.Stories.Pictures;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>A person changed their mind. From today the use has ended; that it was agreed before stays on the page. Pictures beside their stories are let go.</summary>
[Requires(Permission.ChangePeople)]
public sealed record WithdrawConsent(ConsentId Id) : IRequest<PersonId>;

internal sealed class WithdrawConsentHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<WithdrawConsent, PersonId>
{
    public async Task<PersonId> Handle(WithdrawConsent request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var people = db.People.VisibleTo(current.Required(), db, today);
        var consent = await db.Consents.Where(c => c.Id == request.Id && people.Any(p => p.Id == c.PersonId)).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("consent");
        consent.Withdraw(today);
        if (consent.Use == ConsentUse.UseMyStory)
        {
            var (id, person) = (consent.Id, consent.PersonId);
            // Unless they said yes another time as well, and that still holds.
            var others = db.Consents.LiveOn(today).Where(c => c.Id != id && c.PersonId == person && c.Use == ConsentUse.UseMyStory);
            await db.LetPicturesGo(db.Stories.Where(s => s.PersonId == person && !others.Any()), cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return consent.PersonId;
    }
}
