using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Reports;

public readonly record struct OutcomeReportId(long Value) : IStrongId<OutcomeReportId>
{
    public static OutcomeReportId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct PreparedReportId(long Value) : IStrongId<PreparedReportId>
{
    public static PreparedReportId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct ValueInputId(long Value) : IStrongId<ValueInputId>
{
    public static ValueInputId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
