using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace AbcdConnect.Application.Assets.Duplicates;

/// <summary>What of an entry tells whether another is the same.</summary>
/// <param name="IsPerson">A person's own entry is compared with other people's only.</param>
/// <param name="List">The list it was imported from, where it was.</param>
public sealed record AssetCard(
    long Id, string Name, string? Address = null, string? Postcode = null, double? Latitude = null, double? Longitude = null, string? Phone = null, string? Email = null, string? Website = null, bool IsPerson = false, string? List = null);

/// <summary>Two entries that are likely the same.</summary>
/// <param name="Bits">How much more likely they are the same than two taken by chance, in bits (the base-2 logarithm of a ratio).</param>
/// <param name="Reasons">What speaks for it and against it, in words, the weightiest first.</param>
public sealed record LikelyPair(long First, long Second, double Bits, IReadOnlyList<string> Reasons);

/// <summary>Finds entries of the map that are likely the same place or group. Pure.</summary>
/// <remarks>
/// <para>Each thing compared adds the base-2 logarithm of how much oftener it agrees (or differs) for one and the same than for two
/// different ones: I. P. Fellegi and A. B. Sunter, "A theory for record linkage", Journal of the American Statistical Association 64
/// (1969). An agreement on something rare weighs more than one on something common: W. E. Winkler, "Frequency-based matching in
/// Fellegi-Sunter model of record linkage" (US Census Bureau, 2000). Names are compared word by word with near spellings counting
/// almost as much: W. W. Cohen, P. Ravikumar and S. E. Fienberg, "A comparison of string distance metrics for name-matching tasks"
/// (IIWeb 2003), with Jaro-Winkler for the words.</para>
/// <para>Of fifty thousand entries not every pair is looked at but those that share a key: two of their rarest words, the name run
/// together, a postcode and a word, a telephone number, an e-mail or web address (blocking). The weights are set by hand on the half of
/// the labelled pairs meant for it: docs/decisions/0015-staying-true.md.</para>
/// </remarks>
public sealed class DuplicateFinder
{
    /// <summary>From this many bits on, somebody is asked.</summary>
    public const double Likely = 11;

    /// <summary>From this many on, hardly ever in doubt.</summary>
    public const double VeryLikely = 16;

    // Blocks larger than this tell nothing: a word that hundreds have, a switchboard's number.
    private const int LargestBlock = 60;

    // An agreement on words alone says only so much, however rare: a name can be given twice.
    private const double MostByName = 17;

    private static readonly Dictionary<string, string[]> Spelled = new(StringComparer.Ordinal)
    {
        ["fc"] = ["football", "club"],
        ["afc"] = ["football", "club"],
        ["jfc"] = ["junior", "football", "club"],
        ["rufc"] = ["rugby", "club"],
        ["rfc"] = ["rugby", "club"],
        ["cc"] = ["cricket", "club"],
        ["assoc"] = ["association"],
        ["utd"] = ["united"],
        ["ctr"] = ["centre"],
        ["center"] = ["centre"],
        ["saint"] = ["st"],
        ["foodbank"] = ["food", "bank"],
        ["gp"] = ["group"],
        ["comm"] = ["community"],
    };

    // How a thing is constituted is left out of what people call it.
    private static readonly HashSet<string> Passed = new(["the", "of", "and", "for", "in", "at", "a", "an", "by", "to", "with", "s", "ltd", "limited", "cic", "cio", "plc", "llp", "company", "interest"], StringComparer.Ordinal);

    // Two of one house that are not one: the ladies' team and the juniors', the school and its friends.
    private static readonly HashSet<string> Apart = new(
        ["ladies", "mens", "men", "women", "womens", "girls", "boys", "junior", "juniors", "senior", "seniors", "veterans", "youth", "friends", "pta", "endowment", "minister", "badminton", "tennis", "bowling", "cricket", "netball", "hockey", "library", "church", "chapel", "school", "nursery", "circuit", "allotment", "allotments", "scout", "guide", "choir", "shop"],
        StringComparer.Ordinal);

    private readonly Card[] cards;
    private readonly double[] bitsOf;
    private readonly bool[] apart;
    private readonly string[] wordOf;
    private readonly Dictionary<string, int> websites;
    private readonly Dictionary<string, int> postcodes;
    private readonly double all;

