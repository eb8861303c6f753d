using System.Globalization;
using System.Text;
using AbcdConnect.Application.Search;
using FsCheck;
using FsCheck.Fluent;

namespace AbcdConnect.Application.Tests.Search;

public sealed class TokensTests
{
    private static readonly string[] Names =
    [
        "Wojciech", "Małgorzata", "Łucja", "Stanisław", "Zoë", "José", "Siobhán", "Pádraig", "O’Brien", "Ní Dhomhnaill",
        "Fatima", "Chowdhury", "রহিমা খাতুন", "শেখ হাসিনা", "জয়নাল", "محمد", "فاطمة الزهراء", "أحمد", "תמר", "Ольга", "Андрей",
        "Γιώργος", "Nguyễn Thị", "İbrahim", "Straße", "Ægir", "Þóra", "தமிழ்", "ਗੁਰਪ੍ਰੀਤ", "李小龙", "Smith-Jones",
    ];

    [Theory]
    [InlineData("Małgorzata Wójcik", "malgorzata wojcik")]
    [InlineData("Siobhán Ní Dhomhnaill", "siobhan ni dhomhnaill")]
    [InlineData("মোছাঃ রহিমা", "মোছাঃ রহিমা")]
    [InlineData("مُحَمَّد أحمد", "محمد احمد")]
    [InlineData("Ｗｉｄｅ ﬁne", "wide fine")]
    [InlineData("Smith-Jones", "smith jones")]
    [InlineData("it's 9.30", "its 9 30")]
    public void Words_are_lower_case_without_accents_in_any_script(string typed, string words) =>
        string.Join(' ', Tokens.Split(typed)).ShouldBe(string.Join(' ', words.Split(' ').Select(w => w.Normalize(NormalizationForm.FormKD))));

    [Fact]
    public void A_Bengali_letter_is_one_word_whichever_way_the_keyboard_makes_it() =>
        // য়: one code point, or the letter and its dot.
        Tokens.Split("জ\u09DFনাল").ShouldBe(Tokens.Split("জ\u09AF\u09BCনাল"));

    [Fact]
    public void A_joiner_inside_a_word_does_not_part_it() => Tokens.Split("ক্\u200Dষ").Count().ShouldBe(1);

    [Fact]
    public void Half_a_letter_cut_off_by_a_paste_does_no_harm() => Tokens.Split("Sheila \ud83d").ShouldBe(["sheila"]);

    [Fact]
    public void An_apostrophe_parts_nobody_from_their_name()
    {
        Tokens.OfName("O’Brien").ShouldContain("obrien");
        Tokens.OfName("O'Brien").ShouldContain("brien");
    }

    [Theory]
    [InlineData("Liz", "Elizabeth")]
    [InlineData("Mohammed", "Muhammad")]
    [InlineData("Gosia", "Małgorzata")]
    [InlineData("Pat", "Patrick")]
    [InlineData("Pat", "Patricia")]
    [InlineData("Seán", "Shaun")]
    [InlineData("Ayesha", "Aisha")]
    public void Names_that_are_one_name_share_a_key(string one, string other) =>
        Nicknames.NamesOf(Tokens.Split(one).Single()).ShouldContain(Tokens.Split(other).Single());

    /// <summary>Pairs from the US National Archives' description of Soundex, and names of our own streets.</summary>
    [Theory]
    [InlineData("Robert", "Rupert", true)]
    [InlineData("Ashcraft", "Ashcroft", true)]
    [InlineData("Robert", "Rubin", false)]
    [InlineData("Catherine", "Kathryn", true)]
    [InlineData("Shaun", "Sean", true)]
    [InlineData("Niamh", "Neve", true)]
    [InlineData("Siobhán", "Shivaun", true)]
    [InlineData("Caoimhe", "Keeva", true)]
    [InlineData("Ewa", "Eva", true)]
    [InlineData("Hussain", "Hossein", true)]
    [InlineData("Philip", "Filip", true)]
    [InlineData("Margaret", "Norman", false)]
    public void Names_that_sound_alike_share_a_key(string one, string other, bool alike) =>
        SoundAlike.KeysOf(Tokens.Split(one).Single()).Intersect(SoundAlike.KeysOf(Tokens.Split(other).Single())).Any().ShouldBe(alike);

    [Fact]
    public void A_name_is_found_by_any_beginning_of_two_letters_in_any_case_with_or_without_accents()
    {
        var cases =
            from name in Gen.Elements(Names)
            from length in Gen.Choose(2, 12)
            from upper in Gen.Elements(true, false)
            from accents in Gen.Elements(true, false)
            select (name, length, upper, accents);
        Prop.ForAll(cases.ToArbitrary(), ((string Name, int Length, bool Upper, bool Accents) c) =>
        {
            // Taken off before the name is cut: half of a letter is not what anybody types.
            var shown = c.Accents ? c.Name : WithoutAccents(c.Name);
            var letters = StringInfo.GetTextElementEnumerator(shown.Split(' ')[0]);
            var typed = new StringBuilder();
            for (var at = 0; at < c.Length && letters.MoveNext(); at++)
            {
                typed.Append(letters.GetTextElement());
            }

            var prefix = c.Upper ? typed.ToString().ToUpperInvariant() : typed.ToString().ToLowerInvariant();
            var looked = Tokens.Split(prefix).First();
            var after = Tokens.AfterPrefix(looked);
            return Tokens.OfName(c.Name).Any(t => string.CompareOrdinal(t, looked) >= 0 && string.CompareOrdinal(t, after) < 0);
        }).QuickCheckThrowOnFailure();
    }

    private static string WithoutAccents(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormD).Where(c => c is < '\u0300' or > '\u036F')).Normalize(NormalizationForm.FormC);
}
