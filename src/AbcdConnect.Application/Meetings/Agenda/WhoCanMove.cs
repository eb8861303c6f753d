using AbcdConnect.Application.People;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.People;

namespace AbcdConnect.Application.Meetings.Agenda;

/// <summary>Which sectors can move what people hope for, ask about and care about: <c>database/taxonomy/movers.csv</c>. A row without
/// a name holds for its whole group, unless the entry has a row of its own.</summary>
internal sealed class WhoCanMove
{
    private readonly Dictionary<(GiftKind Kind, string Group, string Name), Sector[]> rows;

    public WhoCanMove(string csv) => rows = TaxonomyFile.Rows(csv, 4)
        .ToDictionary(r => (TaxonomyFile.Value<GiftKind>(r[0]), r[1], r[2]), r => r[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(TaxonomyFile.Value<Sector>).ToArray());

    public static WhoCanMove Shipped { get; } = Read();

    public IEnumerable<(GiftKind Kind, string Group, string Name)> Keys => rows.Keys;

    /// <summary>None where nothing is said of it.</summary>
    public IReadOnlyList<Sector> Of(CachedTerm term) =>
        rows.GetValueOrDefault((term.Kind, term.Group, term.Name)) ?? rows.GetValueOrDefault((term.Kind, term.Group, "")) ?? [];

    private static WhoCanMove Read()
    {
        using var stream = typeof(WhoCanMove).Assembly.GetManifestResourceStream("taxonomy-movers.csv")
            ?? throw new InvalidOperationException("The list of who can move what is not in the assembly.");
        using var reader = new StreamReader(stream);
        return new WhoCanMove(reader.ReadToEnd());
    }
}
