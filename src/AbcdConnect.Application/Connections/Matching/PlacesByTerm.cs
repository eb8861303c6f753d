using AbcdConnect.Application.People;
using AbcdConnect.Domain.People;

namespace AbcdConnect.Application.Connections.Matching;

/// <summary>Which categories of place are at home with which gifts: <c>database/taxonomy/fits.csv</c>. A row without a name holds
/// for its whole group. Gifts that no row names are still matched with places by their words.</summary>
internal sealed class PlacesByTerm
{
    private readonly ILookup<(GiftKind Kind, string Group, string Name), string> rows;

    public PlacesByTerm(string csv) => rows = TaxonomyFile.Rows(csv, 4).ToLookup(r => (TaxonomyFile.Value<GiftKind>(r[0]), r[1], r[2]), r => r[3]);

    public static PlacesByTerm Shipped { get; } = Read();

    public IEnumerable<(GiftKind Kind, string Group, string Name)> Keys => rows.Select(r => r.Key);

    public IEnumerable<string> AllCategories => rows.SelectMany(r => r).Distinct(StringComparer.Ordinal);

    /// <summary>Names of categories that fit this entry by itself.</summary>
    public IEnumerable<string> ForTerm(CachedTerm term) => rows[(term.Kind, term.Group, term.Name)];

    /// <summary>Names of categories that fit its group.</summary>
    public IEnumerable<string> ForGroup(CachedTerm term) => rows[(term.Kind, term.Group, "")];

    /// <summary>Whether a group is one pursuit, with places of its own: making things is, "body and care" is a drawer of many.</summary>
    public bool IsPursuit(GiftKind kind, string group) => rows.Contains((kind, group, ""));

    private static PlacesByTerm Read()
    {
        using var stream = typeof(PlacesByTerm).Assembly.GetManifestResourceStream("taxonomy-fits.csv")
            ?? throw new InvalidOperationException("The list of places that fit is not in the assembly.");
        using var reader = new StreamReader(stream);
        return new PlacesByTerm(reader.ReadToEnd());
    }
}
