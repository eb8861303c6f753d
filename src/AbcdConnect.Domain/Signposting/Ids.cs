using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Signposting;

public readonly record struct SignpostId(long Value) : IStrongId<SignpostId>
{
    public static SignpostId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
