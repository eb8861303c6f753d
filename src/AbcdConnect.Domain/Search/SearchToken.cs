using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Search;

public enum SearchKind : byte
{
    None = 0,

    // Stored as numbers: the index has a row for each word of each record, and the words "Conversation" would outweigh it.
    Person = 1,
    Conversation = 2,
    Asset = 3,
    Activity = 4,
    Agency = 5,
    Meeting = 6,
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
