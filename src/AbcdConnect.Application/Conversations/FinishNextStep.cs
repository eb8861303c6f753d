using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Conversations;

/// <summary>The next step that was promised is done, today. Said twice, the first day stands.</summary>
[Requires(Permission.LogConversation)]
public sealed record FinishNextStep(ConversationId Id) : IRequest;

internal sealed class FinishNextStepHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<FinishNextStep>
{
    public async Task Handle(FinishNextStep request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var conversation = await db.Conversations.VisibleTo(current.Required(), db, today).SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("conversation");
        if (conversation.NextStepDoneOn is null)
        {
            conversation.NextStepDone(today);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