    public DuplicateFinder(IEnumerable<AssetCard> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        cards = [.. entries.Select(e => new Card(e, numbers))];
        wordOf = new string[numbers.Count];
        foreach (var (word, number) in numbers)
        {
            wordOf[number] = word;
        }

        all = Math.Max(cards.Length, 1000);
        var counts = new int[numbers.Count];
        foreach (var word in cards.SelectMany(c => c.AllWords))
        {
            counts[word]++;
        }

        // The frequency of a word in so few entries is itself a guess: half an entry more.
        bitsOf = [.. counts.Select(c => Math.Clamp(Math.Log2(all / (c + 0.5)), 1, 10))];
        apart = [.. wordOf.Select(Apart.Contains)];
        websites = Count(cards.Select(c => c.Website));
        postcodes = Count(cards.Select(c => c.Postcode));
    }

    /// <summary>Every likely pair, each once, the likeliest first.</summary>
    /// <param name="only">Only pairs with at least one of these; null for all.</param>
    /// <param name="across">Only pairs of one of <paramref name="only"/> with one that is not: a long list is not held against itself.</param>
    public IReadOnlyList<LikelyPair> Find(double atLeast = Likely, IReadOnlySet<long>? only = null, bool across = false, CancellationToken token = default)
    {
        var found = new List<LikelyPair>();
        foreach (var (a, b) in Candidates(only, across, token))
        {
            if (Weigh(cards[a], cards[b], null) >= atLeast)
            {
                found.Add(Explain(cards[a], cards[b]));
            }
        }

        return [.. found.OrderByDescending(p => p.Bits).ThenBy(p => p.First).ThenBy(p => p.Second)];
    }

    /// <summary>How likely two entries are the same, whatever their keys; null where one of them is not known here.</summary>
    public LikelyPair? Compare(long first, long second)
    {
        var (a, b) = (Array.Find(cards, c => c.Entry.Id == first), Array.Find(cards, c => c.Entry.Id == second));
        return a is null || b is null ? null : Explain(a, b);
    }

