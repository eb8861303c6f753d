namespace AbcdConnect.Domain.Search;

public enum SearchKind : byte
{
    None = 0,

    // Stored as numbers: there is a row for each word of each kind in each neighbourhood.
    Person = 1,
    Conversation = 2,
    Asset = 3,
    Activity = 4,
    Agency = 5,
    Meeting = 6,
    Decision = 7,
}
