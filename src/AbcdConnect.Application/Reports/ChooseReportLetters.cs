using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports;

/// <summary>Whether somebody wants to be told by e-mail that a report is out: about oneself only.</summary>
[Requires(Permission.SeeReports)]
public sealed record ChooseReportLetters(bool Wanted) : IRequest;

internal sealed class ChooseReportLettersHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ChooseReportLetters>
{
    public async Task Handle(ChooseReportLetters request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var member = await db.Members.SingleAsync(m => m.ProgrammeId == viewer.ProgrammeId && m.Id == viewer.UserId, cancellationToken);
        member.SetReportLetters(request.Wanted);
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>The letters that say a report is out: to commissioners who did not ask to be left alone. What is in it stays behind the sign-in.</summary>
internal static class ReportLetters
{
    public static async Task TellCommissioners(this IAbcdDbContext db, Viewer viewer, Domain.Reports.ReportPeriod period, int edition, string programme, CancellationToken token)
    {
        var readers = await db.Members.AsNoTracking().IgnoreAutoIncludes()
            .Where(m => m.ProgrammeId == viewer.ProgrammeId && m.Role == Role.Commissioner && m.LeftOn == null && m.LockedOn == null && !m.NoReportLetters)
            .Select(m => new { m.Email, m.Name }).ToListAsync(token);
        foreach (var reader in readers)
        {
            db.Letters.Add(Domain.Mail.Letter.To(
                viewer.ProgrammeId,
                reader.Email,
                reader.Name,
                edition == 1 ? $"{programme}: the report for {period.ToWords()} is out" : $"{programme}: the report for {period.ToWords()} was put right",
                (edition == 1 ? $"The outcome report of {programme} for {period.ToWords()} has been published." : $"Edition {edition} of the outcome report of {programme} for {period.ToWords()} has been published. It says what it puts right.")
                + $"\n\nRead it, or take the PDF and the figures: {Domain.Mail.Letter.Site}/reports/{period}"
                + $"\n\nRather not be told? Say so here: {Domain.Mail.Letter.Site}/reports",
                $"report-{period}-{edition}"));
        }
    }
}
