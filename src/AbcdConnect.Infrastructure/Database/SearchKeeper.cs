using System.Text.Json;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Infrastructure.Database;

/// <param name="IsNew">It has never been indexed.</param>
/// <param name="IsGone">It is to be found no more.</param>
internal sealed record SearchChange(ISearchable Record, bool IsNew, bool IsGone);

/// <summary>Keeps the index of words in step with records, inside the transaction that saves them.</summary>
internal sealed class SearchKeeper(AbcdDbContext db)
{
    private static readonly SearchKind[] Kinds = [.. Enum.GetValues<SearchKind>().Where(k => k != SearchKind.None)];

    // From so many postings on, one statement for thousands of them instead of one for each.
    private const int Many = 200;

    private readonly List<object> added = [];
    private readonly List<(long Word, long Record)> postings = [];

    /// <returns>What was added to the context: to be saved, then let go of.</returns>
    public async Task<IReadOnlyList<object>> Keep(IReadOnlyList<SearchChange> changes, CancellationToken token)
    {
        if (changes.Count == 0)
        {
            return [];
        }

        await Lock(token);
        var uses = new Dictionary<long, int>();
        foreach (var area in changes.GroupBy(c => (c.Record.ProgrammeId, c.Record.SearchKind, c.Record.SearchArea)))
        {
            await Keep(area.Key.ProgrammeId, area.Key.SearchKind, area.Key.SearchArea, [.. area], uses, token);
        }

        await AddPostings(token);
        await Count(uses, token);
        return added;
    }

    /// <summary>Adds the keys of these words, where they are not there.</summary>
    public async Task<IReadOnlyList<object>> KeepKeys(ProgrammeId programme, IEnumerable<string> words, CancellationToken token)
    {
        var keyed = words.Where(Spelling.HasKeys).Distinct(StringComparer.Ordinal).ToList();
        foreach (var some in keyed.Chunk(1_000))
        {
            // A word is a key of its own: where it stands, the others do.
            var known = await db.SearchKeys.Where(k => k.ProgrammeId == programme && EF.Parameter(some).Contains(k.Key) && k.Key == k.Word).Select(k => k.Word).ToListAsync(token);
            foreach (var word in some.Except(known, StringComparer.Ordinal))
            {
                Add(Spelling.KeysOf(word).Select(key => new SearchKey { ProgrammeId = programme, Key = key, Word = word }));
            }
        }

        return added;
    }

    /// <summary>Keeps other writers of the index waiting until the transaction ends: two would both make the word that neither has seen.</summary>
    public async Task Lock(CancellationToken token)
    {
        if (await db.SearchIndexStates.ExecuteUpdateAsync(set => set.SetProperty(s => s.Changes, s => s.Changes + 1), token) == 0)
        {
            var state = new SearchIndexState { Changes = 1 };
            db.SearchIndexStates.Add(state);
            await db.SaveOnlyAsync(token);
            db.Entry(state).State = EntityState.Detached;
        }
    }

    private async Task Keep(ProgrammeId programme, SearchKind kind, long area, List<SearchChange> changes, Dictionary<long, int> uses, CancellationToken token)
    {
        var wanted = changes.ConvertAll(c => c.IsGone ? new Dictionary<string, bool>() : Tokens.OfRecord(c.Record));
        var ids = await Ids(programme, kind, area, [.. wanted.SelectMany(w => w.Select(p => (p.Key, p.Value))).Distinct()], token);
        var known = await Known(kind, [.. changes.Where(c => !c.IsNew).Select(c => c.Record.SearchId)], token);
        foreach (var (change, words) in changes.Zip(wanted))
        {
            var record = change.Record.SearchId;
            var now = words.Select(w => ids[(w.Key, w.Value)]).ToHashSet();
            var before = known.GetValueOrDefault(record);
            var gone = before is null ? [] : PackedNumbers.Unpack(before).Where(id => !now.Contains(id)).ToList();
            if (gone.Count > 0)
            {
                await db.SearchPostings.Where(p => p.RecordId == record && EF.Parameter(gone).Contains(p.WordId)).ExecuteDeleteAsync(token);
                gone.ForEach(id => uses[id] = uses.GetValueOrDefault(id) - 1);
            }

            var come = before is null ? now : now.Except(PackedNumbers.Unpack(before)).ToHashSet();
            postings.AddRange(come.Select(id => (id, record)));
            foreach (var id in come)
            {
                uses[id] = uses.GetValueOrDefault(id) + 1;
            }

            await Remember(kind, record, before is null ? null : now, now, token);
        }
    }

    private async Task AddPostings(CancellationToken token)
    {
        if (postings.Count < Many || !db.Database.IsSqlite())
        {
            // SQL Server's provider sends many rows as one statement by itself.
            Add(postings.Select(p => new SearchPosting { WordId = p.Word, RecordId = p.Record }));
            return;
        }

        // In the order of the table's key, which is the table.
        foreach (var some in postings.Order().Chunk(10_000))
        {
            var rows = JsonSerializer.Serialize(some.Select(p => new[] { p.Word, p.Record }));
            await db.Database.ExecuteSqlAsync($"INSERT INTO SearchPostings (WordId, RecordId) SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each({rows})", token);
        }
    }

