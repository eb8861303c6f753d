using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Reports;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports;

/// <summary>Which published edition a file is, by its SHA-256 (a file with one letter changed is none), or which one an identifier
/// belongs to. Open to anybody: whoever holds a report may ask, and nobody can guess.</summary>
/// <param name="Mark">64 digits of a hash, or the 12 of an identifier.</param>
[OpenToAnybody]
public sealed record VerifyReport(string Mark) : IRequest<VerifiedReport?>;

/// <param name="File">"the PDF", "the CSV", "the figures" or "the PDF of Fernhill"; null where only an identifier was given.</param>
/// <param name="NewestEdition">The newest edition of the same period, which may say something else by now.</param>
/// <param name="PdfSha256">To compare by hand; null until the file has been printed.</param>
public sealed record VerifiedReport(string Programme, ReportPeriod Period, int Edition, int NewestEdition, DateTimeOffset PublishedAt, string? File, string FiguresSha256, string? PdfSha256);

internal sealed class VerifyReportValidator : AbstractValidator<VerifyReport>
{
    private const int HashDigits = 64;

    public VerifyReportValidator() => RuleFor(r => r.Mark)
        .Must(mark => ReportIdentifier.Read(mark) is not null || (mark?.Trim() is { Length: HashDigits } trimmed && trimmed.All(char.IsAsciiHexDigit)))
        .WithMessage("Type the identifier as it stands at the foot of the report, such as 3f9a-2c7d-11ab; or paste the whole SHA-256: 64 digits and letters from a to f. Or choose the file")
        .OverridePropertyName("Sha256");
}

internal sealed class VerifyReportHandler(IAbcdDbContext db) : IRequestHandler<VerifyReport, VerifiedReport?>
{
    // Reports from before the hash of their CSV was kept; a programme has a few dozen editions in all.
    private const int MostWithoutHash = 100;

    public Task<VerifiedReport?> Handle(VerifyReport request, CancellationToken cancellationToken) =>
        ReportIdentifier.Read(request.Mark) is { } identifier
            ? ByIdentifier(identifier, cancellationToken)
            : ByHash(request.Mark.Trim().ToLowerInvariant(), cancellationToken);

    private async Task<VerifiedReport?> ByIdentifier(string identifier, CancellationToken token)
    {
        // Between its first and its last hash: a range of the index, in every database's order of letters.
        var (first, last) = (identifier.PadRight(64, '0'), identifier.PadRight(64, 'f'));
        var id = await db.OutcomeReports.Where(r => string.Compare(r.FiguresSha256, first) >= 0 && string.Compare(r.FiguresSha256, last) <= 0)
            .OrderByDescending(r => r.Edition).Select(r => (OutcomeReportId?)r.Id).FirstOrDefaultAsync(token);
        return id is { } known ? await Describe(known, null, token) : null;
    }

    private async Task<VerifiedReport?> ByHash(string hash, CancellationToken token)
    {
        var found = await db.OutcomeReports.Where(r => r.PdfSha256 == hash || r.FiguresSha256 == hash || r.CsvSha256 == hash)
            .OrderByDescending(r => r.Edition)
            .Select(r => new { r.Id, File = r.PdfSha256 == hash ? "the PDF" : r.FiguresSha256 == hash ? "the figures" : "the CSV" })
            .FirstOrDefaultAsync(token);
        if (found is not null)
        {
            return await Describe(found.Id, found.File, token);
        }

        var place = await db.PlacePrints.Where(p => p.PdfSha256 == hash)
            .Select(p => new { p.ReportId, Name = db.Neighbourhoods.Where(n => n.Id == p.NeighbourhoodId).Select(n => n.Name).FirstOrDefault() })
            .FirstOrDefaultAsync(token);
        return place is not null
            ? await Describe(place.ReportId, $"the PDF of {place.Name}", token)
            : await CsvOfOld(hash, token) is { } old ? await Describe(old, "the CSV", token) : null;
    }

    private async Task<OutcomeReportId?> CsvOfOld(string hash, CancellationToken token)
    {
        var old = await db.OutcomeReports.AsNoTracking().Where(r => r.CsvSha256 == null).OrderByDescending(r => r.Id).Take(MostWithoutHash)
            .Select(r => new { r.Id, r.Edition, r.PublishedAt, r.Figures }).ToListAsync(token);
        return old.Find(r => ReportFigures.Sha256(ReportCsv.Of(new ReportSheet(ReportFigures.FromJson(r.Figures), r.Edition, r.PublishedAt, null, null))) == hash)?.Id;
    }

    private Task<VerifiedReport?> Describe(OutcomeReportId id, string? file, CancellationToken token) =>
        db.OutcomeReports.Where(r => r.Id == id)
            .Select(r => new VerifiedReport(
                db.Programmes.Where(p => p.Id == r.ProgrammeId).Select(p => p.Name).First(),
                new ReportPeriod(r.Kind, r.Month),
                r.Edition,
                db.OutcomeReports.Where(o => o.ProgrammeId == r.ProgrammeId && o.Month == r.Month && o.Kind == r.Kind).Max(o => o.Edition),
                r.PublishedAt,
                file,
                r.FiguresSha256,
                r.PdfSha256))
            .FirstOrDefaultAsync(token)!;
}
