using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Signposting;

namespace AbcdConnect.Domain.Assets;

/// <summary>What speaks against an entry.</summary>
public enum DoubtKind
{
    /// <summary>A worker went, or somebody who was signposted there, and it was closed.</summary>
    FoundClosed,

    /// <summary>A worker found something in the entry wrong.</summary>
    FoundWrong,

    /// <summary>Somebody who lives there, or passed by, said so without signing in.</summary>
    SaidWrong,

    /// <summary>A message there came back.</summary>
    Bounced,

    /// <summary>Its web address leads nowhere.</summary>
    DeadWebsite,
}

/// <summary>One piece of evidence against an entry of the map. Whoever confirms the entry, or mends it, settles it.</summary>
public sealed class AssetDoubt
{
    public AssetDoubtId Id { get; private set; }

    public required AssetId AssetId { get; set; }

    public required ProgrammeId ProgrammeId { get; init; }

    public required DoubtKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null where nobody was signed in.</summary>
    public UserId? By { get; init; }

    /// <summary>The signpost that did not land because the place was closed.</summary>
    public SignpostId? SignpostId { get; init; }

    /// <summary>What they wrote; gone once it is settled, since nobody was asked who they are and some tell.</summary>
    public string? Words { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public UserId? SettledBy { get; private set; }

    public static AssetDoubt Of(Asset asset, DoubtKind kind, DateTimeOffset at, UserId? by, string? words = null, SignpostId? signpost = null)
    {
        ArgumentNullException.ThrowIfNull(asset);
        return new AssetDoubt { AssetId = asset.Id, ProgrammeId = asset.ProgrammeId, Kind = kind, At = at, By = by, Words = Common.Words.Tidy(words), SignpostId = signpost };
    }

    public void Settle(UserId? by, DateTimeOffset at)
    {
        SettledAt ??= at;
        SettledBy ??= by;
        Words = null;
    }
}
