using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;

namespace AbcdConnect.Application.Search;

/// <summary>A list's search box, over the index of words: by range, never by scan.</summary>
internal static class ListSearch
{
    private const int MostWords = 6;

    /// <summary>One set of record numbers for each word typed: a record is found where it is in all of them.</summary>
    public static IEnumerable<IQueryable<long>> RecordsWith(this IAbcdDbContext db, ProgrammeId programme, SearchKind kind, string? typed) =>
        Tokens.OfText(typed, MostWords).Select(word =>
        {
            var after = Tokens.AfterPrefix(word);
            return db.SearchTokens
                .Where(t => t.Kind == kind && t.ProgrammeId == programme && string.Compare(t.Token, word) >= 0 && string.Compare(t.Token, after) < 0)
                .Select(t => t.RecordId);
        });
}
