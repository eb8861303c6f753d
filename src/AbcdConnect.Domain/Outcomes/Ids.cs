using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Outcomes;

public readonly record struct StoryId(long Value) : IStrongId<StoryId>
{
    public static StoryId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct AskingId(long Value) : IStrongId<AskingId>
{
    public static AskingId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct AskingLinkId(long Value) : IStrongId<AskingLinkId>
{
    public static AskingLinkId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct OwnMeasureId(long Value) : IStrongId<OwnMeasureId>
{
    public static OwnMeasureId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct MeasureUseId(long Value) : IStrongId<MeasureUseId>
{
    public static MeasureUseId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct TheoryId(long Value) : IStrongId<TheoryId>
{
    public static TheoryId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct StoryRoundId(long Value) : IStrongId<StoryRoundId>
{
    public static StoryRoundId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct StoryTrailId(long Value) : IStrongId<StoryTrailId>
{
    public static StoryTrailId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
