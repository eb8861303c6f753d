using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Assets;

public readonly record struct AssetId(long Value) : IStrongId<AssetId>
{
    public static AssetId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct AssetCategoryId(long Value) : IStrongId<AssetCategoryId>
{
    public static AssetCategoryId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct ImportBatchId(long Value) : IStrongId<ImportBatchId>
{
    public static ImportBatchId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct AssetSuggestionId(long Value) : IStrongId<AssetSuggestionId>
{
    public static AssetSuggestionId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct AssetDoubtId(long Value) : IStrongId<AssetDoubtId>
{
    public static AssetDoubtId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct UpkeepItemId(long Value) : IStrongId<UpkeepItemId>
{
    public static UpkeepItemId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct KeeperLinkId(long Value) : IStrongId<KeeperLinkId>
{
    public static KeeperLinkId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct KeeperProposalId(long Value) : IStrongId<KeeperProposalId>
{
    public static KeeperProposalId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct AssetPairId(long Value) : IStrongId<AssetPairId>
{
    public static AssetPairId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct AssetMergeId(long Value) : IStrongId<AssetMergeId>
{
    public static AssetMergeId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct AssetPhotoId(long Value) : IStrongId<AssetPhotoId>
{
    public static AssetPhotoId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct UploadId(long Value) : IStrongId<UploadId>
{
    public static UploadId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct KeptProfileId(long Value) : IStrongId<KeptProfileId>
{
    public static KeptProfileId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct DirectoryId(long Value) : IStrongId<DirectoryId>
{
    public static DirectoryId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public readonly record struct BusStopId(long Value) : IStrongId<BusStopId>
{
    public static BusStopId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
