using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Access;

public readonly record struct UserId(long Value) : IStrongId<UserId>
{
    public static UserId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
