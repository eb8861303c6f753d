namespace AbcdConnect.Domain.People;

/// <summary>A gift or an ask that a text seems to speak of: a suggestion, never more.</summary>
/// <param name="Term">The taxonomy entry's id.</param>
/// <param name="Start">Where the words found begin in the text, in UTF-16 units, as in a browser.</param>
/// <param name="From">Where what was said of it begins: at most <paramref name="Start"/>.</param>
/// <param name="OfOther">It is somebody else's: "my sister can sew".</param>
/// <param name="Past">It was, and may not be now: "I used to run a choir".</param>
/// <param name="Score">How sure, out of 100.</param>
public sealed record RecognisedGift(long Term, GiftKind Kind, GiftDirection Direction, bool OfOther, bool Past, int From, int Start, int End, int Score);
