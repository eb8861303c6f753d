using AbcdConnect.Application.Common;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Search;

/// <summary>For each word typed, the words of the index that it may mean.</summary>
internal sealed class MeantWords
{
    // What begins alike and is found together is read together.
    private static readonly FoundBy[][] StepsOf =
    [
        [FoundBy.Name],
        [FoundBy.NameBegins],
        [FoundBy.Nickname],
        [FoundBy.Text],
        [FoundBy.TextBegins],
        [FoundBy.NearName, FoundBy.FarName],
        [FoundBy.NearText, FoundBy.FarText],
        [FoundBy.Sound],
    ];

    // Of a word in a text that sounds like the one typed.
    private const int MostEditsOfText = 2;

    private MeantWords(IReadOnlyList<MeantWord> all) => All = all;

    public IReadOnlyList<MeantWord> All { get; }

    /// <summary>The word that fewest records hold; null where one of the words means nothing here.</summary>
    public MeantWord? Rarest => All.Count == 0 || All.Any(w => w.Ranks.Count == 0) ? null : All.MinBy(w => w.Uses);

    /// <summary>How well a record with these words is meant, lower being better; null where it lacks one of the words typed.</summary>
    public int? RankOf(IReadOnlyList<long> words)
    {
        var ranks = All.Select(meant => words.Where(meant.Ranks.ContainsKey).Select(id => (int?)meant.Ranks[id]).Min()).ToList();
        return ranks.Count > 0 && ranks.TrueForAll(r => r is not null) ? ranks.Sum() : null;
    }

    /// <summary>As typed, by its beginning, by nickname, in Latin letters for another script, by key.</summary>
    public static async Task<MeantWords> AsTyped(IAbcdDbContext db, SearchScope scope, SearchQuery query, CancellationToken token)
    {
        var all = new List<MeantWord>();
        foreach (var word in query.Words)
        {
            var meant = new MeantWord();
            all.Add(meant);
            if (word.Token.Length > 0)
            {
                foreach (var row in await Beginning(db, scope, word.Token, token))
                {
                    var whole = row.Word == word.Token;
                    meant.Add(row, (row.InName, whole) switch
                    {
                        (true, true) => FoundBy.Name,
                        (true, false) => FoundBy.NameBegins,
                        (false, true) => FoundBy.Text,
                        _ => FoundBy.TextBegins,
                    });
                }

                var names = (word.Names ? Nicknames.NamesOf(word.Token) : []).Concat(Spelling.Forms(word.Token).Skip(1)).ToList();
                foreach (var row in names.Count == 0 ? [] : await Whole(db, scope, names, token))
                {
                    meant.Add(row, FoundBy.Nickname);
                }
            }

            foreach (var key in word.Keys)
            {
                foreach (var row in await Beginning(db, scope, key, token))
                {
                    // M3 is a district of its own, and how M33 begins.
                    meant.Add(row, row.Word == key || key[^1] == ' ' ? FoundBy.Name : FoundBy.NameBegins);
                }
            }
        }

        return new MeantWords(all);
    }

    /// <summary>These, and what is nearly spelt so or sounds so; null where there is no more.</summary>
    public async Task<MeantWords?> OrNearly(IAbcdDbContext db, SearchScope scope, SearchQuery query, CancellationToken token)
    {
        var all = new List<MeantWord>();
        var more = false;
        foreach (var (word, literal) in query.Words.Zip(All))
        {
            var meant = literal.Copy();
            all.Add(meant);
            foreach (var (row, by) in word.Token.Length > 2 ? await Near(db, scope, word.Token, token) : [])
            {
                more |= meant.Add(row, by);
            }
        }

        return more ? new MeantWords(all) : null;
    }

    private static async Task<List<(Meaning Row, FoundBy By)>> Near(IAbcdDbContext db, SearchScope scope, string typed, CancellationToken token)
    {
        // Three letters are the beginning of a name rather than its sound: "mal" is not Nuala.
        var keys = Spelling.KeysOf(typed).Where(k => k[0] != '~' || typed.Length > 3).ToList();
        if (keys.Count == 0)
        {
            return [];
        }

        var programme = scope.Programme;
        var spelt = await db.SearchKeys.Where(k => k.ProgrammeId == programme && EF.Parameter(keys).Contains(k.Key)).Select(k => new { k.Key, k.Word }).ToListAsync(token);
        var near = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in spelt.GroupBy(s => s.Word, StringComparer.Ordinal))
        {
            if (word.Key == typed)
            {
                continue;
            }

            if (Spelling.Apart(typed, word.Key) is { } apart)
            {
                near[word.Key] = apart;
            }
            else if (word.Any(w => w.Key[0] == '~'))
            {
                near[word.Key] = int.MaxValue;
            }
        }

