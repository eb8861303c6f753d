using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Search;

/// <summary>Which records hold the words looked for, as far as a list needs to know. A rare word names its records; a common
/// one is left to be checked while the list is read in order, where it is soon met.</summary>
/// <param name="Records">The records that hold every rare word; null where all the words are common.</param>
/// <param name="Common">The words, or their beginnings, that each record must still hold.</param>
internal sealed record WordSearch(IReadOnlyList<long>? Records, IReadOnlyList<string> Common)
{
    /// <summary>A word found in more records than this is common.</summary>
    private const int Rare = 1000;

    /// <returns>Null where nothing is looked for.</returns>
    public static async Task<WordSearch?> Find(IAbcdDbContext db, ProgrammeId programme, SearchKind kind, string? q, CancellationToken token)
    {
        var words = Tokens.OfText(q, 8);
        if (words.Count == 0)
        {
            // Nothing but signs, or words so common that none is kept: it is found in nothing rather than in everything.
            return string.IsNullOrWhiteSpace(q) ? null : new WordSearch([], []);
        }

        HashSet<long>? records = null;
        List<string> common = [];
        foreach (var word in words)
        {
            var after = Tokens.AfterPrefix(word);
            var found = await db.SearchTokens
                .Where(t => string.Compare(t.Token, word) >= 0 && string.Compare(t.Token, after) < 0 && t.Kind == kind && t.ProgrammeId == programme)
                .OrderBy(t => t.Token).ThenBy(t => t.Kind).ThenBy(t => t.RecordId)
                .Select(t => t.RecordId)
                .Take(Rare + 1)
                .ToListAsync(token);
            if (found.Count > Rare)
            {
                common.Add(word);
            }
            else if (records is null)
            {
                records = [.. found];
            }
            else
            {
                records.IntersectWith(found);
            }
        }

        return new WordSearch(records is null ? null : [.. records], common);
    }
}
