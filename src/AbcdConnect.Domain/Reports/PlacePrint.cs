using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Reports;

/// <summary>A neighbourhood's own pages out of one edition, as they were printed: once, and the same bytes ever after.</summary>
public sealed class PlacePrint
{
    public required OutcomeReportId ReportId { get; init; }

    public required NeighbourhoodId NeighbourhoodId { get; init; }

    public required byte[] Pdf { get; init; }

    /// <summary>SHA-256 of <see cref="Pdf"/>, hexadecimal.</summary>
    public required string PdfSha256 { get; init; }
}
