using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Reports.Preparing;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports;

/// <summary>A report as it would be published now, for those who answer for it.</summary>
[Requires(Permission.SeeFigures)]
public sealed record DraftReport(ReportPeriod Period) : IRequest<ReportDraft>;

/// <param name="LastEdition">The newest published edition; null where there is none.</param>
/// <param name="WouldMove">What publishing it would move, a sentence each; empty for a first edition and where nothing would.</param>
/// <param name="ChangedSince">Something was entered for the period after its figures were compiled.</param>
/// <param name="Ended">Whether the period is over: only then can it be published.</param>
/// <param name="Approval">Who else looks at it.</param>
public sealed record ReportDraft(ReportSheet Sheet, int? LastEdition, IReadOnlyList<string> WouldMove, bool ChangedSince, bool Ended, DraftApproval Approval)
{
    /// <summary>What a reader of everything published could work out if this were published too, a sentence each: then it cannot be.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];

    /// <summary>As far as figures go: whether there is something that may be published.</summary>
    public bool IsReady => Ended && !ChangedSince && Refusals.Count == 0 && (LastEdition is null || WouldMove.Count > 0);

    public bool CanBePublished => IsReady && (!Approval.Needed || Approval.Stands);
}

/// <param name="Needed">Whether this programme publishes only what a second person approved.</param>
/// <param name="Sha256">Of the report as it stands.</param>
/// <param name="StillTheSame">It is what was asked about: no figure and no word has moved since.</param>
/// <param name="Mine">The reader asked for the approval themselves, so that somebody else has to give it.</param>
/// <param name="Others">Who could be asked; empty for those who do not publish.</param>
public sealed record DraftApproval(
    bool Needed,
    PreparedState State,
    string Sha256,
    bool StillTheSame,
    string? AskedBy,
    string? AskedOf,
    string? AnsweredBy,
    string? Remark,
    bool Mine,
    IReadOnlyList<PossibleApprover> Others,
    long Version)
{
    /// <summary>The reader is who was asked.</summary>
    public bool OfYou { get; init; }

    public bool Stands => State == PreparedState.Approved && StillTheSame;
}

public sealed record PossibleApprover(UserId Id, string Name);

internal sealed class DraftReportHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<DraftReport, ReportDraft>
{
    public async Task<ReportDraft> Handle(DraftReport request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var (programme, period) = (viewer.ProgrammeId, request.Period);
        var (first, end) = (period.First, period.Last);
        var made = await new ReportBuilder(db, clock).Build(programme, period, cancellationToken);
        var figures = made.Figures;
        var last = await db.OutcomeReports.Of(programme, period)
            .OrderByDescending(r => r.Edition).Select(r => new { r.Edition, r.Figures }).FirstOrDefaultAsync(cancellationToken);
        var changed = await db.ChangedMonths.AnyAsync(c => c.ProgrammeId == programme && c.Month >= first && c.Month <= end, cancellationToken);
        return new ReportDraft(
            await db.WithPictures(programme, new ReportSheet(figures, null, null, null, null), clock, cancellationToken),
            last?.Edition,
            last is null ? [] : WhatMoved.Between(ReportFigures.FromJson(last.Figures), figures),
            changed,
            clock.Today() > period.Last.Last,
            await Approval(viewer, period, ReportFigures.Sha256(figures.ToJson()), cancellationToken))
        {
            Refusals = made.Refusals,
        };
    }

    private async Task<DraftApproval> Approval(Viewer viewer, ReportPeriod period, string sha256, CancellationToken token)
    {
        var alone = await db.Programmes.Where(p => p.Id == viewer.ProgrammeId).Select(p => p.PublishesAlone).SingleAsync(token);
        var prepared = await db.PreparedReports.AsNoTracking().Of(viewer.ProgrammeId, period).SingleOrDefaultAsync(token);
        var names = await db.Members.AsNoTracking().IgnoreAutoIncludes().Where(m => m.ProgrammeId == viewer.ProgrammeId && (m.Role == Role.Coordinator || m.Role == Role.Worker))
            .Select(m => new { m.Id, m.Name }).ToDictionaryAsync(m => m.Id, m => m.Name, token);
        var others = viewer.May(Permission.PublishReports)
            ? await db.Approvers(viewer.ProgrammeId).IgnoreAutoIncludes().Where(m => m.Id != viewer.UserId).OrderBy(m => m.Name).Select(m => new PossibleApprover(m.Id, m.Name)).ToListAsync(token)
            : [];
        return new DraftApproval(
            !alone,
            prepared?.State ?? PreparedState.BeingWritten,
            sha256,
            prepared?.AskedSha256 == sha256,
            NameOf(prepared?.AskedBy),
            NameOf(prepared?.AskedOf),
            NameOf(prepared?.AnsweredBy),
            prepared?.Remark,
            prepared?.AskedBy is { } asked && asked == viewer.UserId,
            others,
            prepared?.Version ?? PreparedReport.NotBegun)
        {
            OfYou = prepared?.AskedOf is { } of && of == viewer.UserId,
        };

        string? NameOf(UserId? id) => id is { } known ? names.GetValueOrDefault(known, "Somebody who has left") : null;
    }
}
