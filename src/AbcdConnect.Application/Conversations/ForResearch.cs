using System.Text;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Conversations;

/// <summary>Port: what a researcher reads in place of a name.</summary>
public interface IPseudonyms
{
    /// <summary>The same for the same person in every conversation and on every day, and of no use to find out who it is:
    /// "Person 4F2A-91C3".</summary>
    string Of(PersonId person);
}

/// <summary>Takes names and places out of words given to research.</summary>
internal sealed class ForResearch
{
    private const string SomeName = "[name]";
    private const string SomePlace = "[place]";

    // A name of one or two letters would take half of every text with it.
    private const int ShortestName = 3;

    private readonly HashSet<string> names;
    private readonly List<(string Phrase, string Instead)> places;

    private ForResearch(HashSet<string> names, List<(string Phrase, string Instead)> places) => (this.names, this.places) = (names, places);

    /// <summary>Looks up which of the words in these texts are anybody's name here, and how the places are called.</summary>
    public static async Task<ForResearch> Read(IAbcdDbContext db, ProgrammeId programme, IEnumerable<string?> texts, CancellationToken token)
    {
        var words = texts.SelectMany(Tokens.Split).Concat(texts.SelectMany(t => Words(t).Select(w => Stem(w.Text)))).Where(w => w.Length >= ShortestName).ToHashSet(StringComparer.Ordinal);
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (var some in words.Chunk(500))
        {
            known.UnionWith(await db.SearchWords.Where(w => w.ProgrammeId == programme && w.Kind == SearchKind.Person && EF.Parameter(some).Contains(w.Word)).Select(w => w.Word).Distinct().ToListAsync(token));
        }

        var members = await db.Members.Where(m => m.ProgrammeId == programme).Select(m => m.Name).ToListAsync(token);
        known.UnionWith(members.SelectMany(Tokens.Split).Where(w => w.Length >= ShortestName));
        var called = await db.Neighbourhoods.Where(n => n.ProgrammeId == programme).Select(n => n.Name).ToListAsync(token);
        return new ForResearch(known, [.. called.Select(p => (p, SomePlace))]);
    }

    /// <summary>The text without names: those of the people in it become their pseudonyms, any other known name "[name]".</summary>
    /// <param name="people">Who was in the conversation, and what each is called instead.</param>
    /// <param name="alsoPlaces">The place and the group of this conversation.</param>
    public string? Of(string? text, IEnumerable<(NamedPerson Person, string Pseudonym)> people, params string?[] alsoPlaces)
    {
        if (text is null)
        {
            return null;
        }

        Dictionary<string, string> own = new(StringComparer.Ordinal);
        foreach (var (person, pseudonym) in people)
        {
            foreach (var word in Tokens.Split($"{person.FirstName} {person.KnownAs} {person.LastName}"))
            {
                own.TryAdd(word, pseudonym);
            }
        }

        foreach (var (phrase, instead) in places.Concat(alsoPlaces.OfType<string>().Select(p => (p, SomePlace))).OrderByDescending(p => p.Item1.Length))
        {
            text = text.Replace(phrase, instead, StringComparison.OrdinalIgnoreCase);
        }

        StringBuilder clean = new(text.Length);
        var kept = 0;
        string? before = null;
        foreach (var (start, word) in Words(text))
        {
            var stem = Stem(word);
            var instead = own.GetValueOrDefault(stem) ?? (LooksLikeName(word) && names.Contains(stem) ? SomeName : null);
            if (instead is null)
            {
                before = null;
                continue;
            }

            var between = text.AsSpan(kept, start - kept);
            if (instead != before || !between.IsWhiteSpace())
            {
                // A first and a last name side by side are one person, said once.
                clean.Append(between).Append(instead);
            }

            before = instead;
            kept = start + word.Length;
            if (word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal))
            {
                kept -= 2;
                before = null;
            }
        }

        return clean.Append(text.AsSpan(kept)).ToString();
    }

    // In scripts without capitals every word might be one.
    private static bool LooksLikeName(string word) => char.IsUpper(word[0]) || word[0] > '\u02ff';

    private static string Stem(string word)
    {
        if (word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal))
        {
            word = word[..^2];
        }

        return Tokens.Split(word).FirstOrDefault() ?? "";
    }

    private static IEnumerable<(int Start, string Text)> Words(string? text)
    {
        var start = -1;
        for (var i = 0; i <= (text?.Length ?? -1); i++)
        {
            var inside = i < text!.Length && (char.IsLetterOrDigit(text[i]) || char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark || (text[i] is '\'' or '’' && start >= 0));
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                yield return (start, text[start..i].TrimEnd('\'', '’'));
                start = -1;
            }
        }
    }
}
