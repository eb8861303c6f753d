using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using MediatR;

namespace AbcdConnect.Application.Access;

/// <summary>Keeps a member out for a time: signed out at once, and not let in until unlocked.</summary>
[Requires(Permission.ManageUsers)]
public sealed record LockMember(UserId Id) : IRequest;

internal sealed class LockMemberHandler(IAbcdDbContext db, ICurrentViewer current, IAccounts accounts, TimeProvider clock) : IRequestHandler<LockMember>
{
    public async Task Handle(LockMember request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var member = await db.Members.VisibleTo(viewer).RequiredAsync(request.Id, cancellationToken);
        if (member.Id == viewer.UserId)
        {
            throw new DomainRuleException("This is you. Another administrator can lock your account.");
        }

        await db.MustNotBeLastAdministratorAsync(member, cancellationToken);
        member.Lock(clock.Today());
        await db.SaveChangesAsync(cancellationToken);
        await accounts.SignOutEverywhereAsync(member.Id, cancellationToken);
    }
}
