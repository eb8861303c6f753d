using System.Runtime.CompilerServices;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Search;

/// <summary>How a record was found, the best first.</summary>
internal enum FoundBy
{
    Name = 0,
    NameBegins = 1,
    Nickname = 2,
    Text = 3,
    TextBegins = 4,
    NearName = 5,
    FarName = 6,
    NearText = 7,
    FarText = 8,
    Sound = 9,
}

/// <summary>Looks words up: first which of the different words are meant, as typed or nearly so, then which records hold them.
/// Both by index range, and both only in what the viewer may see.</summary>
internal static class SearchIndex
{
    /// <summary>Where fewer than this are found as typed, other spellings and sounds are looked for too.</summary>
    private const int Few = 8;

    /// <summary>So many records that hold one of several common words are looked at for the others, the newest first.</summary>
    private const long MostLookedAt = 40_000;

    /// <summary>A further word that may mean more words than this is looked for among each record's own words, not record by record in each word's.</summary>
    private const int ManyMeanings = 12;

    /// <summary>So many records at once are asked for their own words, and no more than so many of them while somebody types.</summary>
    private const int AskedAtOnce = 500;
    private const long MostAsked = 4_000;

    /// <summary>Whoever may see no more records than this is answered from those records' own words: others' take no time.</summary>
    private const int MostOwn = 4_000;

    /// <summary>The records that hold every word typed, best first and of equals the newest.</summary>
    /// <param name="first">Records to be preferred to others that are found as well, however many others there are.</param>
    public static async Task<FoundRecords> FindAsync(this IAbcdDbContext db, Viewer viewer, DateOnly today, SearchKind kind, string? typed, int most, CancellationToken token, IReadOnlyCollection<long>? first = null)
    {
        var query = SearchQuery.Of(typed, kind);
        if (!query.Enough)
        {
            return FoundRecords.None;
        }

        var scope = SearchScope.Of(db, viewer, kind, today);
        var literal = await MeantWords.AsTyped(db, scope, query, token);
        var favoured = first ?? [];
        var own = await OwnWords(db, scope, token);
        var preferred = own is null && favoured.Count > 0 ? await WordsOf(db, scope, favoured, token) : [];
        var found = await Of(literal);
        return found.Found.Count < Math.Min(Few, most) && await literal.OrNearly(db, scope, query, token) is { } nearly ? await Of(nearly) : found;

        async Task<FoundRecords> Of(MeantWords meant)
        {
            var best = own is null ? await Ranks(db, scope, meant, most, token) : [];
            foreach (var (record, words) in own ?? preferred)
            {
                // Words of an area that is not the viewer's are not among those meant.
                if (meant.RankOf(words) is { } rank)
                {
                    best[record] = rank;
                }
            }

            var ordered = best.OrderBy(b => b.Value).ThenBy(b => favoured.Contains(b.Key) ? 0 : 1).ThenByDescending(b => b.Key).ToList();
            return new FoundRecords([.. ordered.Take(most).Select(b => new FoundRecord(b.Key, b.Value))], ordered.Count > most);
        }
    }

    /// <summary>The newest records that hold every word typed, for a list that puts them in an order of its own; null where nothing was typed.</summary>
    /// <param name="among">Only of these; null: of all that may be seen.</param>
    /// <param name="oldest">The oldest instead.</param>
    public static async Task<List<long>?> NewestAsync(this IAbcdDbContext db, Viewer viewer, DateOnly today, SearchKind kind, string? typed, int most, IQueryable<long>? among, bool oldest, CancellationToken token)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var query = SearchQuery.Of(typed, kind);
        if (query.Words.Count == 0)
        {
            // Nothing but signs, or words so common that none is kept: it is found in nothing rather than in everything.
            return [];
        }

        var scope = SearchScope.Of(db, viewer, kind, today);
        if (among is not null)
        {
            scope = scope with { Visible = among };
        }

        var literal = await MeantWords.AsTyped(db, scope, query, token);
        var found = await Of(literal);
        return found.Count == 0 && await literal.OrNearly(db, scope, query, token) is { } nearly ? await Of(nearly) : found;

