using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using MediatR;

namespace AbcdConnect.Application.Access;

/// <summary>A member who had left is back, with the role they had. They need a new password.</summary>
[Requires(Permission.ManageUsers)]
public sealed record ReturnMember(UserId Id) : IRequest;

internal sealed class ReturnMemberHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ReturnMember>
{
    public async Task Handle(ReturnMember request, CancellationToken cancellationToken)
    {
        var member = await db.Members.VisibleTo(current.Required()).RequiredAsync(request.Id, cancellationToken);
        member.Return();
        await db.SaveChangesAsync(cancellationToken);
    }
}
