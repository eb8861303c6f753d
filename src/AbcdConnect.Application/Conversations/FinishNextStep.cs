using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Home;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Home;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Conversations;

/// <summary>The next step that was promised is done, today. Said twice, the first day stands. Answers with the ticket to take it
/// back with (<see cref="TakeBackAnswer"/>), or null where it was done already.</summary>
[Requires(Permission.LogConversation)]
public sealed record FinishNextStep(ConversationId Id) : IRequest<Guid?>;

internal sealed class FinishNextStepHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<FinishNextStep, Guid?>
{
    public async Task<Guid?> Handle(FinishNextStep request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var conversation = await db.Conversations.VisibleTo(viewer, db, today).SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("conversation");
        if (conversation.NextStepDoneOn is not null)
        {
            return null;
        }

        var before = conversation.NextStepStands();
        conversation.NextStepDone(today);
        var ticket = await DayAnswers.NotePromise(db, viewer, conversation, before, today, DayChoice.Done, null, null, null, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return ticket;
    }
}
