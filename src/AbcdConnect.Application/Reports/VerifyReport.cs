using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Reports;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports;

/// <summary>Which published edition a file is, by its SHA-256: a file with one letter changed is none.</summary>
[Requires(Permission.SeeReports)]
public sealed record VerifyReport(string Sha256) : IRequest<VerifiedReport?>;

/// <param name="File">"the PDF", "the CSV" or "the figures".</param>
/// <param name="NewestEdition">The newest edition of the same month, which may say something else by now.</param>
public sealed record VerifiedReport(ReportPeriod Period, int Edition, int NewestEdition, DateTimeOffset PublishedAt, string File);

internal sealed class VerifyReportValidator : AbstractValidator<VerifyReport>
{
    public VerifyReportValidator() => RuleFor(r => r.Sha256)
        .Must(hash => hash?.Trim() is { Length: 64 } trimmed && trimmed.All(char.IsAsciiHexDigit))
        .WithMessage("Paste the whole SHA-256: 64 digits and letters from a to f. Or choose the file.");
}

internal sealed class VerifyReportHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<VerifyReport, VerifiedReport?>
{
    public async Task<VerifiedReport?> Handle(VerifyReport request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var hash = request.Sha256.Trim().ToLowerInvariant();
        var editions = await db.OutcomeReports.AsNoTracking().Where(r => r.ProgrammeId == programme)
            .Select(r => new { r.Kind, r.Month, r.Edition, r.PublishedAt, r.FiguresSha256, r.PdfSha256 })
            .ToListAsync(cancellationToken);
        foreach (var edition in editions)
        {
            if (edition.PdfSha256 == hash || edition.FiguresSha256 == hash || await IsCsv(programme, new ReportPeriod(edition.Kind, edition.Month), edition.Edition, hash, cancellationToken))
            {
                return new VerifiedReport(
                    new ReportPeriod(edition.Kind, edition.Month),
                    edition.Edition,
                    editions.Where(e => e.Month == edition.Month && e.Kind == edition.Kind).Max(e => e.Edition),
                    edition.PublishedAt,
                    edition.PdfSha256 == hash ? "the PDF" : edition.FiguresSha256 == hash ? "the figures" : "the CSV");
            }
        }

        return null;
    }

    // The CSV is not kept: it is made from the frozen figures, the same each time. A programme has a few dozen editions.
    private async Task<bool> IsCsv(Domain.Programmes.ProgrammeId programme, ReportPeriod period, int edition, string hash, CancellationToken token)
    {
        var report = await db.Published(programme, period, edition, token);
        return ReportFigures.Sha256(ReportCsv.Of(report.Sheet)) == hash;
    }
}
