using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Assets;

/// <summary>Two entries that are likely the same, until somebody says whether they are. "Not the same" is remembered for good.</summary>
public sealed class AssetPair
{
    public AssetPairId Id { get; private set; }

    public required ProgrammeId ProgrammeId { get; init; }

    /// <summary>The one with the lower number.</summary>
    public required AssetId FirstId { get; init; }

    public required AssetId SecondId { get; init; }

    /// <summary>Tenths of a bit: how much likelier they are the same than two taken by chance.</summary>
    public required int Score { get; set; }

    /// <summary>What speaks for it and against it, a line each.</summary>
    public required string Reasons { get; set; }

    public required DateTimeOffset FoundAt { get; init; }

    public DateTimeOffset? NotTheSameAt { get; private set; }

    public UserId? SaidBy { get; private set; }

    public void NotTheSame(UserId? by, DateTimeOffset at)
    {
        NotTheSameAt ??= at;
        SaidBy ??= by;
    }
}

/// <summary>Two entries made one, with all that is needed to take it back.</summary>
public sealed class AssetMerge
{
    public AssetMergeId Id { get; private set; }

    public required ProgrammeId ProgrammeId { get; init; }

    public required AssetId KeptId { get; init; }

    public required AssetId MergedId { get; init; }

    public required UserId? MergedBy { get; init; }

    public required DateTimeOffset MergedAt { get; init; }

    /// <summary>What was moved, by number, as JSON.</summary>
    public required string Moved { get; init; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public void Undo(DateTimeOffset at)
    {
        if (UndoneAt is not null)
        {
            throw new DomainRuleException("This has been taken back already.");
        }

        UndoneAt = at;
    }
}
