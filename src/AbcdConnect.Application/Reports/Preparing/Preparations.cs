using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Mail;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports.Preparing;

internal static class Preparations
{
    public static IQueryable<PreparedReport> Of(this IQueryable<PreparedReport> prepared, ProgrammeId programme, ReportPeriod period)
    {
        var (month, kind) = (period.Last, period.Kind);
        return prepared.Where(p => p.ProgrammeId == programme && p.Month == month && p.Kind == kind);
    }

    /// <summary>To change it: what somebody began, or a new one with the usual parts.</summary>
    /// <param name="version">As the form was opened with.</param>
    /// <exception cref="OvertakenException">Somebody saved in between.</exception>
    public static async Task<PreparedReport> ToPrepare(this IAbcdDbContext db, ProgrammeId programme, ReportPeriod period, long version, CancellationToken token)
    {
        var prepared = await db.PreparedReports.Of(programme, period).SingleOrDefaultAsync(token);
        if (prepared is null)
        {
            prepared = PreparedReport.Begin(programme, period);
            db.PreparedReports.Add(prepared);
            return prepared;
        }

        prepared.MustStillBe(version);
        return prepared;
    }

    /// <summary>Who may look at a report and approve it: workers and coordinators who are there.</summary>
    public static IQueryable<Member> Approvers(this IAbcdDbContext db, ProgrammeId programme) =>
        db.Members.Where(m => m.ProgrammeId == programme && m.LeftOn == null && m.LockedOn == null && (m.Role == Role.Coordinator || m.Role == Role.Worker));

    /// <summary>The hash of a report as it would be published now: what an approval is of.</summary>
    public static async Task<string> HashNow(this IAbcdDbContext db, TimeProvider clock, ProgrammeId programme, ReportPeriod period, CancellationToken token) =>
        ReportFigures.Sha256((await new ReportBuilder(db, clock).Build(programme, period, token)).Figures.ToJson());

    public static async Task Write(this IAbcdDbContext db, Viewer viewer, UserId to, string subject, string text, CancellationToken token)
    {
        var reader = await db.Members.AsNoTracking().IgnoreAutoIncludes().Where(m => m.ProgrammeId == viewer.ProgrammeId && m.Id == to && m.LeftOn == null)
            .Select(m => new { m.Email, m.Name }).SingleOrDefaultAsync(token);
        if (reader is not null)
        {
            db.Letters.Add(Letter.To(viewer.ProgrammeId, reader.Email, reader.Name, subject, text));
        }
    }
}