        async Task<List<long>> Of(MeantWords meant)
        {
            var records = new HashSet<long>();
            if (meant.Rarest is { } rarest)
            {
                await foreach (var some in Newest(db, scope, new MeantStep([.. rarest.Ranks.Keys], rarest.Uses), [.. meant.All.Where(w => w != rarest)], most, long.MaxValue, oldest, token))
                {
                    records.UnionWith(some.Select(s => s.Record));
                }
            }

            return [.. records];
        }
    }

    /// <summary>The records of the programme that hold a word with this beginning: for lists that look among several kinds at once.</summary>
    public static IQueryable<long> RecordsHolding(this IAbcdDbContext db, ProgrammeId programme, SearchKind kind, string word)
    {
        var after = Tokens.AfterPrefix(word);
        return db.SearchWords
            .Where(w => w.ProgrammeId == programme && w.Kind == kind && string.Compare(w.Word, word) >= 0 && string.Compare(w.Word, after) < 0)
            .Join(db.SearchPostings, w => w.Id, p => p.WordId, (w, p) => p.RecordId);
    }

    /// <summary>One set of record numbers for each word typed: a record is found where it is in all of them.</summary>
    public static IEnumerable<IQueryable<long>> RecordsWith(this IAbcdDbContext db, ProgrammeId programme, SearchKind kind, string? typed) =>
        Tokens.OfText(typed, SearchQuery.MostWords).Select(word => db.RecordsHolding(programme, kind, word));

    // Null: every record may be seen, or too many to ask one by one.
    private static async Task<List<(long Record, List<long> Words)>?> OwnWords(IAbcdDbContext db, SearchScope scope, CancellationToken token)
    {
        if (scope.Visible is not { } visible)
        {
            return null;
        }

        var ids = await visible.Distinct().OrderBy(id => id).Take(MostOwn + 1).ToListAsync(token);
        return ids.Count > MostOwn ? null : await WordsOf(db, scope.Kind, ids, token);
    }

    // Few records are asked for their words, rather than their words for many records.
    private static async Task<List<(long Record, List<long> Words)>> WordsOf(IAbcdDbContext db, SearchScope scope, IReadOnlyCollection<long> records, CancellationToken token)
    {
        List<long> ids = scope.Visible is { } visible ? await visible.Where(v => EF.Parameter(records).Contains(v)).ToListAsync(token) : [.. records];
        return await WordsOf(db, scope.Kind, ids, token);
    }

    private static async Task<List<(long Record, List<long> Words)>> WordsOf(IAbcdDbContext db, SearchKind kind, List<long> ids, CancellationToken token)
    {
        var packed = await db.SearchedRecords.Where(r => r.Kind == kind && EF.Parameter(ids).Contains(r.RecordId)).Select(r => new { r.RecordId, r.WordIds }).ToListAsync(token);
        return packed.ConvertAll(r => (r.RecordId, PackedNumbers.Unpack(r.WordIds)));
    }

    /// <summary>Records that hold every word, and how well: more than wanted, where there are more.</summary>
    private static async Task<Dictionary<long, int>> Ranks(IAbcdDbContext db, SearchScope scope, MeantWords meant, int most, CancellationToken token)
    {
        if (meant.Rarest is not { } rarest)
        {
            return [];
        }

        var others = meant.All.Where(w => w != rarest).ToList();
        var best = new Dictionary<long, int>();
        var rows = new List<(long Record, long Word)>();
        foreach (var step in rarest.Steps)
        {
            await foreach (var some in Newest(db, scope, step, others, most + 1, scope.Visible is null ? MostLookedAt : long.MaxValue, oldest: false, token))
            {
                rows.AddRange(some);
            }

            if (rows.DistinctBy(r => r.Record).Take(most + 1).Count() > most)
            {
                break;
            }
        }

        foreach (var (record, word) in rows)
        {
            var rank = (int)rarest.Ranks[word];
            best[record] = best.TryGetValue(record, out var known) ? Math.Min(known, rank) : rank;
        }

        if (others.Count > 0 && best.Count > 0)
        {
            await AddRanks(db, scope.Kind, best, others, token);
        }

        return best;
    }

    private static async Task AddRanks(IAbcdDbContext db, SearchKind kind, Dictionary<long, int> best, List<MeantWord> others, CancellationToken token)
    {
        foreach (var (record, words) in await WordsOf(db, kind, [.. best.Keys], token))
        {
            best[record] += others.Sum(other => words.Where(other.Ranks.ContainsKey).Select(id => (int)other.Ranks[id]).DefaultIfEmpty().Min());
        }
    }

    // A word that very many hold is looked up among the newest records first (or the oldest), then among more: the index is in the
    // records' order.
    private static async IAsyncEnumerable<List<(long Record, long Word)>> Newest(IAbcdDbContext db, SearchScope scope, MeantStep step, List<MeantWord> others, int most, long mostLookedAt, bool oldest, [EnumeratorCancellation] CancellationToken token)
    {
        var vague = others.FindAll(o => o.Ranks.Count > ManyMeanings);
        var holding = Holding(db, scope, step.Words, others.Except(vague));
        var found = new HashSet<long>();
        var take = vague.Count == 0 ? most * 2 : Math.Max(AskedAtOnce, most * 2);
        mostLookedAt = vague.Count == 0 || mostLookedAt == long.MaxValue ? mostLookedAt : MostAsked;
        var (last, span) = (long.MaxValue - 1, long.MaxValue - 1);
        if (step.Uses > SearchWindow.Few)
        {
            last = await db.SearchedRecords.Where(r => r.Kind == scope.Kind).MaxAsync(r => (long?)r.RecordId, token) ?? 0;
            span = SearchWindow.First(last, step.Uses, most, others.Count);
        }

        var looked = 0L;
        for (var near = 0L; near <= last && found.Count < most && looked < mostLookedAt; span *= SearchWindow.Growth)
        {
            var far = span >= last - near ? last + 1 : near + span;
            looked += vague.Count > 0 ? 0 : (long)(step.Uses * ((double)(far - near) / Math.Max(last, 1)));
            var (above, below) = oldest ? (near - 1, far) : (last - far, last + 1 - near);
            near = far;
            while (found.Count < most)
            {
                var (from, to) = (above, below);
                var within = holding.Where(p => p.RecordId > from && p.RecordId < to);
                var rows = await (oldest ? within.OrderBy(p => p.RecordId) : within.OrderByDescending(p => p.RecordId)).Take(take).Select(p => new { p.RecordId, p.WordId }).ToListAsync(token);
                var some = rows.ConvertAll(r => (Record: r.RecordId, Word: r.WordId));
                if (vague.Count > 0 && rows.Count > 0)
                {
                    var held = await WordsOf(db, scope.Kind, [.. some.Select(s => s.Record).Distinct()], token);
                    var holds = held.Where(h => vague.TrueForAll(v => h.Words.Exists(v.Ranks.ContainsKey))).Select(h => h.Record).ToHashSet();
                    some.RemoveAll(s => !holds.Contains(s.Record));
                }

                yield return some;
                found.UnionWith(some.Select(s => s.Record));
                if (rows.Count < take || (vague.Count > 0 && (looked += rows.Count) >= mostLookedAt))
                {
                    break;
                }

                // A record may hold several words with one beginning, so that fewer records were read than rows.
                (above, below) = oldest ? (rows[^1].RecordId, below) : (above, rows[^1].RecordId);
            }
        }
    }

    private static IQueryable<SearchPosting> Holding(IAbcdDbContext db, SearchScope scope, IReadOnlyList<long> words, IEnumerable<MeantWord> others)
    {
        var holding = db.SearchPostings.Where(p => EF.Parameter(words).Contains(p.WordId));
        foreach (var other in others)
        {
            var also = other.Ranks.Keys.ToList();
            holding = holding.Where(p => db.SearchPostings.Any(o => o.RecordId == p.RecordId && EF.Parameter(also).Contains(o.WordId)));
        }

        return scope.Visible is { } visible ? holding.Where(p => visible.Contains(p.RecordId)) : holding;
    }
}

