using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Outcomes.Measures;

/// <summary>A private link by which somebody answers for themselves, once, without an account. Only its hash is kept.</summary>
public sealed class AskingLink
{
    /// <summary>Long enough to think about it.</summary>
    public const int Days = 21;

    private AskingLink()
    {
    }

    public AskingLinkId Id { get; private set; }

    public AskingId AskingId { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    /// <summary><see cref="PrivateToken.HashOf(string)"/> of its token.</summary>
    public string TokenHash { get; private set; } = "";

    public UserId? MadeBy { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was answered. Opening it is no answer: mail scanners do that.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>A new link, with the token that goes into its address and nowhere else.</summary>
    public static (AskingLink Link, string Token) Make(Asking asking, UserId? by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(asking);
        if (!asking.IsOpen)
        {
            throw new DomainRuleException("This has been answered or closed already: there is nothing to send.");
        }

        var token = PrivateToken.Make();
        return (new AskingLink { AskingId = asking.Id, ProgrammeId = asking.ProgrammeId, TokenHash = PrivateToken.HashOf(token), MadeBy = by, ExpiresAt = at.AddDays(Days) }, token);
    }

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && now < ExpiresAt;

    /// <exception cref="DomainRuleException">It has been used, or its time is over.</exception>
    public void Use(DateTimeOffset now) => UsedAt = IsOpen(now) ? now : throw new DomainRuleException("This link no longer works.");
}
