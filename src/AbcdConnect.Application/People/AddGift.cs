using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.People;

/// <summary>Something a person brings, or would like to find, in their own words.</summary>
/// <param name="On">When it was heard; today unless said.</param>
[Requires(Permission.ChangePeople)]
public sealed record AddGift(PersonId PersonId, GiftDirection Direction, GiftKind Kind, GiftTermId? TermId, string? Words, DateOnly? On = null) : IMakes<GiftId>
{
    public Guid? SubmissionId { get; set; }
}

internal sealed class AddGiftValidator : AbstractValidator<AddGift>
{
    public AddGiftValidator(TimeProvider clock)
    {
        RuleFor(r => r.Words).ValidGiftWords(r => r.TermId);
        RuleFor(r => r.On).Must(on => on is null || on <= clock.Today()).WithMessage("That day has not come yet");
    }
}

internal sealed class AddGiftHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<AddGift, GiftId>
{
    public async Task<GiftId> Handle(AddGift request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var person = (await db.FollowMerges(viewer, [request.PersonId], cancellationToken))[0];
        await db.MustSee(viewer, clock.Today(), person, cancellationToken);
        var (kind, words) = await db.WithTerm(request.Kind, request.TermId, request.Words, cancellationToken);
        var gift = Gift.Hear(viewer.ProgrammeId, person, null, request.Direction, kind, request.TermId, words, request.On ?? clock.Today());
        db.Gifts.Add(gift);
        await db.SaveChangesAsync(cancellationToken);
        return gift.Id;
    }
}
