using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports;

/// <summary>What a commissioner comes for: the latest month as it was published, everything published before it, and what was put right.
/// Made from published reports alone, so that nothing else can be worked out from it.</summary>
[Requires(Permission.SeeReports)]
public sealed record SeeDashboard : IRequest<Dashboard>;

/// <param name="Latest">Null before the first month is published.</param>
/// <param name="Editions">The newest edition of each period, newest first.</param>
/// <param name="PutRight">The latest corrections, newest first.</param>
/// <param name="YearEnded">The programme year that ended last; null in the first.</param>
/// <param name="ToldByEmail">Whether the reader is told when a report is out; null where nobody of their role is.</param>
public sealed record Dashboard(string Programme, ReportSheet? Latest, IReadOnlyList<PublishedEdition> Editions, IReadOnlyList<Correction> PutRight, bool? ToldByEmail, ReportPeriod? YearEnded = null)
{
    /// <summary>Drafts that the reader was asked to look at.</summary>
    public IReadOnlyList<ReportPeriod> WaitForYou { get; init; } = [];
}

public sealed record PublishedEdition(ReportPeriod Period, int Edition, DateTimeOffset PublishedAt);

/// <param name="WhatMoved">A sentence a line.</param>
public sealed record Correction(ReportPeriod Period, int Edition, DateTimeOffset PublishedAt, IReadOnlyList<string> WhatMoved);

internal sealed class SeeDashboardHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SeeDashboard, Dashboard>
{
    private const int MostEditions = 60;
    private const int MostCorrections = 3;

    public async Task<Dashboard> Handle(SeeDashboard request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var programme = viewer.ProgrammeId;
        var editions = await db.OutcomeReports.AsNoTracking().Where(r => r.ProgrammeId == programme)
            .OrderByDescending(r => r.Month).ThenByDescending(r => r.Kind).ThenByDescending(r => r.Edition)
            .Take(MostEditions)
            .Select(r => new { Period = new ReportPeriod(r.Kind, r.Month), r.Edition, r.PublishedAt, r.WhatMoved })
            .ToListAsync(cancellationToken);
        var latest = editions.Find(e => e.Period.Kind == ReportKind.Month);
        var about = await db.Programmes.Where(p => p.Id == programme).Select(p => new { p.Name, p.StartsOn }).SingleAsync(cancellationToken);
        var yearEnded = ReportPeriod.Year(YearMonth.Containing(clock.Today()), about.StartsOn).Previous;
        return new Dashboard(
            about.Name,
            latest is null ? null : (await db.Published(programme, latest.Period, latest.Edition, cancellationToken)).Sheet,
            [.. editions.DistinctBy(e => e.Period).Select(e => new PublishedEdition(e.Period, e.Edition, e.PublishedAt))],
            [.. editions.Where(e => e.WhatMoved is not null).OrderByDescending(e => e.PublishedAt).Take(MostCorrections)
                .Select(e => new Correction(e.Period, e.Edition, e.PublishedAt, e.WhatMoved!.Split('\n')))],
            viewer.Role == Domain.Access.Role.Commissioner && !viewer.IsSystem
                ? await db.Members.Where(m => m.ProgrammeId == programme && m.Id == viewer.UserId).Select(m => (bool?)!m.NoReportLetters).SingleOrDefaultAsync(cancellationToken)
                : null,
            yearEnded.Last >= YearMonth.Containing(about.StartsOn) ? yearEnded : null)
        {
            WaitForYou = viewer.May(Permission.ApproveReports) && viewer.UserId is { } me
                ? await db.PreparedReports.Where(p => p.ProgrammeId == programme && p.State == PreparedState.WaitingForApproval && p.AskedOf == me)
                    .OrderBy(p => p.Month).Select(p => new ReportPeriod(p.Kind, p.Month)).ToListAsync(cancellationToken)
                : [],
        };
    }
}
