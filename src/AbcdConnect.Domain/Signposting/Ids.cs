using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Signposting;

public readonly record struct SignpostId(long Value) : IStrongId<SignpostId>
{
    // Of two signposts on one day the lower number came first.
    public static bool operator <(SignpostId left, SignpostId right) => left.Value < right.Value;

    public static bool operator >(SignpostId left, SignpostId right) => left.Value > right.Value;

    public static bool operator <=(SignpostId left, SignpostId right) => left.Value <= right.Value;

    public static bool operator >=(SignpostId left, SignpostId right) => left.Value >= right.Value;

    public static SignpostId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
