using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Search;

public enum SearchKind
{
    Person,
    Conversation,
    Asset,
    Activity,
    Agency,
    Meeting,
}

/// <summary>One word by which one record is found: lower case, without accents; a name also under its nickname's and its
/// sound's key. Looked up by index range, alike on both databases.</summary>
public sealed class SearchToken
{
    public const int LongestToken = 32;

    public required string Token { get; init; }

    public required SearchKind Kind { get; init; }

    public required long RecordId { get; init; }

    public required ProgrammeId ProgrammeId { get; init; }
}
