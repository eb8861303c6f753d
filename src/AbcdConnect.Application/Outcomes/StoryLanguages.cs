namespace AbcdConnect.Application.Outcomes;

/// <summary>The languages a story may be marked with, so that it is read aloud and printed right.</summary>
public static class StoryLanguages
{
    /// <summary>BCP 47 tag, and its name in English. Those most spoken in the UK by the 2021 census, with the other languages of these islands.</summary>
    public static IReadOnlyList<StoryLanguage> All { get; } =
    [
        new("en-GB", "English"), new("cy", "Welsh"), new("gd", "Scottish Gaelic"), new("ga", "Irish"), new("sco", "Scots"),
        new("am", "Amharic"), new("ar", "Arabic"), new("bn", "Bengali"), new("bg", "Bulgarian"), new("yue-Hant", "Cantonese"), new("zh-Hans", "Mandarin"),
        new("cs", "Czech"), new("nl", "Dutch"), new("fa", "Farsi or Dari"), new("fr", "French"), new("de", "German"), new("el", "Greek"),
        new("gu", "Gujarati"), new("he", "Hebrew"), new("hi", "Hindi"), new("hu", "Hungarian"), new("it", "Italian"), new("ja", "Japanese"),
        new("ckb", "Kurdish (Sorani)"), new("ku", "Kurdish (Kurmanji)"), new("lv", "Latvian"), new("lt", "Lithuanian"), new("ml", "Malayalam"),
        new("ne", "Nepali"), new("ps", "Pashto"), new("pl", "Polish"), new("pt", "Portuguese"), new("pa", "Punjabi"), new("ro", "Romanian"),
        new("ru", "Russian"), new("sn", "Shona"), new("si", "Sinhala"), new("sk", "Slovak"), new("so", "Somali"), new("es", "Spanish"),
        new("sw", "Swahili"), new("syl", "Sylheti"), new("ta", "Tamil"), new("te", "Telugu"), new("ti", "Tigrinya"), new("tr", "Turkish"),
        new("uk", "Ukrainian"), new("ur", "Urdu"), new("vi", "Vietnamese"), new("yo", "Yoruba"),
    ];

    /// <summary>The language's name, or the tag where it is none of these.</summary>
    public static string NameOf(string tag) => All.FirstOrDefault(l => l.Tag == tag)?.Name ?? tag;

    public static bool IsKnown(string? tag) => All.Any(l => l.Tag == tag);
}

public sealed record StoryLanguage(string Tag, string Name);
