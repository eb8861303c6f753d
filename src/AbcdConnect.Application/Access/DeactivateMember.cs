using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using MediatR;

namespace AbcdConnect.Application.Access;

/// <summary>A member leaves: signed out at once, and no longer let in. What they did stays, under their name.</summary>
[Requires(Permission.ManageUsers)]
public sealed record DeactivateMember(UserId Id) : IRequest;

internal sealed class DeactivateMemberHandler(IAbcdDbContext db, ICurrentViewer current, IAccounts accounts, TimeProvider clock) : IRequestHandler<DeactivateMember>
{
    public async Task Handle(DeactivateMember request, CancellationToken cancellationToken)
    {
        var member = await db.Members.VisibleTo(current.Required()).RequiredAsync(request.Id, cancellationToken);
        await db.MustNotBeLastAdministratorAsync(member, cancellationToken);
        member.Leave(clock.Today());
        await db.SaveChangesAsync(cancellationToken);
        await accounts.SignOutEverywhereAsync(member.Id, cancellationToken);
    }
}
