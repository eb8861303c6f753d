using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports;

/// <summary>What an address speaks of: 2026-10, 2026-q3, or 2026-27, the year of a programme, which begins when the programme's does.</summary>
/// <exception cref="NotFoundException">It is no period.</exception>
[Requires(Permission.SeeReports)]
public sealed record FindPeriod(string Address) : IRequest<ReportPeriod>;

internal sealed class FindPeriodHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<FindPeriod, ReportPeriod>
{
    public async Task<ReportPeriod> Handle(FindPeriod request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var starts = await db.Programmes.Where(p => p.Id == programme).Select(p => p.StartsOn).SingleAsync(cancellationToken);
        return ReportPeriod.TryParse(request.Address, starts, out var period) ? period : throw new NotFoundException("report");
    }
}
