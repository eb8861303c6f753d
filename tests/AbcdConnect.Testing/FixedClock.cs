namespace AbcdConnect.Testing;

/// <summary>A clock that stands still until it is moved.</summary>
public sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>A Thursday in the middle of a month, at ten in the morning.</summary>
    public static readonly DateTimeOffset Usual = new(2026, 11, 12, 10, 0, 0, TimeSpan.Zero);

    public FixedClock()
        : this(Usual)
    {
    }

    public DateTimeOffset Now { get; set; } = now;

    public DateOnly Today => Domain.Common.UkTime.DateOf(Now);

    public override DateTimeOffset GetUtcNow() => Now;
}
