using AbcdConnect.Application.Common;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>The taxonomy of gifts in memory: a few hundred entries, asked for at each letter typed.</summary>
internal sealed class GiftTermCache(TimeProvider clock)
{
    // Another process may have changed the list.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private volatile Held? held;

    /// <summary>Entries of which each typed word begins some word, those whose name begins so first; where there are none, those
    /// with words that are nearly spelt so.</summary>
    public async Task<IReadOnlyList<CachedTerm>> Suggest(IAbcdDbContext db, string? typed, GiftKind? kind, int most, CancellationToken token)
    {
        var words = Tokens.Split(typed).ToList();
        if (words.Count == 0)
        {
            return [];
        }

        var terms = await All(db, token);
        var ofKind = terms.Where(t => kind is null || t.Kind == kind).ToList();
        var fitting = ofKind.FindAll(t => words.TrueForAll(w => t.Words.Any(own => own.StartsWith(w, StringComparison.Ordinal))));
        if (fitting.Count == 0)
        {
            fitting = ofKind.FindAll(t => words.TrueForAll(w => t.Words.Any(own => own.StartsWith(w, StringComparison.Ordinal) || Spelling.Apart(w, own) is not null)));
        }

        return [.. fitting
            .OrderBy(t => t.Words[0].StartsWith(words[0], StringComparison.Ordinal) ? 0 : t.NameWords.Any(own => own.StartsWith(words[0], StringComparison.Ordinal)) ? 1 : 2)
            .ThenBy(t => t.Name, StringComparer.Ordinal)
            .Take(most)];
    }

    public async Task<IReadOnlyList<CachedTerm>> All(IAbcdDbContext db, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        if (held is { } kept && now - kept.At < Fresh)
        {
            return kept.Terms;
        }

        var read = await db.GiftTerms.AsNoTracking().OrderBy(t => t.Kind).ThenBy(t => t.Group).ThenBy(t => t.Name).ToListAsync(token);
        var terms = read.ConvertAll(t => new CachedTerm(t.Id, t.Kind, t.Group, t.Name, t.Synonyms, [.. Tokens.Split(t.Name)], [.. Tokens.Split(t.Name), .. Tokens.Split(t.Synonyms)], CachedTerm.OneWordSynonyms(t.Synonyms)));
        held = new Held(now, terms);
        return terms;
    }

    public void Forget() => held = null;

    private sealed record Held(DateTimeOffset At, IReadOnlyList<CachedTerm> Terms);
}

/// <param name="Words">The words of its name, then of its synonyms.</param>
/// <param name="Alone">Synonyms of one word: "phone" of "phone films" means nothing by itself, "puncture" does.</param>
internal sealed record CachedTerm(GiftTermId Id, GiftKind Kind, string Group, string Name, string? Synonyms, IReadOnlyList<string> NameWords, IReadOnlyList<string> Words, IReadOnlyList<string> Alone)
{
    public static IReadOnlyList<string> OneWordSynonyms(string? synonyms) =>
        [.. (synonyms ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(s => Tokens.Split(s).ToList()).Where(words => words.Count == 1).Select(words => words[0])];
}
