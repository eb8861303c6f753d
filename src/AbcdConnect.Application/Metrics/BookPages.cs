using System.Globalization;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;

namespace AbcdConnect.Application.Metrics;

/// <summary>What a <see cref="FigureBook"/> is made from, as plain numbers and words: it can be written down and read again.</summary>
/// <param name="Values">Each figure under <see cref="KeyOf"/>.</param>
internal sealed record BookPages(
    DateOnly StartsOn,
    YearMonth Month,
    ReportKind Kind,
    DateOnly Today,
    IReadOnlyList<BookPlace> Places,
    IReadOnlyList<BookTarget> Targets,
    IReadOnlyList<BookPost> Posts,
    SortedDictionary<string, int> Values,
    DateTimeOffset? CompiledAt)
{
    private const char Between = '|';

    // The quarter before a quarter, the year before a year, where the programme was there for all of it.
    private bool IsBefore(FigureKey key)
    {
        var period = new ReportPeriod(Kind, Month);
        return Kind != ReportKind.Month && key.Month == period.Previous.Last && key.Period == period.Figures && key.Part == MetricPart.Whole && period.Previous.First >= YearMonth.Containing(StartsOn);
    }

    public static string KeyOf(FigureKey key) => string.Create(CultureInfo.InvariantCulture, $"{key.Month}|{key.Period}|{key.Scope}|{key.ScopeId}|{key.Metric}|{key.Part}");

    public static FigureKey KeyFrom(string text)
    {
        var parts = text.Split(Between);
        return new FigureKey(
            YearMonth.TryParse(parts[0], out var month) ? month : throw new FormatException("A month is written 2026-10."),
            Enum.Parse<MetricPeriod>(parts[1]),
            Enum.Parse<MetricScope>(parts[2]),
            long.Parse(parts[3], CultureInfo.InvariantCulture),
            Enum.Parse<Metric>(parts[4]),
            parts[5]);
    }

    public static SortedDictionary<string, int> ValuesOf(IEnumerable<(FigureKey Key, int Value)> values)
    {
        var sorted = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, value) in values)
        {
            sorted.Add(KeyOf(key), value);
        }

        return sorted;
    }

    /// <summary>Without what no report tells: other stretches of the months gone by, and who did how much.</summary>
    public BookPages ForReport() => this with
    {
        Values = ValuesOf(Values.Select(v => (Key: KeyFrom(v.Key), v.Value)).Where(v => v.Key.Scope != MetricScope.Worker
            && (v.Key.Month == Month || IsBefore(v.Key) || (v.Key.Period == MetricPeriod.Month && v.Key.Part == MetricPart.Whole)))),
    };
}

internal sealed record BookPlace(NeighbourhoodId Id, string Name, int? Population);

internal sealed record BookTarget(Metric Metric, NeighbourhoodId? Neighbourhood, decimal Amount, TargetPeriod Per, decimal? PerFte, YearMonth From, YearMonth? To)
{
    public static BookTarget Of(Target target) => new(target.Metric, target.NeighbourhoodId, target.Amount, target.Per, target.PerFte, target.From, target.To);

    public Target ToTarget() => Target.Promise(default, Metric, Neighbourhood, Amount, Per, PerFte, From, To);
}

internal sealed record BookPost(UserId Worker, YearMonth From, YearMonth? To, decimal Fte)
{
    public static BookPost Of(Staffing post) => new(post.WorkerId, post.From, post.To, post.Fte);

    public Staffing ToStaffing() => Staffing.Employ(default, Worker, From, To, Fte);
}
