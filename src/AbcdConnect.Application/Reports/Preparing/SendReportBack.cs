using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Mail;
using AbcdConnect.Domain.Reports;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports.Preparing;

/// <summary>A second person has looked at the report, and something has to be put right first.</summary>
[Requires(Permission.ApproveReports)]
public sealed record SendReportBack(ReportPeriod Period, string Remark) : IRequest;

internal sealed class SendReportBackValidator : AbstractValidator<SendReportBack>
{
    public SendReportBackValidator() => RuleFor(r => r.Remark)
        .NotEmpty().WithMessage("Say what has to be put right")
        .MaximumLength(PreparedReport.LongestWords).WithMessage("Use at most 4,000 letters");
}

internal sealed class SendReportBackHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SendReportBack>
{
    public async Task Handle(SendReportBack request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var prepared = await db.PreparedReports.Of(viewer.ProgrammeId, request.Period).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("report to approve");
        prepared.SendBack(viewer.UserId ?? throw new DomainRuleException("Somebody has to be signed in to send it back."), request.Remark, clock.GetUtcNow());
        await db.Write(
            viewer,
            prepared.AskedBy!.Value,
            $"{request.Period.ToWords()}: something has to be put right in the outcome report",
            $"{viewer.Name} has sent the outcome report for {request.Period.ToWords()} back, with a remark: {Letter.Site}/reports/{request.Period}/draft",
            cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
