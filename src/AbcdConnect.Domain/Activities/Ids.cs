using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Activities;

public readonly record struct ActivityId(long Value) : IStrongId<ActivityId>
{
    public static ActivityId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct ActivitySessionId(long Value) : IStrongId<ActivitySessionId>
{
    public static ActivitySessionId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
