using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using MediatR;

namespace AbcdConnect.Application.Access;

/// <summary>Lets a locked member in again, and ends the pause after wrong tries.</summary>
[Requires(Permission.ManageUsers)]
public sealed record UnlockMember(UserId Id) : IRequest;

internal sealed class UnlockMemberHandler(IAbcdDbContext db, ICurrentViewer current, IAccounts accounts) : IRequestHandler<UnlockMember>
{
    public async Task Handle(UnlockMember request, CancellationToken cancellationToken)
    {
        var member = await db.Members.VisibleTo(current.Required()).RequiredAsync(request.Id, cancellationToken);
        member.Unlock();
        await db.SaveChangesAsync(cancellationToken);
        await accounts.EndPauseAsync(member.Id, cancellationToken);
    }
}
