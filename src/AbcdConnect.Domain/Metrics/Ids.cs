using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Metrics;

public readonly record struct MonthlyMetricId(long Value) : IStrongId<MonthlyMetricId>
{
    public static MonthlyMetricId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct JobRunId(long Value) : IStrongId<JobRunId>
{
    public static JobRunId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
