using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>One gift or ask, to put it right.</summary>
[Requires(Permission.ChangePeople)]
public sealed record ShowGift(GiftId Id) : IRequest<ShownGift>;

public sealed record ShownGift(GiftId Id, PersonId PersonId, string Person, GiftDirection Direction, GiftKind Kind, GiftTermId? TermId, string? Term, string Words, DateOnly HeardOn, long Version);

internal sealed class ShowGiftHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ShowGift, ShownGift>
{
    public async Task<ShownGift> Handle(ShowGift request, CancellationToken cancellationToken)
    {
        var people = db.People.VisibleTo(current.Required(), db, clock.Today());
        var found = await db.Gifts.Where(g => g.Id == request.Id)
            .Join(people, g => g.PersonId, p => p.Id, (g, p) => new
            {
                g.Id,
                PersonId = p.Id,
                p.FirstName,
                p.KnownAs,
                p.LastName,
                g.Direction,
                g.Kind,
                g.TermId,
                Term = db.GiftTerms.Where(t => t.Id == g.TermId).Select(t => t.Name).FirstOrDefault(),
                g.Words,
                g.HeardOn,
                g.Version,
            })
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("gift");
        return new ShownGift(found.Id, found.PersonId, Person.NameOf(found.FirstName, found.KnownAs, found.LastName), found.Direction, found.Kind, found.TermId, found.Term, found.Words, found.HeardOn, found.Version);
    }
}
