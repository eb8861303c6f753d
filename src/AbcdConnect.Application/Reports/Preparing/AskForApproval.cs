using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Mail;
using AbcdConnect.Domain.Reports;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports.Preparing;

/// <summary>Asks a second person to look at a report before it is published. They are told by e-mail.</summary>
[Requires(Permission.PublishReports)]
public sealed record AskForApproval(ReportPeriod Period, UserId? Of, long Version) : IRequest;

internal sealed class AskForApprovalValidator : AbstractValidator<AskForApproval>
{
    public AskForApprovalValidator() => RuleFor(r => r.Of).NotNull().WithMessage("Choose who is to look at it");
}

internal sealed class AskForApprovalHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<AskForApproval>
{
    public async Task Handle(AskForApproval request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var asked = await db.Approvers(viewer.ProgrammeId).Where(m => m.Id == request.Of).Select(m => m.Id).SingleOrDefaultAsync(cancellationToken);
        if (asked == default)
        {
            throw new DomainRuleException("Choose a coordinator or a worker of this programme.");
        }

        var by = viewer.UserId ?? throw new DomainRuleException("Somebody has to be signed in to ask.");
        var prepared = await db.ToPrepare(viewer.ProgrammeId, request.Period, request.Version, cancellationToken);
        prepared.Ask(by, asked, await db.HashNow(clock, viewer.ProgrammeId, request.Period, cancellationToken), clock.GetUtcNow());
        await db.Write(
            viewer,
            asked,
            $"{request.Period.ToWords()}: please look at the outcome report",
            $"{viewer.Name} asks you to look at the outcome report for {request.Period.ToWords()} before it is published.\n\nRead it here, and approve it or send it back: {Letter.Site}/reports/{request.Period}/draft",
            cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
