using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Access;

/// <summary>Which members somebody may look after. The one rule.</summary>
internal static class MembersVisibility
{
    /// <summary>An administrator, and the machine itself: those of the programme. Everybody else: nobody.</summary>
    public static IQueryable<Member> VisibleTo(this IQueryable<Member> members, Viewer viewer) =>
        viewer.May(Permission.ManageUsers) ? members.Where(m => m.ProgrammeId == viewer.ProgrammeId) : members.Where(m => false);

    public static async Task<Member> RequiredAsync(this IQueryable<Member> visible, UserId id, CancellationToken token) =>
        await visible.SingleOrDefaultAsync(m => m.Id == id, token) ?? throw new NotFoundException("user");

    /// <summary>Somebody must be left who can let people in.</summary>
    /// <exception cref="DomainRuleException">This is the last administrator.</exception>
    public static async Task MustNotBeLastAdministratorAsync(this IAbcdDbContext db, Member member, CancellationToken token)
    {
        if (member is { Role: Role.Administrator, LeftOn: null, LockedOn: null }
            && !await db.Members.AnyAsync(m => m.ProgrammeId == member.ProgrammeId && m.Role == Role.Administrator && m.Id != member.Id && m.LeftOn == null && m.LockedOn == null, token))
        {
            throw new DomainRuleException($"{member.Name} is the last administrator. Make somebody else an administrator first.");
        }
    }
}
