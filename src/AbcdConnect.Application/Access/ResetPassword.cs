using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using MediatR;

namespace AbcdConnect.Application.Access;

/// <summary>Gives a member a temporary password, which they change when they next sign in. Their passkeys and every sign-in end.</summary>
[Requires(Permission.ManageUsers)]
public sealed record ResetPassword(UserId Id) : IRequest<TemporaryPassword>;

internal sealed class ResetPasswordHandler(IAbcdDbContext db, ICurrentViewer current, IAccounts accounts, TimeProvider clock) : IRequestHandler<ResetPassword, TemporaryPassword>
{
    public async Task<TemporaryPassword> Handle(ResetPassword request, CancellationToken cancellationToken)
    {
        var member = await db.Members.VisibleTo(current.Required()).RequiredAsync(request.Id, cancellationToken);
        if (member.LeftOn is not null)
        {
            throw new DomainRuleException($"{member.Name} has left. Let them back in first.");
        }

        member.PasswordGiven(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return await accounts.GiveTemporaryPasswordAsync(member.Id, cancellationToken);
    }
}
