using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports.Value;

/// <summary>The sums of money that the programme answers for.</summary>
[Requires(Permission.PublishReports)]
public sealed record ListValueInputs : IRequest<IReadOnlyList<ValueInputRow>>;

public sealed record ValueInputRow(ValueInputId Id, ValueKind Kind, Metric Metric, decimal Amount, YearMonth From, YearMonth To, string Source);

internal sealed class ListValueInputsHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ListValueInputs, IReadOnlyList<ValueInputRow>>
{
    private const int Most = 200;

    public async Task<IReadOnlyList<ValueInputRow>> Handle(ListValueInputs request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        return await db.ValueInputs.AsNoTracking().Where(v => v.ProgrammeId == programme).OrderByDescending(v => v.From).ThenBy(v => v.Id).Take(Most)
            .Select(v => new ValueInputRow(v.Id, v.Kind, v.Metric, v.Amount, v.From, v.To, v.Source)).ToListAsync(cancellationToken);
    }
}
