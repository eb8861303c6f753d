using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports.Value;

/// <summary>A sum is not the programme's any more. Reports already published keep it.</summary>
[Requires(Permission.PublishReports)]
public sealed record RemoveValueInput(ValueInputId Id) : IRequest;

internal sealed class RemoveValueInputHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<RemoveValueInput>
{
    public async Task Handle(RemoveValueInput request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var input = await db.ValueInputs.SingleOrDefaultAsync(v => v.ProgrammeId == programme && v.Id == request.Id, cancellationToken) ?? throw new NotFoundException("sum");
        db.ValueInputs.Remove(input);
        await db.SaveChangesAsync(cancellationToken);
    }
}
