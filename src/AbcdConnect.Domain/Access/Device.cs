using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Access;

public readonly record struct DeviceId(long Value) : IStrongId<DeviceId>
{
    public static DeviceId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>One browser in which one member signed in. Its secret is what opens the words kept there without signal: gone here, they
/// are gone there (docs/decisions/0010-no-signal.md).</summary>
public sealed class Device
{
    /// <summary>Bytes of the secret: as long as the key made of it.</summary>
    public const int SecretLength = 32;

    private Device()
    {
    }

    public DeviceId Id { get; private set; }

    /// <summary>What the device itself is told it is called: not to be guessed.</summary>
    public Guid PublicId { get; private set; }

    public UserId UserId { get; private set; }

    /// <summary>The browser, whoever signs in there.</summary>
    public Guid Browser { get; private set; }

    /// <summary>Such as "Chrome on Android".</summary>
    public string Name { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset LastSeenAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public UserId? RevokedBy { get; private set; }

    /// <summary>Null until something is kept there, and again once revoked.</summary>
    public byte[]? Secret { get; private set; }

    public static Device Arrive(UserId user, Guid browser, string name, DateTimeOffset at) =>
        new() { PublicId = Guid.NewGuid(), UserId = user, Browser = browser, Name = Words.Required(name, "The device's name"), CreatedAt = at, LastSeenAt = at };

    public void Seen(DateTimeOffset at) => LastSeenAt = at;

    /// <summary>The secret, made where there is none.</summary>
    /// <exception cref="DomainRuleException">The device was revoked.</exception>
    public byte[] Unseal(Func<int, byte[]> random)
    {
        if (RevokedAt is not null)
        {
            throw new DomainRuleException("This phone or computer was signed out for good. Sign in again to use it.");
        }

        return Secret ??= random(SecretLength);
    }

    /// <summary>For good: what is sealed there can never be opened.</summary>
    public void Revoke(UserId? by, DateTimeOffset at)
    {
        if (RevokedAt is not null)
        {
            return;
        }

        (RevokedAt, RevokedBy, Secret) = (at, by, null);
    }
}
