using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Access;

/// <summary>Whose changes the audit log may be asked for.</summary>
[Requires(Permission.SeeAudit)]
public sealed record OfferAuditChoices : IRequest<IReadOnlyList<NamedMember>>;

public sealed record NamedMember(UserId Id, string Name);

internal sealed class OfferAuditChoicesHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<OfferAuditChoices, IReadOnlyList<NamedMember>>
{
    public async Task<IReadOnlyList<NamedMember>> Handle(OfferAuditChoices request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        return await db.Members.Where(m => m.ProgrammeId == programme).OrderBy(m => m.Name).Select(m => new NamedMember(m.Id, m.Name)).ToListAsync(cancellationToken);
    }
}
