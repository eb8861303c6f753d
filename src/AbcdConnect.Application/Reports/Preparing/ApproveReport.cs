using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Mail;
using AbcdConnect.Domain.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports.Preparing;

/// <summary>A second person has looked at the report and finds it right, as it stands: these figures, these words, and no others.</summary>
/// <param name="Sha256">Of the report that they looked at.</param>
[Requires(Permission.ApproveReports)]
public sealed record ApproveReport(ReportPeriod Period, string Sha256) : IRequest;

internal sealed class ApproveReportHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ApproveReport>
{
    public async Task Handle(ApproveReport request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var prepared = await db.PreparedReports.Of(viewer.ProgrammeId, request.Period).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("report to approve");
        var by = viewer.UserId ?? throw new DomainRuleException("Somebody has to be signed in to approve.");
        if (request.Sha256 != await db.HashNow(clock, viewer.ProgrammeId, request.Period, cancellationToken))
        {
            throw new DomainRuleException("The report has changed since you opened it. Read it again below: a figure moved, or a story may not be told any more.");
        }

        prepared.Approve(by, request.Sha256, clock.GetUtcNow());
        await db.Write(
            viewer,
            prepared.AskedBy!.Value,
            $"{request.Period.ToWords()}: the outcome report is approved",
            $"{viewer.Name} has approved the outcome report for {request.Period.ToWords()}. You can publish it: {Letter.Site}/reports/{request.Period}/draft",
            cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
