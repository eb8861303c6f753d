using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Meetings.Room;

public readonly record struct SittingId(long Value) : IStrongId<SittingId>
{
    public static SittingId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct GuestId(long Value) : IStrongId<GuestId>
{
    public static GuestId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct DiscussionId(long Value) : IStrongId<DiscussionId>
{
    public static DiscussionId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
