using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Access;

/// <summary>One member, with what they may do and how their sign-in stands.</summary>
[Requires(Permission.ManageUsers)]
public sealed record OpenMember(UserId Id) : IRequest<MemberPage>;

public sealed record MemberPage(
    UserId Id,
    long Version,
    string Name,
    string Email,
    Role Role,
    AgencyId? AgencyId,
    IReadOnlyList<NeighbourhoodId> Neighbourhoods,
    DateOnly? LockedOn,
    DateOnly? LeftOn,
    DateTimeOffset? PasswordGivenAt,
    AccountState Account);

internal sealed class OpenMemberHandler(IAbcdDbContext db, ICurrentViewer current, IAccounts accounts) : IRequestHandler<OpenMember, MemberPage>
{
    public async Task<MemberPage> Handle(OpenMember request, CancellationToken cancellationToken)
    {
        var member = await db.Members.AsNoTracking().VisibleTo(current.Required()).SingleOrDefaultAsync(m => m.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("user");
        return new MemberPage(
            member.Id,
            member.Version,
            member.Name,
            member.Email,
            member.Role,
            member.AgencyId,
            [.. member.Neighbourhoods.Select(n => n.NeighbourhoodId)],
            member.LockedOn,
            member.LeftOn,
            member.PasswordGivenAt,
            await accounts.StateAsync(member.Id, cancellationToken));
    }
}
