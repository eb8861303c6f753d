using System.Runtime.InteropServices;
using AbcdConnect.Domain.Search;

namespace AbcdConnect.Infrastructure.Demo.City;

/// <summary>Gathers which record holds which word, to be written in the index's own order at the end: millions of words land
/// beside one another instead of all over the table.</summary>
internal sealed class WordIndex
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<SearchKind, List<List<int>?>> records = [];

    public int Count { get; private set; }

    /// <summary>A word's number, so that texts used often are taken apart once.</summary>
    public int NumberOf(string word)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, word, out var known);
        return known ? number : number = numbers.Count - 1;
    }

    /// <summary>Notes that a record holds a word. Records of a kind come in order; the same word again changes nothing.</summary>
    public void Note(SearchKind kind, int word, long record)
    {
        if (!records.TryGetValue(kind, out var words))
        {
            records[kind] = words = [];
        }

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

    public void Note(SearchKind kind, long record, params IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            Note(kind, NumberOf(word), record);
        }
    }

    /// <summary>Every word of every record, by kind, then word, then record.</summary>
    public IEnumerable<(SearchKind Kind, string Word, long Record)> InOrder()
    {
        var words = numbers.OrderBy(n => n.Key, StringComparer.Ordinal).ToList();
        foreach (var (kind, held) in records.OrderBy(r => r.Key))
        {
            foreach (var (word, number) in words)
            {
                if (number < held.Count && held[number] is { } found)
                {
                    foreach (var record in found)
                    {
                        yield return (kind, word, record);
                    }
                }
            }
        }
    }
}
