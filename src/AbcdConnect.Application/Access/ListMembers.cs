using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Access;

/// <summary>The programme's members, by name.</summary>
[Requires(Permission.ManageUsers)]
public sealed record ListMembers(ListRequest List, Role? Role = null, MemberStanding? Standing = null) : IRequest<Page<MemberRow>>;

public enum MemberStanding
{
    [Display(Name = "May sign in")]
    Active,
    Locked,
    Left,
}

public sealed record MemberRow(UserId Id, string Name, string Email, Role Role, string? Agency, DateOnly? LockedOn, DateOnly? LeftOn)
{
    public MemberStanding Standing => LeftOn is not null ? MemberStanding.Left : LockedOn is not null ? MemberStanding.Locked : MemberStanding.Active;
}

internal sealed class ListMembersHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ListMembers, Page<MemberRow>>
{
    public Task<Page<MemberRow>> Handle(ListMembers request, CancellationToken cancellationToken)
    {
        var members = db.Members.VisibleTo(current.Required());
        if (request.Role is { } role)
        {
            members = members.Where(m => m.Role == role);
        }

        members = request.Standing switch
        {
            MemberStanding.Active => members.Where(m => m.LeftOn == null && m.LockedOn == null),
            MemberStanding.Locked => members.Where(m => m.LeftOn == null && m.LockedOn != null),
            MemberStanding.Left => members.Where(m => m.LeftOn != null),
            _ => members,
        };
        if (!string.IsNullOrWhiteSpace(request.List.Q))
        {
            // A programme has tens of members, not thousands: looking inside the words is fine here.
            var like = "%" + request.List.Q.Trim().Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_").Replace("[", "\\[") + "%";
            members = members.Where(m => EF.Functions.Like(m.Name, like, "\\") || EF.Functions.Like(m.Email, like, "\\"));
        }

        members = request.List.Sort switch
        {
            "-name" => members.OrderByDescending(m => m.Name).ThenByDescending(m => m.Id),
            "email" => members.OrderBy(m => m.Email).ThenBy(m => m.Id),
            "-email" => members.OrderByDescending(m => m.Email).ThenByDescending(m => m.Id),
            "role" => members.OrderBy(m => m.Role).ThenBy(m => m.Name).ThenBy(m => m.Id),
            "-role" => members.OrderByDescending(m => m.Role).ThenByDescending(m => m.Name).ThenByDescending(m => m.Id),
            _ => members.OrderBy(m => m.Name).ThenBy(m => m.Id),
        };
        return members
            .Select(m => new MemberRow(
                m.Id,
                m.Name,
                m.Email,
                m.Role,
                db.Agencies.Where(a => a.Id == m.AgencyId).Select(a => a.Name).FirstOrDefault(),
                m.LockedOn,
                m.LeftOn))
            .PageAsync(request.List, cancellationToken);
    }
}
