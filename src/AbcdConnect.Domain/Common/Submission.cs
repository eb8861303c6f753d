using AbcdConnect.Domain.Access;

namespace AbcdConnect.Domain.Common;

/// <summary>A form that arrived and made something: sent again, it is answered with the same record. Known by its number and by
/// who sent it, so that nobody reaches anything with somebody else's number.</summary>
public sealed class Submission
{
    /// <summary>Made where the form was opened.</summary>
    public required Guid Id { get; init; }

    public required UserId SentBy { get; init; }

    /// <summary>The number of what it made; the request says of what kind.</summary>
    public required long RecordId { get; init; }

    public required DateTimeOffset At { get; init; }
}
