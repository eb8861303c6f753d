using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Outcomes;

public readonly record struct StoryId(long Value) : IStrongId<StoryId>
{
    public static StoryId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
