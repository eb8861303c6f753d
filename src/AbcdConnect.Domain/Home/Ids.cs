using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Home;

public readonly record struct DayAnswerId(long Value) : IStrongId<DayAnswerId>
{
    public static DayAnswerId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
