namespace AbcdConnect.Application.Search;

/// <summary>The keys by which a word is found although it is spelt otherwise, and how far two spellings lie apart.</summary>
/// <remarks>Symmetric deletes: two words that differ by few letters become one when a few are left out of both, so both are kept
/// under what is left. W. Garbe, "1000x Faster Spelling Correction" (SymSpell, 2012), after T. Bocek, E. Hunt and B. Stiller,
/// "Fast Similarity Search in Large Dictionaries" (FastSS, University of Zurich, 2007). Looked up key by key; nothing is scanned.</remarks>
internal static class Spelling
{
    // Of a longer word its beginning tells enough: keys do not grow with it, and the whole word is compared afterwards.
    private const int Beginning = 7;

    /// <summary>How many letters may be missing, wrong, too many or swapped: none in a short word, one in 4 to 7 letters, two in more.</summary>
    public static int MostEdits(string word) => word.Length switch
    {
        < 4 => 0,
        < 8 => 1,
        _ => 2,
    };

    /// <summary>Whether the word has keys: letters only. A house number's neighbour is another house.</summary>
    public static bool HasKeys(string word) => word.Length is > 1 and <= Domain.Search.SearchWord.LongestWord && word.All(c => !char.IsAscii(c) ? !char.IsDigit(c) : char.IsAsciiLetterLower(c));

    /// <summary>The word itself; what is left of it when letters are left out; what it is in Latin letters, and that likewise;
    /// and its sound, after <c>~</c>.</summary>
    public static IReadOnlyList<string> KeysOf(string word)
    {
        if (!HasKeys(word))
        {
            return [];
        }

        var keys = new HashSet<string>(StringComparer.Ordinal) { word };
        foreach (var form in Forms(word))
        {
            keys.Add(form);
            keys.UnionWith(Deletes(form));
            keys.UnionWith(SoundAlike.KeysOf(form).Select(s => "~" + s));
        }

        keys.RemoveWhere(k => k.Length > Domain.Search.SearchWord.LongestWord);
        return [.. keys];
    }

    /// <summary>The word as it is, and in Latin letters where it is not in them.</summary>
    public static IEnumerable<string> Forms(string word) => Romanised.Of(word) is { } latin ? [word, latin] : [word];

    /// <summary>How far the nearest forms of two words lie apart, as far as is allowed; null where it is further.</summary>
    public static int? Apart(string typed, string word)
    {
        int? nearest = null;
        foreach (var one in Forms(typed))
        {
            foreach (var other in Forms(word))
            {
                var most = MostEdits(one.Length < other.Length ? one : other);
                if (Distance(one, other, most) is { } distance && (nearest is null || distance < nearest))
                {
                    nearest = distance;
                }
            }
        }

        return nearest;
    }

    /// <summary>Letters missing, too many, wrong, or two neighbours swapped: the optimal string alignment distance. Null beyond <paramref name="most"/>.</summary>
    public static int? Distance(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most)
        {
            return null;
        }

        var (before, last, row) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = one[i - 1] == other[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1] + 1, last[j] + 1), last[j - 1] + same);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[other.Length] <= most ? last[other.Length] : null;
    }

    private static HashSet<string> Deletes(string word)
    {
        var left = new HashSet<string>(StringComparer.Ordinal);
        var begun = word.Length > Beginning ? word[..Beginning] : word;
        if (MostEdits(word) > 0)
        {
            left.Add(begun);
            Without(begun, MostEdits(word), left);
        }

        return left;
    }

    private static void Without(string word, int most, HashSet<string> left)
    {
        for (var at = 0; at < word.Length; at++)
        {
            var rest = word.Remove(at, 1);
            if (left.Add(rest) && most > 1)
            {
                Without(rest, most - 1, left);
            }
        }
    }
}
