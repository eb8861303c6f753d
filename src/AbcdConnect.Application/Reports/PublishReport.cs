using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Reports.Preparing;
using AbcdConnect.Application.Reports.Sections;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports;

/// <summary>Freezes a month's figures for good. Published again, they are a new edition that says what moved. The file is printed
/// afterwards, once: publishing needs no browser.</summary>
/// <returns>The edition.</returns>
[Requires(Permission.PublishReports)]
public sealed record PublishReport(ReportPeriod Period) : IRequest<int>;

internal sealed class PublishReportHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<PublishReport, int>
{
    public async Task<int> Handle(PublishReport request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var period = request.Period;
        if (clock.Today() <= period.Last.Last)
        {
            throw new DomainRuleException($"{period.ToWords()} is not over yet: publish it from {period.Last.Next.First:d MMMM yyyy}.");
        }

        if (await db.ChangedMonths.AnyAsync(c => c.ProgrammeId == viewer.ProgrammeId && c.Month >= period.First && c.Month <= period.Last, cancellationToken))
        {
            throw new DomainRuleException($"Something was entered for {period.ToWords()} after its figures were compiled. Compile them again first, then publish.");
        }

        var made = await new ReportBuilder(db, clock).Build(viewer.ProgrammeId, period, cancellationToken);
        if (made.Refusals.Count > 0)
        {
            throw new DomainRuleException($"It would tell of too few people, and was not published. {string.Join(' ', made.Refusals)} What to do then is in the coordinators' guide, “When publishing is refused”.");
        }

        var figures = made.Figures;
        var last = await db.OutcomeReports.AsNoTracking().Of(viewer.ProgrammeId, period)
            .OrderByDescending(r => r.Edition).Select(r => new { r.Edition, r.Figures }).FirstOrDefaultAsync(cancellationToken);
        var moved = last is null ? [] : WhatMoved.Between(ReportFigures.FromJson(last.Figures), figures);
        if (last is not null && moved.Count == 0)
        {
            throw new DomainRuleException($"Nothing has moved since edition {last.Edition} was published, so there is nothing to correct.");
        }

        var (json, edition, at) = (figures.ToJson(), (last?.Edition ?? 0) + 1, clock.GetUtcNow());
        var (programme, prepared) = (await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == viewer.ProgrammeId, cancellationToken), await db.PreparedReports.Of(viewer.ProgrammeId, period).SingleOrDefaultAsync(cancellationToken));
        var sha256 = ReportFigures.Sha256(json);
        // The command line and the demo's first start publish for nobody.
        if (!viewer.IsSystem && !programme.PublishesAlone)
        {
            (prepared ?? PreparedReport.Begin(viewer.ProgrammeId, period)).MustBeApproved(sha256);
        }

        var report = new OutcomeReport
        {
            ProgrammeId = viewer.ProgrammeId,
            Kind = period.Kind,
            Month = period.Last,
            Edition = edition,
            PublishedAt = at,
            PublishedBy = viewer.UserId,
            Figures = json,
            FiguresSha256 = sha256,
            ApprovedBy = prepared?.State == PreparedState.Approved && prepared.AskedSha256 == sha256 ? prepared.AnsweredBy : null,
            CsvSha256 = ReportFigures.Sha256(ReportCsv.Of(new ReportSheet(figures, edition, at, null, null))),
            Inputs = made.Inputs.ToJson(),
            Cells = PublicationText.Write(made.Publication),
            WhatMoved = last is null ? null : string.Join('\n', moved),
        };
        // Two who publish at once: the unique edition lets one through, and what another published meanwhile must be stood up to as well.
        return await db.AllOrNothing(
            async () =>
            {
                if (await db.OutcomeReports.CountAsync(r => r.ProgrammeId == viewer.ProgrammeId, cancellationToken) != made.Before)
                {
                    throw new DomainRuleException("Another report was published a moment ago, and this one has not been held against it. Look at the draft once more, then publish.");
                }

                foreach (var old in await db.OutcomeReports.Where(r => r.ProgrammeId == viewer.ProgrammeId && r.Cells == null).ToListAsync(cancellationToken))
                {
                    // From now on as this edition was held against it, whatever is compiled later.
                    old.KeepCells(PublicationText.Write(await OldEditions.Read(db, viewer.ProgrammeId, old.Figures, cancellationToken)));
                }

                db.OutcomeReports.Add(report);
                prepared?.Published();
                await ReportStories.Note(db, viewer.ProgrammeId, period, edition, figures, clock.Today(), cancellationToken);
                if (!viewer.IsSystem)
                {
                    await db.TellCommissioners(viewer, period, edition, programme.Name, cancellationToken);
                }

                await db.SaveChangesAsync(cancellationToken);
                return report.Edition;
            },
            cancellationToken);
    }
}