    private async Task Remember(SearchKind kind, long record, HashSet<long>? instead, HashSet<long> now, CancellationToken token)
    {
        var packed = PackedNumbers.Pack(now);
        switch (instead)
        {
            case null when now.Count > 0:
                Add([new SearchedRecord { Kind = kind, RecordId = record, WordIds = packed }]);
                break;
            case { Count: 0 }:
                await db.SearchedRecords.Where(r => r.Kind == kind && r.RecordId == record).ExecuteDeleteAsync(token);
                break;
            case not null:
                await db.SearchedRecords.Where(r => r.Kind == kind && r.RecordId == record).ExecuteUpdateAsync(set => set.SetProperty(r => r.WordIds, packed), token);
                break;
            default:
                break;
        }
    }

    private async Task<Dictionary<long, byte[]>> Known(SearchKind kind, List<long> records, CancellationToken token) => records.Count == 0
        ? []
        : await db.SearchedRecords.AsNoTracking().Where(r => r.Kind == kind && EF.Parameter(records).Contains(r.RecordId)).ToDictionaryAsync(r => r.RecordId, r => r.WordIds, token);

    private async Task<Dictionary<(string Word, bool InName), long>> Ids(ProgrammeId programme, SearchKind kind, long area, List<(string Word, bool InName)> words, CancellationToken token)
    {
        var ids = new Dictionary<(string, bool), long>();
        foreach (var some in words.Select(w => w.Word).Distinct(StringComparer.Ordinal).Chunk(1_000))
        {
            foreach (var row in await db.SearchWords.Where(w => w.ProgrammeId == programme && w.Kind == kind && w.Area == area && EF.Parameter(some).Contains(w.Word)).Select(w => new { w.Id, w.Word, w.InName }).ToListAsync(token))
            {
                ids[(row.Word, row.InName)] = row.Id;
            }
        }

        var missing = words.Where(w => !ids.ContainsKey(w)).Select(w => new SearchWord { ProgrammeId = programme, Kind = kind, Area = area, Word = w.Word, InName = w.InName }).ToList();
        if (missing.Count > 0)
        {
            db.SearchWords.AddRange(missing);
            await db.SaveOnlyAsync(token);
            foreach (var word in missing)
            {
                ids[(word.Word, word.InName)] = word.Id;
                db.Entry(word).State = EntityState.Detached;
            }

            await KeepKeys(programme, missing.Select(m => m.Word), token);
        }

        return ids;
    }

    private async Task Count(Dictionary<long, int> uses, CancellationToken token)
    {
        foreach (var same in uses.Where(u => u.Value != 0).GroupBy(u => u.Value, u => u.Key))
        {
            var change = same.Key;
            foreach (var some in same.Chunk(1_000))
            {
                await db.SearchWords.Where(w => EF.Parameter(some).Contains(w.Id)).ExecuteUpdateAsync(set => set.SetProperty(w => w.Uses, w => w.Uses + change), token);
            }
        }

        foreach (var some in uses.Where(u => u.Value < 0).Select(u => u.Key).Chunk(1_000))
        {
            await Forget(some, token);
        }
    }

    // Words that no record holds any more: a name that was to be forgotten is not to be read here either.
    private async Task Forget(long[] ids, CancellationToken token)
    {
        var unused = await db.SearchWords.Where(w => EF.Parameter(ids).Contains(w.Id) && w.Uses <= 0).Select(w => new { w.Id, w.ProgrammeId, w.Word }).ToListAsync(token);
        if (unused.Count == 0)
        {
            return;
        }

        var numbers = unused.ConvertAll(w => w.Id);
        await db.SearchWords.Where(w => EF.Parameter(numbers).Contains(w.Id)).ExecuteDeleteAsync(token);
        foreach (var programme in unused.GroupBy(w => w.ProgrammeId, w => w.Word))
        {
            var words = programme.Distinct(StringComparer.Ordinal).ToList();
            var held = await db.SearchWords.Where(w => w.ProgrammeId == programme.Key && EF.Parameter(Kinds).Contains(w.Kind) && EF.Parameter(words).Contains(w.Word)).Select(w => w.Word).Distinct().ToListAsync(token);
            foreach (var word in words.Except(held, StringComparer.Ordinal))
            {
                var keys = Spelling.KeysOf(word);
                await db.SearchKeys.Where(k => k.ProgrammeId == programme.Key && EF.Parameter(keys).Contains(k.Key) && k.Word == word).ExecuteDeleteAsync(token);
            }
        }
    }

    private void Add<T>(IEnumerable<T> rows)
        where T : class
    {
        foreach (var row in rows)
        {
            db.Add(row);
            added.Add(row);
        }
    }
}
