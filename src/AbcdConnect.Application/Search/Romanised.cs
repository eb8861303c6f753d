using System.Text;

namespace AbcdConnect.Application.Search;

/// <summary>Words of other scripts in Latin letters, roughly: enough that Юлия is found by Yulia and فاطمة by Fatima.</summary>
/// <remarks>Cyrillic after BGN/PCGN without its signs; Arabic as consonants with an a between them, since short vowels are not
/// written; Bengali with its inherent vowel. A key to find by, never shown to anybody.</remarks>
internal static class Romanised
{
    private static readonly Dictionary<char, string> Letters = Build(
        "а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya є ye і i ї yi ґ g ў u ј j љ lj њ nj ћ c ђ dj џ dz",
        "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o",
        "ا a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق q ك k ل l م m ن n ه h و w ي y ء - پ p چ ch ژ zh گ g ٹ t ڈ d ڑ r ں n ے e ھ h",
        "অ o আ a ই i ঈ i উ u ঊ u ঋ ri এ e ঐ oi ও o ঔ ou ক k খ kh গ g ঘ gh ঙ ng চ ch ছ ch জ j ঝ jh ঞ n ট t ঠ th ড d ঢ dh ণ n ত t থ th দ d ধ dh ন n প p ফ f ব b ভ bh ম m য j র r ল l শ sh ষ sh স s হ h ৎ t ং ng ঃ h ঁ -",
        "া a ি i ী i ু u ূ u ৃ ri ে e ৈ oi ো o ৌ ou");

    /// <summary>In Latin letters; null for a word that is in them already, or in a script that is not read here.</summary>
    public static string? Of(string word)
    {
        if (word.Length == 0 || char.IsAscii(word[0]))
        {
            return null;
        }

        var latin = new StringBuilder();
        var bare = false;
        for (var at = 0; at < word.Length; at++)
        {
            var letter = word[at];
            // য় is the letter and its dot, and sounds as y.
            if (letter == '\u09AF' && at + 1 < word.Length && word[at + 1] == '\u09BC')
            {
                latin.Append('y');
                at++;
                continue;
            }

            if (letter is '\u09CD' or '\u09BC')
            {
                bare = false;
                continue;
            }

            if (!Letters.TryGetValue(letter, out var spelt))
            {
                return null;
            }

            var vowel = IsArabic(letter) ? letter is 'ا' or 'و' or 'ي' or 'ع' : spelt.Length == 0 || "aeiou".Contains(spelt[0], StringComparison.Ordinal);
            if (bare && !vowel)
            {
                // Two consonants: the vowel between them was not written.
                latin.Append('a');
            }

            // A final ه is how the feminine ending is folded.
            latin.Append(letter == 'ه' && at == word.Length - 1 && at > 1 ? "a" : letter switch { 'و' when at > 0 => "u", 'ي' when at > 0 => "i", _ => spelt });
            bare = !vowel && spelt.Length > 0 && (IsArabic(letter) || letter is >= '\u0995' and <= '\u09B9');
        }

        return latin.Length == 0 ? null : latin.ToString();
    }

    private static bool IsArabic(char letter) => letter is >= '\u0600' and <= '\u06FF';

    private static Dictionary<char, string> Build(params string[] rows)
    {
        var letters = new Dictionary<char, string>();
        foreach (var row in rows)
        {
            var parts = row.Split(' ');
            for (var at = 0; at < parts.Length; at += 2)
            {
                letters[parts[at][0]] = parts[at + 1] == "-" ? "" : parts[at + 1];
            }
        }

        return letters;
    }
}
