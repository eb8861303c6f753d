using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Domain.Reports.Disclosure;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports;

/// <summary>Makes every published edition again from what it was made from, and says whether each byte of its figures is the same, or each
/// figure where the program has learnt to say it better since; and has an attacker read all of them together once more.</summary>
[Requires(Permission.PublishReports)]
public sealed record MakeReportsAgain : IRequest<ReportsMadeAgain>;

/// <param name="Tells">What a reader of everything published could work out, a sentence each; empty as it should be.</param>
public sealed record ReportsMadeAgain(IReadOnlyList<EditionMadeAgain> Editions, IReadOnlyList<string> Tells);

/// <param name="Sha256">Of the figures as they came out now; null where what they were made from was not kept.</param>
public sealed record EditionMadeAgain(ReportPeriod Period, int Edition, MadeAgain Came, string? Sha256);

/// <summary>How an edition comes out when it is made again.</summary>
public enum MadeAgain
{
    SameToTheByte,

    /// <summary>It is kept as it was published, and every figure comes out the same; the sentences are those of an earlier version of the program.</summary>
    SameInOtherWords,

    Otherwise,

    /// <summary>It is from before it was kept what editions are made from.</summary>
    NotKept,
}

internal sealed class MakeReportsAgainHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<MakeReportsAgain, ReportsMadeAgain>
{
    public async Task<ReportsMadeAgain> Handle(MakeReportsAgain request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var kept = await db.OutcomeReports.Where(r => r.ProgrammeId == programme).OrderBy(r => r.PublishedAt).ThenBy(r => r.Id)
            .Select(r => new { r.Kind, r.Month, r.Edition, r.FiguresSha256, r.Figures, r.Inputs, r.Cells }).ToListAsync(cancellationToken);
        var before = new List<Publication>();
        var editions = new List<EditionMadeAgain>();
        foreach (var edition in kept)
        {
            var decided = edition.Cells is { } text ? PublicationText.Read(text) : null;
            var again = edition.Inputs is { } inputs ? ReportMaker.Make(ReportInputs.FromJson(inputs), [.. before], decided).Figures.ToJson() : null;
            editions.Add(new EditionMadeAgain(
                new ReportPeriod(edition.Kind, edition.Month),
                edition.Edition,
                Came(edition.Figures, edition.FiguresSha256, again),
                again is null ? null : ReportFigures.Sha256(again)));
            if (decided is not null)
            {
                before.Add(decided);
            }
        }

        var places = await db.Neighbourhoods.Where(n => n.ProgrammeId == programme).Select(n => new Metrics.BookPlace(n.Id, n.Name, n.Population)).ToListAsync(cancellationToken);
        return new ReportsMadeAgain(editions, BreachWords.Of(EverPublished.Audit(before, ReportCells.Rules), places));
    }

    private static MadeAgain Came(string published, string sha256, string? again) =>
        again is null ? MadeAgain.NotKept
        : ReportFigures.Sha256(published) != sha256 ? MadeAgain.Otherwise
        : again == published ? MadeAgain.SameToTheByte
        : SameFigures.In(published, again) ? MadeAgain.SameInOtherWords
        : MadeAgain.Otherwise;
}