/// <summary>How wide to look among the newest records for words that very many hold.</summary>
internal static class SearchWindow
{
    /// <summary>Words that so few records hold are looked up at once.</summary>
    public const int Few = 4_000;

    /// <summary>Each look is so many times as wide as the one before.</summary>
    public const int Growth = 8;

    /// <summary>A first look that is likely to find enough: with more words, each is likely to be missing now and then.</summary>
    public static long First(long records, long uses, int most, int others) =>
        Math.Max(1_000, records / Math.Max(1, uses) * most * 8 * (1L << Math.Min(3 * others, 9)));
}

/// <param name="Rank">Lower is better; a sum of <see cref="FoundBy"/>.</param>
internal sealed record FoundRecord(long Id, int Rank);

/// <param name="Found">Best first.</param>
/// <param name="More">The viewer may see more than were asked for.</param>
internal sealed record FoundRecords(IReadOnlyList<FoundRecord> Found, bool More)
{
    public static readonly FoundRecords None = new([], false);

    public IReadOnlyList<long> Ids { get; } = [.. Found.Select(f => f.Id)];

    /// <summary>Rows read for them, best first; of equals those with the shorter name, then as this is in order.</summary>
    public IEnumerable<T> InOrder<T>(IEnumerable<T> rows, Func<T, long> id, Func<T, string>? name = null)
    {
        var at = Found.Select((f, i) => (f.Id, f.Rank, At: i)).ToDictionary(f => f.Id, f => (f.Rank, f.At));
        return rows.OrderBy(r => at[id(r)].Rank).ThenBy(r => name is null ? 0 : name(r).Length).ThenBy(r => at[id(r)].At);
    }
}
