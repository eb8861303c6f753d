using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Conversations;

/// <summary>Lets go of the next step: it is no longer due.</summary>
[Requires(Permission.LogConversation)]
public sealed record DropNextStep(ConversationId Id) : IRequest;

internal sealed class DropNextStepHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<DropNextStep>
{
    public async Task Handle(DropNextStep request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var conversation = await db.Conversations.VisibleTo(current.Required(), db, today).SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("conversation");
        conversation.DropNextStep(today);
        await db.SaveChangesAsync(cancellationToken);
    }
}
