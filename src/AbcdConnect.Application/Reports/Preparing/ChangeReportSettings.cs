using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports.Preparing;

/// <summary>Whether a second person approves a report before it is published.</summary>
[Requires(Permission.ChangeProgramme)]
public sealed record ChangeReportSettings(bool SecondLook, long Version) : IRequest;

internal sealed class ChangeReportSettingsHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ChangeReportSettings>
{
    public async Task Handle(ChangeReportSettings request, CancellationToken cancellationToken)
    {
        var id = current.Required().ProgrammeId;
        var programme = await db.Programmes.SingleAsync(p => p.Id == id, cancellationToken);
        programme.MustStillBe(request.Version);
        programme.SetApproval(request.SecondLook);
        await db.SaveChangesAsync(cancellationToken);
    }
}
