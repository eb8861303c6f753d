using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Access;

/// <summary>What a member of the same programme is called: for saying who changed something first. Null for anybody else.</summary>
[OpenToAll]
public sealed record NameMember(UserId Id) : IRequest<string?>;

internal sealed class NameMemberHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<NameMember, string?>
{
    public Task<string?> Handle(NameMember request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        return db.Members.Where(m => m.Id == request.Id && m.ProgrammeId == viewer.ProgrammeId).Select(m => (string?)m.Name).FirstOrDefaultAsync(cancellationToken);
    }
}
