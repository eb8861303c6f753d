using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.People;

/// <summary>Puts a gift or an ask right.</summary>
/// <param name="Version">The version that was on the page while it was typed.</param>
[Requires(Permission.ChangePeople)]
public sealed record ChangeGift(GiftId Id, GiftDirection Direction, GiftKind Kind, GiftTermId? TermId, string? Words, long Version) : IRequest<PersonId>;

internal sealed class ChangeGiftValidator : AbstractValidator<ChangeGift>
{
    public ChangeGiftValidator() => RuleFor(r => r.Words).ValidGiftWords(r => r.TermId);
}

internal sealed class ChangeGiftHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ChangeGift, PersonId>
{
    public async Task<PersonId> Handle(ChangeGift request, CancellationToken cancellationToken)
    {
        var gift = await db.MustFindGift(current.Required(), clock.Today(), request.Id, cancellationToken);
        gift.MustStillBe(request.Version);
        var (kind, words) = await db.WithTerm(request.Kind, request.TermId, request.Words, cancellationToken);
        gift.Change(request.Direction, kind, request.TermId, words);
        await db.SaveChangesAsync(cancellationToken);
        return gift.PersonId!.Value;
    }
}
