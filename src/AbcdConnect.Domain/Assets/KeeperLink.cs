using System.Text.Json;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Assets;

/// <summary>A private link by which whoever looks after an entry may answer once for it, without an account. The link itself is
/// known to nobody but whom it was sent to: only its hash is kept.</summary>
public sealed class KeeperLink
{
    /// <summary>Long enough to come back from a holiday.</summary>
    public const int Days = 30;

    private KeeperLink()
    {
    }

    public KeeperLinkId Id { get; private set; }

    public AssetId AssetId { get; set; }

    public ProgrammeId ProgrammeId { get; private set; }

    /// <summary><see cref="PrivateToken.HashOf(string)"/> of its token.</summary>
    public string TokenHash { get; private set; } = "";

    public UserId? MadeBy { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When the keeper answered. Opening the link is no answer: mail scanners do that.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>A new link, with the token that goes into its address and nowhere else.</summary>
    public static (KeeperLink Link, string Token) Make(Asset asset, UserId? by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(asset);
        if (asset.ClosedOn is not null)
        {
            throw new DomainRuleException($"{asset.Name} is marked as closed. Open it again before you ask who looks after it.");
        }

        var token = PrivateToken.Make();
        return (new KeeperLink { AssetId = asset.Id, ProgrammeId = asset.ProgrammeId, TokenHash = PrivateToken.HashOf(token), MadeBy = by, MadeAt = at, ExpiresAt = at.AddDays(Days) }, token);
    }

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && now < ExpiresAt;

    /// <exception cref="DomainRuleException">It has been used, or its time is over.</exception>
    public void Use(DateTimeOffset now)
    {
        if (!IsOpen(now))
        {
            throw new DomainRuleException("This link no longer works.");
        }

        UsedAt = now;
    }
}

/// <summary>A field as the keeper saw it, and as they would have it.</summary>
public sealed record ProposedChange(AssetField Field, string? Was, string? Wanted);

/// <summary>What a keeper would have changed, until a moderator has looked at it.</summary>
public sealed class KeeperProposal : AggregateRoot
{
    private KeeperProposal()
    {
    }

    public KeeperProposalId Id { get; private set; }

    public AssetId AssetId { get; set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    /// <summary>As JSON: <see cref="ProposedChange"/>.</summary>
    public string Proposed { get; private set; } = "[]";

    public DateTimeOffset? SettledAt { get; private set; }

    public UserId? SettledBy { get; private set; }

    /// <summary>How many of the fields were taken over.</summary>
    public int? Accepted { get; private set; }

    public IReadOnlyList<ProposedChange> Changes => JsonSerializer.Deserialize<List<ProposedChange>>(Proposed)!;

    public static KeeperProposal Send(KeeperLink link, IReadOnlyList<ProposedChange> changes, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(link);
        return changes.Count == 0
            ? throw new DomainRuleException("Nothing is changed. If all of it is still right, say so instead.")
            : new KeeperProposal { AssetId = link.AssetId, ProgrammeId = link.ProgrammeId, SentAt = at, Proposed = JsonSerializer.Serialize(changes) };
    }

    public void Settle(UserId? by, DateTimeOffset at, int accepted)
    {
        if (SettledAt is not null)
        {
            throw new DomainRuleException("Somebody has settled this already.");
        }

        (SettledBy, SettledAt, Accepted) = (by, at, accepted);
    }
}