        var rows = new List<Meaning>();
        foreach (var some in near.Keys.Chunk(1_000))
        {
            rows.AddRange(await Whole(db, scope, some, token));
        }

        // Names are spelt as they sound, in many ways; what people say is not: "qwerty" is no "court", and "Shahid" in a sentence may be "Shaheed".
        rows.RemoveAll(row => !row.InName && near[row.Word] == int.MaxValue && Spelling.Distance(typed, row.Word, MostEditsOfText) is null);

        return rows.ConvertAll(row => (row, (near[row.Word], row.InName) switch
        {
            // Юлия is no misspelling of Yuliya.
            (0, _) => FoundBy.Nickname,
            (1, true) => FoundBy.NearName,
            (2, true) => FoundBy.FarName,
            (1, false) => FoundBy.NearText,
            (2, false) => FoundBy.FarText,
            _ => FoundBy.Sound,
        }));
    }

    private static Task<List<Meaning>> Beginning(IAbcdDbContext db, SearchScope scope, string typed, CancellationToken token)
    {
        var after = Tokens.AfterPrefix(typed);
        return scope.Words(db).Where(w => string.Compare(w.Word, typed) >= 0 && string.Compare(w.Word, after) < 0)
            .Select(w => new Meaning(w.Id, w.Word, w.InName, w.Uses)).ToListAsync(token);
    }

    private static Task<List<Meaning>> Whole(IAbcdDbContext db, SearchScope scope, IReadOnlyList<string> words, CancellationToken token) =>
        scope.Words(db).Where(w => EF.Parameter(words).Contains(w.Word))
            .Select(w => new Meaning(w.Id, w.Word, w.InName, w.Uses)).ToListAsync(token);

    internal static IReadOnlyList<FoundBy[]> Steps => StepsOf;
}

/// <summary>A word of the index.</summary>
internal sealed record Meaning(long Id, string Word, bool InName, int Uses);

/// <summary>The words of the index that one word typed may mean, and how well each is meant.</summary>
internal sealed class MeantWord
{
    private readonly Dictionary<long, FoundBy> ranks = [];
    private readonly Dictionary<long, int> uses = [];

    public IReadOnlyDictionary<long, FoundBy> Ranks => ranks;

    /// <summary>How many records hold them, those that hold two counted twice.</summary>
    public long Uses => uses.Values.Sum(u => (long)u);

    /// <summary>The best first; what few records hold together with what comes before it.</summary>
    public IEnumerable<MeantStep> Steps
    {
        get
        {
            var waiting = new List<long>();
            long counted = 0;
            foreach (var step in MeantWords.Steps)
            {
                var words = ranks.Where(r => step.Contains(r.Value)).Select(r => r.Key).ToList();
                var held = words.Sum(w => (long)uses[w]);
                if (waiting.Count > 0 && counted + held > 200)
                {
                    yield return new MeantStep([.. waiting], counted);
                    waiting.Clear();
                    counted = 0;
                }

                waiting.AddRange(words);
                counted += held;
            }

            if (waiting.Count > 0)
            {
                yield return new MeantStep(waiting, counted);
            }
        }
    }

    /// <returns>False where it was meant already, as well or better.</returns>
    public bool Add(Meaning row, FoundBy by)
    {
        if (ranks.TryGetValue(row.Id, out var known) && known <= by)
        {
            return false;
        }

        ranks[row.Id] = by;
        uses[row.Id] = row.Uses;
        return true;
    }

    public MeantWord Copy()
    {
        var copy = new MeantWord();
        foreach (var (id, by) in ranks)
        {
            copy.ranks[id] = by;
            copy.uses[id] = uses[id];
        }

        return copy;
    }
}

/// <summary>Words looked up together.</summary>
internal sealed record MeantStep(IReadOnlyList<long> Words, long Uses);
