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

/// <summary>Logs a conversation, with the people, the place and the gifts met in it for the first time: all of them or none.
/// Sending the same <see cref="SubmissionId"/> again stores nothing and answers with the first one's id; with other words, because a
/// phone never heard the first answer and its worker wrote on, the one that is stored takes them.</summary>
/// <param name="NewPeople">People met for the first time. They come after <see cref="ConversationDetails.People"/>.</param>
/// <param name="NewPlace">Where it was held, if that is not on the map yet; takes the place of <see cref="ConversationDetails.PlaceId"/>.</param>
/// <param name="Gifts">Those without words are left out.</param>
[Requires(Permission.LogConversation)]
public sealed record LogConversation(
    Guid SubmissionId,
    ConversationDetails Details,
    IReadOnlyList<PersonDetails> NewPeople,
    NewPlace? NewPlace,
    IReadOnlyList<HeardGift> Gifts) : IRequest<ConversationId>;

internal sealed class LogConversationValidator : AbstractValidator<LogConversation>
{
    public LogConversationValidator(TimeProvider clock)
    {
        RuleFor(r => r.SubmissionId).NotEmpty().WithMessage("Open the form again: it has lost its number");
        RuleFor(r => r.Details).SetValidator(new ConversationDetailsValidator(clock));
        RuleForEach(r => r.NewPeople).SetValidator(new PersonDetailsValidator());
        RuleFor(r => r.NewPlace!).SetValidator(new NewPlaceValidator()).When(r => r.NewPlace is not null);
        RuleForEach(r => r.Gifts).SetValidator(new HeardGiftValidator());
    }
}

internal sealed class LogConversationHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<LogConversation, ConversationId>
{
    public async Task<ConversationId> Handle(LogConversation request, CancellationToken cancellationToken)
    {
        if (await Sent(request, cancellationToken) is { } before)
        {
            return await Again(before, request, cancellationToken);
        }

        try
        {
            return await db.AllOrNothing(() => Log(request, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same form arrived twice at the same moment, and the other one was first.
            db.Forget();
            if (await Sent(request, cancellationToken) is { } first)
            {
                return await Again(first, request, cancellationToken);
            }

            throw;
        }
    }

    private async Task<ConversationId> Log(LogConversation request, CancellationToken token)
    {
        var viewer = current.Required();
        var today = clock.Today();
        var (details, newPeople, newPlace) = await ConversationParts.Make(db, viewer, today, request.Details, request.NewPeople, request.NewPlace, null, token);
        // The new people and the new place get their numbers here.
        await db.SaveChangesAsync(token);
        details = details with { People = [.. details.People, .. newPeople.Select(p => p.Id)], PlaceId = newPlace?.Id ?? details.PlaceId };
        var conversation = Conversation.Log(viewer.ProgrammeId, viewer.UserId, request.SubmissionId, details, today);
        db.Conversations.Add(conversation);
        await db.SaveChangesAsync(token);
        await ConversationParts.HearGifts(db, conversation, details.People.Cast<PersonId?>().FirstOrDefault(), request.Gifts, token);
        await db.SaveChangesAsync(token);
        return conversation.Id;
    }

    // The first words stay in the audit log. What has been changed on its own page since is not written over: whoever sends these sees so.
    private async Task<ConversationId> Again(ConversationId id, LogConversation request, CancellationToken token)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var conversation = await db.Conversations.Include(c => c.People).SingleAsync(c => c.Id == id, token);
        if (conversation.SaysTheSame(request.Details))
        {
            return id;
        }

        if (conversation.ChangedAt is not null)
        {
            throw new DomainRuleException("You had saved this before, and it has been changed since. Open the one that is stored, and put there what is new in these words.");
        }

        return await db.AllOrNothing(
            async () =>
            {
                var there = conversation.People.OrderBy(p => p.PersonId.Value).Select(p => p.PersonId).ToList();
                var met = await db.People.Where(p => EF.Parameter(there).Contains(p.Id)).Select(p => p.FirstName).ToListAsync(token);
                var heard = await db.Gifts.Where(g => g.ConversationId == id).Select(g => new { g.Direction, g.Words }).ToListAsync(token);
                var (details, newPeople, newPlace) = await ConversationParts.Make(
                    db,
                    viewer,
                    today,
                    request.Details with { People = [.. there.Union(request.Details.People)], PlaceId = request.Details.PlaceId ?? conversation.PlaceId },
                    [.. request.NewPeople.Where(p => !met.Contains(p.FirstName.Trim(), StringComparer.CurrentCultureIgnoreCase))],
                    conversation.PlaceId is null ? request.NewPlace : null,
                    conversation,
                    token);
                await db.SaveChangesAsync(token);
                details = details with { People = [.. details.People, .. newPeople.Select(p => p.Id)], PlaceId = newPlace?.Id ?? details.PlaceId };
                conversation.Change(details, today);
                var more = request.Gifts.Where(g => !heard.Exists(h => h.Direction == g.Direction && h.Words == Words.Tidy(g.Words))).ToList();
                await ConversationParts.HearGifts(db, conversation, details.People.Cast<PersonId?>().FirstOrDefault(), more, token);
                await db.SaveChangesAsync(token);
                return id;
            },
            token);
    }

    private async Task<ConversationId?> Sent(LogConversation request, CancellationToken token)
    {
        var viewer = current.Required();
        var found = await db.Conversations
            .Where(c => c.SubmissionId == request.SubmissionId && c.WorkerId == viewer.UserId)
            .Select(c => c.Id)
            .ToListAsync(token);
        return found.Count == 0 ? null : found[0];
    }
}
