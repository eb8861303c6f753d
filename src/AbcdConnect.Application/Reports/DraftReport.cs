using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports;

/// <summary>A month's report as it would be published now, for those who answer for it.</summary>
[Requires(Permission.SeeFigures)]
public sealed record DraftReport(ReportPeriod Period) : IRequest<ReportDraft>;

/// <param name="LastEdition">The newest published edition; null where there is none.</param>
/// <param name="WouldMove">What publishing it would move, a sentence each; empty for a first edition and where nothing would.</param>
/// <param name="ChangedSince">Something was entered for the month after its figures were compiled.</param>
/// <param name="Ended">Whether the period is over: only then can it be published.</param>
public sealed record ReportDraft(ReportSheet Sheet, int? LastEdition, IReadOnlyList<string> WouldMove, bool ChangedSince, bool Ended)
{
    /// <summary>What a reader of everything published could work out if this were published too, a sentence each: then it cannot be.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];

    public bool CanBePublished => Ended && !ChangedSince && Refusals.Count == 0 && (LastEdition is null || WouldMove.Count > 0);
}

internal sealed class DraftReportHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<DraftReport, ReportDraft>
{
    public async Task<ReportDraft> Handle(DraftReport request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var made = await new ReportBuilder(db, clock).Build(programme, request.Period, cancellationToken);
        var figures = made.Figures;
        var last = await db.OutcomeReports.Of(programme, request.Period)
            .OrderByDescending(r => r.Edition).Select(r => new { r.Edition, r.Figures }).FirstOrDefaultAsync(cancellationToken);
        var changed = await db.ChangedMonths.AnyAsync(c => c.ProgrammeId == programme && c.Month >= request.Period.First && c.Month <= request.Period.Last, cancellationToken);
        return new ReportDraft(
            new ReportSheet(figures, null, null, null, null),
            last?.Edition,
            last is null ? [] : WhatMoved.Between(ReportFigures.FromJson(last.Figures), figures),
            changed,
            clock.Today() > request.Period.Last.Last)
        {
            Refusals = made.Refusals,
        };
    }
}
