using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Reports;

public readonly record struct OutcomeReportId(long Value) : IStrongId<OutcomeReportId>
{
    public static OutcomeReportId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
