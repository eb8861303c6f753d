using AbcdConnect.Application.Connections.Matching;
using AbcdConnect.Application.People;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;

namespace AbcdConnect.Application.Tests.Connections.Matching;

/// <summary>The shipped taxonomy, as matching reads it.</summary>
internal static class Taxonomy
{
    public static IReadOnlyList<CachedTerm> All { get; } = Read();

    public static TermKinship Kin { get; } = TermKinship.Of(All);

    public static CachedTerm Term(string name) => All.Single(t => t.Name == name);

    public static Said Brings(string name, DateOnly on) => Of(GiftDirection.Gift, name, on);

    public static Said Asks(string name, DateOnly on) => Of(GiftDirection.Ask, name, on);

    private static Said Of(GiftDirection direction, string name, DateOnly on) => new(Said.MeaningOf(direction, Term(name).Kind), Term(name), name, on);

    private static List<CachedTerm> Read()
    {
        var rows = TaxonomyFile.Rows(File.ReadAllText(Path.Combine(Repository.Root, "database", "taxonomy", "gifts.csv")), 4);
        return [.. rows.Select((r, i) => new CachedTerm(new GiftTermId(i + 1), TaxonomyFile.Value<GiftKind>(r[0]), r[1], r[2], r[3], [.. Tokens.Split(r[2])], [.. Tokens.Split(r[2]), .. Tokens.Split(r[3])], CachedTerm.OneWordSynonyms(r[3])))];
    }
}
