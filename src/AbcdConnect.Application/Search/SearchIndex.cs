using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Search;

/// <summary>Looks words up in the index by range, never by scan: the rarest word first, then the others in what it found.</summary>
internal static class SearchIndex
{
    /// <summary>How far a word is counted to find out which is the rarest.</summary>
    private const int MostCounted = 2_000;

    /// <summary>How many holders of the rarest word are asked after the other words: where every word is common, the newest will do.</summary>
    private const int MostTried = 4_000;

    /// <summary>The numbers of the records that hold every word, best first: those that begin as typed, then by nickname, then by sound.</summary>
    /// <returns>At most <paramref name="most"/>; which of more is the index's own order.</returns>
    public static async Task<FoundRecords> FindAsync(this IAbcdDbContext db, ProgrammeId programme, SearchKind kind, SearchWords search, int most, CancellationToken token)
    {
        if (!search.Enough)
        {
            return FoundRecords.None;
        }

        var all = db.SearchTokens.Where(t => t.ProgrammeId == programme && t.Kind == kind);
        if (search.Key is { } key)
        {
            var end = Tokens.AfterPrefix(key);
            var keyed = await all.Where(t => string.Compare(t.Token, key) >= 0 && string.Compare(t.Token, end) < 0)
                .Select(t => t.RecordId).Take(most + 1).ToListAsync(token);
            return FoundRecords.Of(keyed, most);
        }

        if (await Rarest(all, search, token) is not { } rarest)
        {
            return FoundRecords.None;
        }

        var found = new List<long>();
        var seen = new HashSet<long>();
        var begun = 0;
        foreach (var (start, begins) in Starts(all, rarest))
        {
            var hits = search.Words.Count > 1 ? start.Take(MostTried) : start;
            foreach (var other in search.Words.Where(w => w != rarest))
            {
                hits = AlsoHolding(db, hits, kind, other);
            }

            // A record may hold several words with one beginning.
            var ids = await hits.Select(t => t.RecordId).Take((2 * most) + 1).ToListAsync(token);
            found.AddRange(ids.Where(seen.Add));
            begun = begins ? found.Count : begun;
            if (found.Count > most)
            {
                break;
            }
        }

        return FoundRecords.Of(found, most) with { Begun = Math.Min(begun, most) };
    }

    private static async Task<SearchWord?> Rarest(IQueryable<SearchToken> all, SearchWords search, CancellationToken token)
    {
        if (search.Words is [var only])
        {
            return only;
        }

        SearchWord? rarest = null;
        var fewest = int.MaxValue;
        foreach (var word in search.Words)
        {
            var count = 0;
            foreach (var (start, _) in Starts(all, word))
            {
                count += await start.Take(MostCounted).CountAsync(token);
            }

            if (count == 0)
            {
                return null;
            }

            // Among words too common to count, the longest is the likeliest to be rare.
            if (count < fewest || (count == fewest && word.Token.Length > rarest!.Token.Length))
            {
                (rarest, fewest) = (word, count);
            }
        }

        return rarest;
    }

    // Several looks rather than one with "or": a database that cannot join two ranges would read the whole kind. The word
    // itself comes first, its newest records before the others.
    private static IEnumerable<(IQueryable<SearchToken> Hits, bool Begins)> Starts(IQueryable<SearchToken> all, SearchWord word)
    {
        var (from, end) = (word.Token, word.End);
        yield return (all.Where(t => t.Token == from).OrderByDescending(t => t.RecordId), true);
        yield return (all.Where(t => string.Compare(t.Token, from) > 0 && string.Compare(t.Token, end) < 0).OrderBy(t => t.Token).ThenBy(t => t.RecordId), true);
        foreach (var key in word.Keys)
        {
            yield return (all.Where(t => t.Token == key).OrderByDescending(t => t.RecordId), false);
        }
    }

    private static IQueryable<SearchToken> AlsoHolding(IAbcdDbContext db, IQueryable<SearchToken> hits, SearchKind kind, SearchWord word)
    {
        var (from, end, keys) = (word.Token, word.End, word.Keys);
        return keys.Count == 0
            ? hits.Where(t => db.SearchTokens.Any(o => o.Kind == kind && o.RecordId == t.RecordId && string.Compare(o.Token, from) >= 0 && string.Compare(o.Token, end) < 0))
            : hits.Where(t => db.SearchTokens.Any(o => o.Kind == kind && o.RecordId == t.RecordId
                && ((string.Compare(o.Token, from) >= 0 && string.Compare(o.Token, end) < 0) || keys.Contains(o.Token))));
    }
}

/// <param name="Ids">Best first.</param>
/// <param name="MoreThanTaken">There are more than were asked for.</param>
internal sealed record FoundRecords(IReadOnlyList<long> Ids, bool MoreThanTaken)
{
    /// <summary>How many of the first begin as typed; the rest were found by nickname or sound.</summary>
    public int Begun { get; init; } = Ids.Count;

    public static readonly FoundRecords None = new([], false);

    public static FoundRecords Of(List<long> found, int most) => new(found.Count > most ? found[..most] : found, found.Count > most);
}