    private IEnumerable<(int A, int B)> Candidates(IReadOnlySet<long>? only, bool across, CancellationToken token)
    {
        bool[] one = [.. cards.Select(c => only?.Contains(c.Entry.Id) == true)];
        var blocks = new Dictionary<(byte Kind, long Key), List<int>>();
        for (var i = 0; i < cards.Length; i++)
        {
            token.ThrowIfCancellationRequested();
            foreach (var key in KeysOf(cards[i]))
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(blocks, key, out _) ??= []).Add(i);
            }
        }

        var seen = new HashSet<long>();
        foreach (var block in blocks.Values)
        {
            if (block.Count is < 2 or > LargestBlock)
            {
                continue;
            }

            token.ThrowIfCancellationRequested();
            for (var x = 0; x < block.Count; x++)
            {
                for (var y = x + 1; y < block.Count; y++)
                {
                    var (a, b) = (block[x], block[y]);
                    if (a != b && cards[a].Entry.IsPerson == cards[b].Entry.IsPerson
                        && (only is null || (across ? one[a] != one[b] : one[a] || one[b]))
                        && seen.Add(((long)a << 32) | (uint)b))
                    {
                        yield return (a, b);
                    }
                }
            }
        }
    }

    private IEnumerable<(byte Kind, long Key)> KeysOf(Card card)
    {
        foreach (var name in card.Names)
        {
            var rare = name.Words.OrderByDescending(w => bitsOf[w]).ThenBy(w => w).Take(4).ToArray();
            Array.Sort(rare);
            for (var i = 0; i < rare.Length; i++)
            {
                for (var j = i + 1; j < rare.Length; j++)
                {
                    yield return (1, ((long)rare[i] << 32) | (uint)rare[j]);
                }
            }

            yield return (2, Hash(name.Together));
        }

        if (card.Postcode is not null)
        {
            foreach (var word in card.AllWords)
            {
                yield return (3, HashCode.Combine(card.Postcode, word));
            }
        }

        if (card.Phone is not null)
        {
            yield return (4, Hash(card.Phone));
        }

        if (card.Email is not null)
        {
            yield return (5, Hash(card.Email));
        }

        if (card.Website is not null)
        {
            yield return (6, Hash(card.Website));
        }
    }

    private LikelyPair Explain(Card a, Card b)
    {
        var reasons = new List<(double Bits, string Words)>();
        var bits = Weigh(a, b, reasons);
        var (first, second) = a.Entry.Id < b.Entry.Id ? (a, b) : (b, a);
        return new LikelyPair(first.Entry.Id, second.Entry.Id, Math.Round(bits, 1), [.. reasons.OrderByDescending(r => Math.Abs(r.Bits)).Select(r => r.Words)]);
    }

    private double Weigh(Card a, Card b, List<(double, string)>? reasons)
    {
        var bits = Names(a, b, reasons);
        bits += Place(a, b, reasons);
        bits += Same(a.Phone, b.Phone, 9, -0.5, "the same telephone number", null, reasons);
        bits += Same(a.Email, b.Email, 9, -0.3, "the same e-mail address", null, reasons);
        bits += Websites(a, b, reasons);
        if (a.Entry.List is not null && a.Entry.List == b.Entry.List && a.Postcode is not null && b.Postcode is not null)
        {
            // A list seldom names the same twice, and hardly ever at two postcodes: those are a chain's branches.
            var weight = a.Postcode == b.Postcode ? -2 : -8;
            bits += weight;
            reasons?.Add((weight, a.Postcode == b.Postcode ? "one list names both" : "one list names both, at different postcodes"));
        }

        return bits;
    }

    private double Names(Card a, Card b, List<(double, string)>? reasons)
    {
        var best = double.NegativeInfinity;
        List<int> shared = [];
        var pair = (A: a.Names[0], B: b.Names[0]);
        foreach (var x in a.Names)
        {
            foreach (var y in b.Names)
            {
                List<int> here = [];
                var bits = x.Words.Length >= y.Words.Length ? Names(x, y, here) : Names(y, x, here);
                if (bits > best)
                {
                    (best, shared, pair) = (bits, here, (A: x, B: y));
                }
            }
        }

        if (reasons is not null)
        {
            var same = pair.A.Together == pair.B.Together;
            var words = string.Join(", ", shared.OrderByDescending(w => bitsOf[w]).Select(w => wordOf[w]));
            reasons.Add((best, same ? "the same name" : shared.Count == 0 ? "quite different names" : best < 4 ? $"names that share only: {words}" : $"names that share: {words}"));
        }

        return best;
    }

    private double Names(Name x, Name y, List<int> shared)
    {
        if (x.Together == y.Together)
        {
            shared.AddRange(x.Words);
            return Math.Min(MostByName, Math.Max(6, x.Words.Sum(w => bitsOf[w])));
        }

        double agree = 0, onlyX = 0, onlyY = 0, different = 0;
        var taken = 0;
        for (var i = 0; i < x.Words.Length; i++)
        {
            var word = x.Words[i];
            var (at, likeness) = Nearest(word, y, taken);
            if (at < 0 && i + 1 < x.Words.Length && Joined(word, x.Words[i + 1], y, taken) is var whole and >= 0)
            {
                // Gorse Hill and Gorsehill.
                taken |= 1 << whole;
                shared.Add(y.Words[whole]);
                agree += bitsOf[y.Words[whole]];
                i++;
                continue;
            }

            if (at < 0)
            {
                onlyX += bitsOf[word];
                different += apart[word] ? 1 : 0;
                continue;
            }

            taken |= 1 << at;
            shared.Add(word);
            agree += likeness * Math.Min(bitsOf[word], bitsOf[y.Words[at]]);
        }

        for (var i = 0; i < y.Words.Length; i++)
        {
            if ((taken & (1 << i)) == 0)
            {
                onlyY += bitsOf[y.Words[i]];
                different += apart[y.Words[i]] ? 1 : 0;
            }
        }

        // Words on one side only: one list is more talkative. Words on both: another park, another town.
        var (less, more) = (Math.Min(onlyX, onlyY), Math.Max(onlyX, onlyY));
        return Math.Min(MostByName, agree) - (less > 0 ? 5 : 0) - (1.6 * less) - (0.45 * (more - less)) - (4 * Math.Min(different, 2));
    }

    private int Joined(int first, int second, Name among, int taken)
    {
        for (var i = 0; i < among.Words.Length; i++)
        {
            var word = wordOf[among.Words[i]];
            if ((taken & (1 << i)) == 0 && word.Length == wordOf[first].Length + wordOf[second].Length
                && word.StartsWith(wordOf[first], StringComparison.Ordinal) && word.EndsWith(wordOf[second], StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private (int At, double Likeness) Nearest(int word, Name among, int taken)
    {
        var (best, at) = (0.0, -1);
        for (var i = 0; i < among.Words.Length; i++)
        {
            if ((taken & (1 << i)) != 0)
            {
                continue;
            }

            if (among.Words[i] == word)
            {
                return (i, 1);
            }

            var likeness = Spelling.JaroWinkler(wordOf[word], wordOf[among.Words[i]]);
            if (likeness > best)
            {
                (best, at) = (likeness, i);
            }
        }

        return best >= 0.93 && wordOf[word].Length >= 5 ? (at, 0.9) : (-1, 0);
    }

    private double Place(Card a, Card b, List<(double, string)>? reasons)
    {
        var bits = 0.0;
        var near = a.Entry is { Latitude: { } aNorth, Longitude: { } aEast } && b.Entry is { Latitude: { } bNorth, Longitude: { } bEast } ? Metres(aNorth, aEast, bNorth, bEast) : (double?)null;
        if (a.Postcode is not null && a.Postcode == b.Postcode)
        {
            var weight = Math.Clamp(0.8 * Math.Log2(all / (postcodes[a.Postcode] + 0.5)), 2, 8);
            bits += weight;
            reasons?.Add((weight, $"the same postcode, {a.Entry.Postcode}"));
        }
        else if (near is { } metres)
        {
            var weight = metres < 100 ? 6 : metres < 400 ? 2 : metres < 2000 ? -2 : -5;
            bits += weight;
            reasons?.Add((weight, metres < 1000 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(10, Math.Round(metres / 10) * 10):0} metres apart") : string.Create(CultureInfo.InvariantCulture, $"{metres / 1000:0.0} km apart")));
        }
        else if (a.Postcode is not null && b.Postcode is not null)
        {
            var weight = a.Outward == b.Outward ? -2 : -4;
            bits += weight;
            reasons?.Add((weight, $"other postcodes, {a.Entry.Postcode} and {b.Entry.Postcode}"));
        }

        if (a.Street.Length > 0 && b.Street.Length > 0)
        {
            var share = a.Street.Count(b.Street.Contains);
            var least = Math.Min(a.Street.Length, b.Street.Length);
            var numbers = a.House is not null && b.House is not null;
            if (numbers && a.House == b.House && share * 2 >= least)
            {
                bits += 3;
                reasons?.Add((3, "the same house number and street"));
            }
            else if (share * 3 < least || (numbers && a.House != b.House))
            {
                bits -= 3;
                reasons?.Add((-3, "other addresses"));
            }
        }

        return bits;
    }

    private double Websites(Card a, Card b, List<(double, string)>? reasons)
    {
        if (a.Website is null || b.Website is null)
        {
            return 0;
        }

        var (bits, words) = a.Website == b.Website
            ? (Math.Clamp(0.8 * Math.Log2(all / (websites[a.Website] + 0.5)), 0.5, 7), "the same website")
            : a.Host == b.Host ? (1, "websites of one address") : (-1.5, "other websites");
        reasons?.Add((bits, words));
        return bits;
    }

    private static double Same(string? a, string? b, double agree, double differ, string same, string? other, List<(double, string)>? reasons)
    {
        if (a is null || b is null)
        {
            return 0;
        }

        var bits = a == b ? agree : differ;
        if ((a == b ? same : other) is { } words)
        {
            reasons?.Add((bits, words));
        }

        return bits;
    }

    // Equirectangular: good to a metre or so over a borough.
    private static double Metres(double aNorth, double aEast, double bNorth, double bEast)
    {
        const double MetresOfDegree = 111_320;
        var north = (aNorth - bNorth) * MetresOfDegree;
        var east = (aEast - bEast) * MetresOfDegree * Math.Cos(double.DegreesToRadians((aNorth + bNorth) / 2));
        return Math.Sqrt((north * north) + (east * east));
    }

    private static Dictionary<string, int> Count(IEnumerable<string?> values) => values.OfType<string>().CountBy(v => v, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    // Keys only bring pairs together; two that meet by chance are weighed like any others.
    private static long Hash(string text) => string.GetHashCode(text, StringComparison.Ordinal);

    /// <summary>A name, or a part of one, as its different words, and run together.</summary>
    private sealed record Name(int[] Words, string Together);

    /// <summary>An entry, read once.</summary>
    private sealed class Card
    {
        public Card(AssetCard entry, Dictionary<string, int> numbers)
        {
            Entry = entry;
            Names = [.. NamesOf(entry.Name, numbers)];
            AllWords = [.. Names.SelectMany(n => n.Words).Distinct()];
            Postcode = Domain.Common.Words.Postcode(entry.Postcode);
            Outward = Postcode?.Split(' ')[0];
            Phone = Domain.People.Person.PhoneKey(entry.Phone);
            Email = Domain.People.Person.EmailKey(entry.Email);
            (Host, Website) = Web(entry.Website);
            var street = Split(entry.Address).ToList();
            House = street.Find(w => char.IsAsciiDigit(w[0]));
            Street = [.. street.Where(w => !char.IsAsciiDigit(w[0])).Distinct(StringComparer.Ordinal)];
        }

        public AssetCard Entry { get; }

        public Name[] Names { get; }

        public int[] AllWords { get; }

        public string? Postcode { get; }

        public string? Outward { get; }

        public string? Phone { get; }

        public string? Email { get; }

        public string? Host { get; }

        public string? Website { get; }

        public string? House { get; }

        public string[] Street { get; }

        // "St John's Centre (Old Trafford Hub)" goes by either name.
        private static IEnumerable<Name> NamesOf(string name, Dictionary<string, int> numbers)
        {
            yield return Of(name, numbers);
            var opens = name.IndexOf('(', StringComparison.Ordinal);
            var closes = name.IndexOf(')', Math.Max(opens, 0));
            if (opens > 0)
            {
                var inside = closes > opens ? name[(opens + 1)..closes] : name[(opens + 1)..];
                var outside = name[..opens] + (closes > opens ? name[(closes + 1)..] : "");
                foreach (var part in new[] { outside, inside })
                {
                    // One word in brackets is a place, not a name.
                    if (Split(part).Take(2).Count() == 2)
                    {
                        yield return Of(part, numbers);
                    }
                }
            }
        }

        private static Name Of(string name, Dictionary<string, int> numbers)
        {
            var words = Split(name).SelectMany(w => Spelled.TryGetValue(w, out var whole) ? whole : [w]).ToList();
            var telling = words.Where(w => !Passed.Contains(w)).Distinct(StringComparer.Ordinal).Take(24).ToList();
            var kept = telling.Count > 0 ? telling : words.Take(24).ToList();
            return new Name([.. kept.Select(w => Number(w, numbers))], string.Concat(kept));
        }

        private static int Number(string word, Dictionary<string, int> numbers)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, word, out var known);
            return known ? number : number = numbers.Count - 1;
        }

        private static (string? Host, string? Website) Web(string? address)
        {
            if (string.IsNullOrWhiteSpace(address))
            {
                return (null, null);
            }

            var rest = address.Trim().ToLowerInvariant();
            var scheme = rest.IndexOf("://", StringComparison.Ordinal);
            rest = scheme >= 0 ? rest[(scheme + 3)..] : rest;
            rest = rest.StartsWith("www.", StringComparison.Ordinal) ? rest[4..] : rest;
            rest = rest.TrimEnd('/');
            return rest.Length < 4 ? (null, null) : (rest.Split('/')[0], rest);
        }

        /// <summary>Lower case, without accents and apostrophes.</summary>
        private static IEnumerable<string> Split(string? text)
        {
            if (text is null)
            {
                yield break;
            }

            var word = new StringBuilder();
            foreach (var letter in text.Normalize(NormalizationForm.FormD))
            {
                if (char.IsLetterOrDigit(letter))
                {
                    word.Append(char.ToLowerInvariant(letter));
                }
                else if (letter is '\'' or '’' or '`' || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
                {
                    // Part of the word before it.
                }
                else if (word.Length > 0)
                {
                    yield return word.ToString();
                    word.Clear();
                }
            }

            if (word.Length > 0)
            {
                yield return word.ToString();
            }
        }
    }

    private static class Spelling
    {
        /// <summary>Between 0 and 1: M. A. Jaro (1989), with W. E. Winkler's (1990) weight for a shared beginning.</summary>
        public static double JaroWinkler(string a, string b)
        {
            // Nothing of so different a length comes near.
            if (Math.Abs(a.Length - b.Length) > 2 || a.Length < 5 || b.Length < 5 || a.Length > 32 || b.Length > 32)
            {
                return a == b ? 1 : 0;
            }

            var reach = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1);
            var (inA, inB) = (0u, 0u);
            var matches = 0;
            for (var i = 0; i < a.Length; i++)
            {
                for (var j = Math.Max(0, i - reach); j <= Math.Min(b.Length - 1, i + reach); j++)
                {
                    if ((inB & (1u << j)) == 0 && a[i] == b[j])
                    {
                        inA |= 1u << i;
                        inB |= 1u << j;
                        matches++;
                        break;
                    }
                }
            }

            if (matches == 0)
            {
                return 0;
            }

            var (swapped, at) = (0, 0);
            for (var i = 0; i < a.Length; i++)
            {
                if ((inA & (1u << i)) == 0)
                {
                    continue;
                }

                while ((inB & (1u << at)) == 0)
                {
                    at++;
                }

                swapped += a[i] == b[at] ? 0 : 1;
                at++;
            }

            var jaro = (((double)matches / a.Length) + ((double)matches / b.Length) + ((matches - (swapped / 2.0)) / matches)) / 3;
            var beginning = 0;
            while (beginning < Math.Min(4, Math.Min(a.Length, b.Length)) && a[beginning] == b[beginning])
            {
                beginning++;
            }

            return jaro + (beginning * 0.1 * (1 - jaro));
        }
    }
}
