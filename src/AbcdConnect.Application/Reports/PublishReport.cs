using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports;

/// <summary>Freezes a month's figures for good. Published again, they are a new edition that says what moved. The file is printed
/// afterwards, once: publishing needs no browser.</summary>
/// <returns>The edition.</returns>
[Requires(Permission.PublishReports)]
public sealed record PublishReport(YearMonth Month) : IRequest<int>;

internal sealed class PublishReportHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<PublishReport, int>
{
    public async Task<int> Handle(PublishReport request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var month = request.Month;
        if (clock.Today() <= month.Last)
        {
            throw new DomainRuleException($"{month.ToWords()} is not over yet: publish it from {month.Next.First:d MMMM yyyy}.");
        }

        if (await db.ChangedMonths.AnyAsync(c => c.ProgrammeId == viewer.ProgrammeId && c.Month == month, cancellationToken))
        {
            throw new DomainRuleException($"Something was entered for {month.ToWords()} after its figures were compiled. Compile them again first, then publish.");
        }

        var figures = await new ReportBuilder(db, clock).Build(viewer.ProgrammeId, month, cancellationToken);
        var last = await db.OutcomeReports.AsNoTracking().Where(r => r.ProgrammeId == viewer.ProgrammeId && r.Month == month)
            .OrderByDescending(r => r.Edition).Select(r => new { r.Edition, r.Figures }).FirstOrDefaultAsync(cancellationToken);
        var moved = last is null ? [] : WhatMoved.Between(ReportFigures.FromJson(last.Figures), figures);
        if (last is not null && moved.Count == 0)
        {
            throw new DomainRuleException($"Nothing has moved since edition {last.Edition} was published, so there is nothing to correct.");
        }

        var json = figures.ToJson();
        var report = new OutcomeReport
        {
            ProgrammeId = viewer.ProgrammeId,
            Month = month,
            Edition = (last?.Edition ?? 0) + 1,
            PublishedAt = clock.GetUtcNow(),
            PublishedBy = viewer.UserId,
            Figures = json,
            FiguresSha256 = ReportFigures.Sha256(json),
            WhatMoved = last is null ? null : string.Join('\n', moved),
        };
        db.OutcomeReports.Add(report);
        // Two who publish at once: the unique edition lets one through.
        await db.SaveChangesAsync(cancellationToken);
        return report.Edition;
    }
}
