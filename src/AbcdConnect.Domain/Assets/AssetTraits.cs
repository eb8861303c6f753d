using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace AbcdConnect.Domain.Assets;

/// <summary>What an entry's words on cost, access and languages say for sure, as bits to filter by. What is not sure is not there:
/// somebody sent to a door with steps is worse off than somebody who asks first. The words themselves stay as they were typed.</summary>
public static partial class AssetTraits
{
    /// <summary>The words have been read. Without it the entry is from before there were traits.</summary>
    public const long Read = 1;
    public const long Free = 1 << 1;
    public const long WhatYouCan = 1 << 2;

    /// <summary>No price named is above £5.</summary>
    public const long UpToFive = 1 << 3;
    public const long StepFree = 1 << 8;
    public const long AccessibleToilet = 1 << 9;
    public const long HearingLoop = 1 << 10;
    public const long SignLanguage = 1 << 11;
    public const long Quiet = 1 << 12;
    public const long Parking = 1 << 13;
    public const long TurnUp = 1 << 14;

    private const int FirstLanguage = 20;

    /// <summary>By the order of their bits, which is stored: add at the end, remove none. The main languages of the 2021 census of
    /// England and Wales (ONS, table TS024) spoken by most, with Welsh.</summary>
    public static IReadOnlyList<string> Languages { get; } =
    [
        "English", "Polish", "Romanian", "Panjabi", "Urdu", "Portuguese", "Spanish", "Arabic", "Bengali", "Gujarati", "Italian", "Tamil", "French", "Lithuanian",
        "Chinese", "Turkish", "Bulgarian", "Russian", "Persian", "Hungarian", "Greek", "Kurdish", "Somali", "Ukrainian", "Welsh", "German", "Albanian", "Nepali",
        "Hindi", "Slovak", "Czech", "Latvian", "Malayalam", "Telugu", "Tigrinya", "Pashto", "Vietnamese", "Yoruba", "Amharic", "Dari", "Swahili",
    ];

    private static readonly FrozenDictionary<string, int> ByName = Languages.Select((name, at) => (name, at))
        .Concat(
        [
            ("Punjabi", 3), ("Bangla", 8), ("Sylheti", 8), ("Mandarin", 14), ("Cantonese", 14), ("Farsi", 18), ("Sorani", 21), ("Kurmanji", 21), ("Cymraeg", 24),
        ])
        .ToFrozenDictionary(l => l.Item1, l => l.Item2, StringComparer.OrdinalIgnoreCase);

    private static readonly (long Trait, Regex Words)[] OfAccess =
    [
        (StepFree, StepFreeWords()), (AccessibleToilet, ToiletWords()), (HearingLoop, LoopWords()), (SignLanguage, SignWords()), (Quiet, QuietWords()), (Parking, ParkingWords()), (TurnUp, TurnUpWords()),
    ];

    /// <summary>The bit of a language, by the name it is listed under or another in use; null where it is not one of ours.</summary>
    public static long? Language(string? name) => name is not null && ByName.TryGetValue(name.Trim(), out var at) ? 1L << (FirstLanguage + at) : null;

    public static long Of(string? cost, string? access, string? languages) => Read | OfCost(cost) | AccessOf(access) | OfLanguages(languages);

    private static long OfCost(string? words)
    {
        if (words is null)
        {
            return 0;
        }

        var prices = Prices().Matches(words).Select(m => m.Groups["pence"].Success ? 1 : double.Parse(m.Groups["pounds"].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var can = WhatYouCanWords().IsMatch(words) ? WhatYouCan : 0;
        // "Free for members, £8 otherwise" is free for some.
        var free = prices.Count == 0 && FreeWords().IsMatch(words) && !NotWholly().IsMatch(words) ? Free : 0;
        return can | free | (prices.Count > 0 && prices.TrueForAll(p => p <= 5) && !NotWholly().IsMatch(words) ? UpToFive : 0);
    }

    private static long AccessOf(string? words)
    {
        if (words is null)
        {
            return 0;
        }

        long traits = 0;
        foreach (var part in words.Split([';', '.', ',', '\n', '('], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var denied = Denied().IsMatch(part);
            traits |= OfAccess.Where(a => a.Words.IsMatch(part) && (!denied || NoSteps().IsMatch(part) || a.Trait == TurnUp)).Aggregate(0L, (all, a) => all | a.Trait);
        }

        return traits;
    }

    private static long OfLanguages(string? words) => words is null
        ? 0
        : words.Split([',', ';', '/', '&', '\n', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Aggregate(0L, (all, word) => all | (Language(word) ?? 0));

    [GeneratedRegex(@"£\s?(?<pounds>\d{1,5}(\.\d\d)?)|\b(?<pence>\d{1,2}\s?p)\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Prices();

    [GeneratedRegex(@"\bfree\b|\bno (charge|cost)\b|\bnothing to pay\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex FreeWords();

    [GeneratedRegex(@"\b(not|first|members?|under|over|except|unless|otherwise|per month|a month|a year)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NotWholly();

    [GeneratedRegex(@"what you (can|like|want)|\bdonations?\b|if you have it|if you can", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex WhatYouCanWords();

    [GeneratedRegex(@"\bstep[- ]free\b|\blevel (access|entrance|entry)\b|\bno steps\b|\bwithout steps\b|\bramp(ed|s)?\b|\blift to\b|\bwheelchair (access|accessible|friendly)\b|\bwheelchairs welcome\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex StepFreeWords();

    [GeneratedRegex(@"\b(accessible|disabled|adapted) (toilets?|loos?|wc)\b|\bchanging places\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ToiletWords();

    [GeneratedRegex(@"\b(hearing|induction) loop\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex LoopWords();

    [GeneratedRegex(@"\bbsl\b|\bsign language\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex SignWords();

    [GeneratedRegex(@"\bquiet (room|corner|space|hour|session)s?\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex QuietWords();

    [GeneratedRegex(@"\b(parking|car park)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ParkingWords();

    [GeneratedRegex(@"\b(just )?turn up\b|\bdrop[- ]in\b|\bno (need to book|booking)\b|\bjust come\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex TurnUpWords();

    [GeneratedRegex(@"\b(no|not|isn't|without|never|none|broken|sorry|un|only)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Denied();

    [GeneratedRegex(@"\b(no|without) steps\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NoSteps();
}
