using AbcdConnect.Application.Common;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports;

/// <summary>What is compiled today of what reports tell: to hold against what they told. For handlers: it sends nothing.</summary>
internal static class CompiledFigures
{
    /// <summary>The programme's figures with all their parts, and of each neighbourhood those that stand in the table.</summary>
    public static async Task<Dictionary<FigureKey, int>> Compiled(this IAbcdDbContext db, ProgrammeId programme, YearMonth first, YearMonth last, CancellationToken token)
    {
        var inTable = ReportBuilder.InTable.ToList();
        var figures = db.MonthlyMetrics.AsNoTracking().Where(m => m.ProgrammeId == programme && m.Month >= first && m.Month <= last);
        var all = figures.Where(m => m.Scope == MetricScope.Programme);
        var places = figures.Where(m => m.Scope == MetricScope.Neighbourhood && m.Part == MetricPart.Whole && EF.Parameter(inTable).Contains(m.Metric));
        return (await all.Concat(places).Select(m => new { m.Month, m.Period, m.Scope, m.ScopeId, m.Metric, m.Part, m.Value }).ToListAsync(token))
            .ToDictionary(m => new FigureKey(m.Month, m.Period, m.Scope, m.ScopeId, m.Metric, m.Part), m => m.Value);
    }
}
