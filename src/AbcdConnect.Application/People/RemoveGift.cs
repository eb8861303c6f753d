using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using MediatR;

namespace AbcdConnect.Application.People;

/// <summary>Takes away a gift or an ask that was put down by mistake. The audit log keeps that it was there.</summary>
[Requires(Permission.ChangePeople)]
public sealed record RemoveGift(GiftId Id) : IRequest<PersonId>;

internal sealed class RemoveGiftHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<RemoveGift, PersonId>
{
    public async Task<PersonId> Handle(RemoveGift request, CancellationToken cancellationToken)
    {
        var gift = await db.MustFindGift(current.Required(), clock.Today(), request.Id, cancellationToken);
        db.Gifts.Remove(gift);
        await db.SaveChangesAsync(cancellationToken);
        return gift.PersonId!.Value;
    }
}
