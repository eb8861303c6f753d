using AbcdConnect.Domain.Access;

namespace AbcdConnect.Domain.Common;

/// <summary>A rule of the work was broken. The message is for the reader: it says what is wrong and what would be right.</summary>
public sealed class DomainRuleException(string message) : Exception(message);

/// <summary>Somebody else saved the same record while this change was being typed.</summary>
/// <param name="by">Who, where that is known.</param>
/// <param name="at">When, where that is known.</param>
public sealed class OvertakenException(UserId? by = null, DateTimeOffset? at = null) : Exception("Somebody else changed this while you were typing.")
{
    public UserId? By { get; } = by;

    public DateTimeOffset? At { get; } = at;
}

/// <summary>There is no such record, or none that this person may know of; the two look alike on purpose.</summary>
public sealed class NotFoundException(string what) : Exception($"There is no such {what}, or it is not yours to see.")
{
    public string What { get; } = what;
}

/// <summary>This person may not do that.</summary>
public sealed class NotAllowedException(string what) : Exception(what);
