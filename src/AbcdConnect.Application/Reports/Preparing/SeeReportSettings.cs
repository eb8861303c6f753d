using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports.Preparing;

/// <summary>How this programme's reports are published.</summary>
[Requires(Permission.ChangeProgramme)]
public sealed record SeeReportSettings : IRequest<ReportSettings>;

/// <param name="SecondLook">A second person approves a report before it is published.</param>
public sealed record ReportSettings(bool SecondLook, long Version);

internal sealed class SeeReportSettingsHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SeeReportSettings, ReportSettings>
{
    public Task<ReportSettings> Handle(SeeReportSettings request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        return db.Programmes.Where(p => p.Id == programme).Select(p => new ReportSettings(!p.PublishesAlone, p.Version)).SingleAsync(cancellationToken);
    }
}
