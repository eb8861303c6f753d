using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Search;
using FsCheck;
using FsCheck.Fluent;

namespace AbcdConnect.Application.Tests.Search;

public sealed class SpellingTests
{
    private static readonly Gen<char> Letter = Gen.Elements("abcdefghijklmnoprstuwyz".ToCharArray());

    [Fact]
    public void A_word_of_four_to_seven_letters_is_found_with_any_one_slip_and_a_longer_one_with_any_two()
    {
        var cases =
            from length in Gen.Choose(5, 14)
            from letters in Letter.ArrayOf(length)
            from slips in Gen.Zip(Gen.Zip(Gen.Choose(0, 3), Gen.Choose(0, 100)), Letter).ListOf(2)
            select (Word: new string(letters), Slips: slips.Select(s => (Kind: s.Item1.Item1, At: s.Item1.Item2, Letter: s.Item2)).ToList());
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            // So long that it keeps its class although letters are left out.
            var most = c.Word.Length >= 10 ? 2 : 1;
            // Letters swapped and then parted again are counted as three.
            var typed = c.Slips.Take(most).Aggregate(c.Word, (word, slip) => Slip(word, most == 2 ? slip.Kind % 3 : slip.Kind, slip.At, slip.Letter));
            var meant = Spelling.KeysOf(c.Word).Intersect(Spelling.KeysOf(typed)).Any(k => k[0] != '~');
            return (meant && Spelling.Apart(typed, c.Word) <= most).Label($"{c.Word} {typed}");
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("margaret", "margaret", 0)]
    [InlineData("magraret", "margaret", 1)]
    [InlineData("magaret", "margaret", 1)]
    [InlineData("mragraet", "margaret", 2)]
    [InlineData("wojcieh", "wojciech", 1)]
    [InlineData("jhn", "john", null)]
    [InlineData("ali", "alia", null)]
    [InlineData("amina", "anita", null)]
    public void Letters_missing_wrong_too_many_or_swapped_are_counted_as_far_as_the_length_allows(string typed, string word, int? apart) =>
        Spelling.Apart(typed, word).ShouldBe(apart);

    [Fact]
    public void How_far_two_words_lie_apart_is_the_same_from_both_ends() =>
        Prop.ForAll(Letter.ArrayOf(6).Two().ToArbitrary(), pair =>
        {
            var (one, other) = (new string(pair.Item1), new string(pair.Item2));
            return Spelling.Distance(one, other, 6) == Spelling.Distance(other, one, 6) && Spelling.Distance(one, one, 0) == 0;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("юлия", "yulia")]
    [InlineData("андреи", "andrei")]
    [InlineData("ольга", "olga")]
    [InlineData("رحيمه", "rahima")]
    [InlineData("রহিমা", "rohima")]
    [InlineData("γιωργος", "giorgos")]
    public void A_word_of_another_script_is_found_in_Latin_letters_and_the_other_way_about(string other, string latin)
    {
        Spelling.KeysOf(other).Intersect(Spelling.KeysOf(latin)).ShouldNotBeEmpty();
        (Spelling.Apart(latin, other) <= 1).ShouldBeTrue(Romanised.Of(other));
    }

    [Theory]
    [InlineData("محمد", "mohammed")]
    [InlineData("فاطمه", "fatima")]
    [InlineData("খাতুন", "khatun")]
    public void A_name_without_its_vowels_sounds_as_it_does_with_them(string other, string latin) =>
        SoundAlike.KeysOf(Romanised.Of(other)!).Intersect(SoundAlike.KeysOf(latin)).ShouldNotBeEmpty();

    [Fact]
    public void Whatever_is_typed_has_keys_that_fit_the_index() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
            Tokens.Split(text).SelectMany(Spelling.KeysOf).All(k => k.Length is > 0 and <= SearchWord.LongestWord)).QuickCheckThrowOnFailure();

    [Fact]
    public void Numbers_come_out_of_few_bytes_as_they_went_in() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).Select(n => (long)n).ListOf().ToArbitrary(), numbers =>
        {
            var some = numbers.Distinct().ToList();
            return PackedNumbers.Unpack(PackedNumbers.Pack(some)).SequenceEqual(some.Order());
        }).QuickCheckThrowOnFailure();

    private static string Slip(string word, int kind, int at, char letter)
    {
        at %= word.Length;
        return kind switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, letter.ToString()),
            2 => word.Remove(at, 1).Insert(at, letter.ToString()),
            _ => at + 1 < word.Length ? word[..at] + word[at + 1] + word[at] + word[(at + 2)..] : word,
        };
    }
}
