using System.Runtime.InteropServices;
using AbcdConnect.Domain.Search;

namespace AbcdConnect.Infrastructure.Demo.City;

/// <summary>Gathers which record holds which word, to be written in the index's own order at the end: millions of words land
/// beside one another instead of all over the table.</summary>
internal sealed class WordIndex
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<(SearchKind Kind, long Area, bool InName), List<List<int>?>> records = [];

    public int Count { get; private set; }

    /// <summary>Every word there is, each once.</summary>
    public IEnumerable<string> Words => numbers.Keys;

    /// <summary>A word's number, so that texts used often are taken apart once.</summary>
    public int NumberOf(string word)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, word, out var known);
        return known ? number : number = numbers.Count - 1;
    }

    /// <summary>Notes that a record holds a word. Records of a kind come in order; the same word again changes nothing.</summary>
    public void Note(SearchKind kind, long area, bool inName, int word, long record)
    {
        ref var words = ref CollectionsMarshal.GetValueRefOrAddDefault(records, (kind, area, inName), out _);
        words ??= [];
        while (words.Count <= word)
        {
            words.Add(null);
        }

        var held = words[word] ??= [];
        if (held.Count == 0 || held[^1] != record)
        {
            held.Add(checked((int)record));
            Count++;
        }
    }

    /// <summary>Notes every word of a record as the index takes them.</summary>
    public void Note(SearchKind kind, long area, long record, IReadOnlyDictionary<string, bool> words)
    {
        foreach (var (word, inName) in words)
        {
            Note(kind, area, inName, NumberOf(word), record);
        }
    }

    /// <summary>Every word with its records, by kind, area and word.</summary>
    public IEnumerable<(SearchKind Kind, long Area, bool InName, string Word, IReadOnlyList<int> Records)> InOrder()
    {
        var words = numbers.OrderBy(n => n.Key, StringComparer.Ordinal).ToList();
        foreach (var ((kind, area, inName), held) in records.OrderBy(r => r.Key))
        {
            foreach (var (word, number) in words)
            {
                if (number < held.Count && held[number] is { } found)
                {
                    yield return (kind, area, inName, word, found);
                }
            }
        }
    }
}
