using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports.Preparing;

/// <summary>What a report is made of so far.</summary>
[Requires(Permission.PublishReports)]
public sealed record SeeSections(ReportPeriod Period) : IRequest<SectionsSeen>;

/// <param name="Version"><see cref="PreparedReport.NotBegun"/> where nobody has.</param>
public sealed record SectionsSeen(IReadOnlyList<ChosenSection> Sections, long Version);

internal sealed class SeeSectionsHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SeeSections, SectionsSeen>
{
    public async Task<SectionsSeen> Handle(SeeSections request, CancellationToken cancellationToken)
    {
        var prepared = await db.PreparedReports.AsNoTracking().Of(current.Required().ProgrammeId, request.Period).SingleOrDefaultAsync(cancellationToken);
        return new SectionsSeen(prepared?.Sections ?? ReportSections.Usual, prepared?.Version ?? PreparedReport.NotBegun);
    }
}
