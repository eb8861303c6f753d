using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Programmes;

public readonly record struct ProgrammeId(long Value) : IStrongId<ProgrammeId>
{
    public static ProgrammeId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct NeighbourhoodId(long Value) : IStrongId<NeighbourhoodId>
{
    public static NeighbourhoodId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct TargetId(long Value) : IStrongId<TargetId>
{
    public static TargetId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct StaffingId(long Value) : IStrongId<StaffingId>
{
    public static StaffingId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
