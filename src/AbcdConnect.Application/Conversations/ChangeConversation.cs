using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Conversations;

/// <summary>Changes a conversation, with the people, the place and the gifts added to it: all of them or none.</summary>
/// <param name="Version">The version that was on the screen while typing.</param>
[Requires(Permission.LogConversation)]
public sealed record ChangeConversation(
    ConversationId Id,
    long Version,
    ConversationDetails Details,
    IReadOnlyList<PersonDetails> NewPeople,
    NewPlace? NewPlace,
    IReadOnlyList<HeardGift> Gifts) : IRequest;

internal sealed class ChangeConversationValidator : AbstractValidator<ChangeConversation>
{
    public ChangeConversationValidator(TimeProvider clock)
    {
        RuleFor(r => r.Details).SetValidator(new ConversationDetailsValidator(clock));
        RuleForEach(r => r.NewPeople).SetValidator(new PersonDetailsValidator());
        RuleFor(r => r.NewPlace!).SetValidator(new NewPlaceValidator()).When(r => r.NewPlace is not null);
        RuleForEach(r => r.Gifts).SetValidator(new HeardGiftValidator());
    }
}

internal sealed class ChangeConversationHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ChangeConversation>
{
    public Task Handle(ChangeConversation request, CancellationToken cancellationToken) =>
        db.AllOrNothing(() => Change(request, cancellationToken), cancellationToken);

    private async Task<ConversationId> Change(ChangeConversation request, CancellationToken token)
    {
        var viewer = current.Required();
        var today = clock.Today();
        var conversation = await db.Conversations.VisibleTo(viewer, db, today).Include(c => c.People).SingleOrDefaultAsync(c => c.Id == request.Id, token)
            ?? throw new NotFoundException("conversation");
        conversation.MustStillBe(request.Version);
        var (details, newPeople, newPlace) = await ConversationParts.Make(db, viewer, today, request.Details, request.NewPeople, request.NewPlace, conversation, token);
        await db.SaveChangesAsync(token);
        details = details with { People = [.. details.People, .. newPeople.Select(p => p.Id)], PlaceId = newPlace?.Id ?? details.PlaceId };
        conversation.Change(details, today);
        if (await ConversationParts.HearGifts(db, conversation, details.People.Cast<PersonId?>().FirstOrDefault(), request.Gifts, token))
        {
            // Whoever has this conversation's form open has these gifts before them too.
            db.Touch(conversation);
        }

        await db.SaveChangesAsync(token);
        return conversation.Id;
    }
}
