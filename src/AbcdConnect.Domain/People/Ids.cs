using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.People;

public readonly record struct PersonId(long Value) : IStrongId<PersonId>
{
    public static PersonId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct GiftId(long Value) : IStrongId<GiftId>
{
    public static GiftId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct GiftTermId(long Value) : IStrongId<GiftTermId>
{
    public static GiftTermId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct ConsentId(long Value) : IStrongId<ConsentId>
{
    public static ConsentId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct PersonMergeId(long Value) : IStrongId<PersonMergeId>
{
    public static PersonMergeId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct DataProtectionRequestId(long Value) : IStrongId<DataProtectionRequestId>
{
    public static DataProtectionRequestId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
