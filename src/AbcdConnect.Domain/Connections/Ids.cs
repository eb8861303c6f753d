using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Connections;

public readonly record struct ConnectionId(long Value) : IStrongId<ConnectionId>
{
    public static ConnectionId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct IntroductionId(long Value) : IStrongId<IntroductionId>
{
    public static IntroductionId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
