namespace AbcdConnect.Domain.Reports.Disclosure;

/// <summary>A cell of a publication, as only the programme knows it: with its true count, whether it was hidden or not.</summary>
public sealed record PublishedCell(Cell Cell, bool IsHidden);

/// <summary>One edition of one report: all its counts of people. Kept with the edition for ever, and shown to nobody.</summary>
/// <param name="Rule">The rule of its day: what it hides stays protected by it.</param>
/// <param name="Places">All neighbourhoods of that day and 0, so that it is known whether they are all there.</param>
public sealed record Publication(DisclosureRule Rule, IReadOnlyList<long> Places, IReadOnlyList<PublishedCell> Cells)
{
    /// <summary>Counts that were told before, were put right since, and are not told anew in this one: a sum with one of these is a sum of
    /// counts of different days, and says nothing from now on.</summary>
    public IReadOnlyList<CellKey> Outdated { get; init; } = [];
}

/// <summary>What may be published beside everything that was published before.</summary>
/// <param name="Publication">To be kept with the edition.</param>
/// <param name="Breaches">What a reader of everything ever published could work out, closer than the policy allows: publishing is refused while there are any.</param>
public sealed record SafePublication(Publication Publication, IReadOnlyDictionary<CellKey, PublishedCount> Counts, IReadOnlyList<Breach> Breaches)
{
    public PublishedCount this[CellKey key] => Counts[key];

    internal static SafePublication Of(Publication publication, DisclosurePolicy policy, IReadOnlyList<Breach> breaches) =>
        new(publication, publication.Cells.ToDictionary(p => p.Cell.Key, p => p.IsHidden ? PublishedCount.Hidden : p.Cell.Shown(policy)), breaches);
}

/// <summary>
/// Everything ever published by a programme, as one system of counts and ties: each edition of each report, what it showed and what it
/// hid. Whoever keeps every file and subtracts is stood up to here.
/// </summary>
/// <remarks>
/// Between two editions the counts themselves move. The reader is granted more than any reader knows: a count that did not move is one and the
/// same unknown in both; and of one that was hidden and moved by few he knows by how many. A count that was shown and has moved is a new unknown, and a sum
/// of counts of different days that does not come out says nothing. docs/decisions/0021 says why.
/// </remarks>
public static class EverPublished
{
    /// <summary>Chooses what is hidden of a new publication, and has the attacker read it with all before it.</summary>
    /// <param name="before">Oldest first.</param>
    /// <param name="cells">The counts of people of the new one, and what is tied to them; each key once.</param>
    /// <param name="now">What a count that was told before comes to today; null where that is not known, and then it is taken to be the same.</param>
    public static SafePublication Protect(IReadOnlyList<Publication> before, DisclosurePolicy policy, IReadOnlyList<long> places, IReadOnlyList<Cell> cells, CountingRules rules, Func<CellKey, int?>? now = null)
    {
        var book = new PublicationBook(rules);
        foreach (var publication in before)
        {
            book.AddPast(publication);
        }

        var fresh = cells.Select(c => c.Key).ToHashSet();
        IReadOnlyList<CellKey> outdated = now is null ? [] : [.. book.Told.Where(t => !fresh.Contains(t.Key) && now(t.Key) is { } value && value != t.Value).Select(t => t.Key).OrderBy(k => k.ToString(), StringComparer.Ordinal)];
        book.AddNew(policy, places, cells, outdated);
        var protection = Protector.Protect(book.System);
        var publishes = cells.Select(c => new PublishedCell(c, c.MustHide(policy) || protection.Hidden[book.UnknownOf(c.Key)])).ToList();
        var made = new Publication(policy.Rule, places, publishes) { Outdated = outdated };
        return SafePublication.Of(made, policy, Audit([.. before, made], rules));
    }

    /// <summary>The same publication again, as it was decided then. A count that it does not know is hidden.</summary>
    public static SafePublication AsPublished(Publication kept, DisclosurePolicy policy, IReadOnlyList<long> places, IReadOnlyList<Cell> cells)
    {
        ArgumentNullException.ThrowIfNull(kept);
        var shown = kept.Cells.Where(c => !c.IsHidden).Select(c => c.Cell.Key).ToHashSet();
        return SafePublication.Of(new Publication(policy.Rule, places, [.. cells.Select(c => new PublishedCell(c, !shown.Contains(c.Key)))]) { Outdated = kept.Outdated }, policy, []);
    }

    /// <summary>Reads everything ever published and says which hidden counts can be told too nearly.</summary>
    public static IReadOnlyList<Breach> Audit(IReadOnlyList<Publication> published, CountingRules rules)
    {
        var (book, seen) = Read(published, rules);
        var demands = Demands(book);
        return [.. new Attacker(seen, book.System.Ties).Breaches(demands)
            .Select(b => new Breach(book.KeyOf(b.Key), b.Value, demands[b.Key].Low, demands[b.Key].High))
            .OrderBy(b => b.Cell.From).ThenBy(b => b.Cell.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>The tightest interval of every count that is hidden, or shown rounded, anywhere.</summary>
    public static IReadOnlyList<(CellKey Cell, Interval Known)> Intervals(IReadOnlyList<Publication> published, CountingRules rules)
    {
        var (book, seen) = Read(published, rules);
        return [.. new Attacker(seen, book.System.Ties).Intervals().Where(i => book.IsPublished(i.Key)).Select(i => (book.KeyOf(i.Key), i.Value))];
    }

    private static (PublicationBook Book, List<Seen> Seen) Read(IReadOnlyList<Publication> published, CountingRules rules)
    {
        var book = new PublicationBook(rules);
        foreach (var publication in published)
        {
            book.AddPast(publication);
        }

        return (book, [.. book.System.Cells.Select(c => c.Seen(hidden: c.State == CellState.NotShown))]);
    }

    private static Dictionary<int, (int Low, int High)> Demands(PublicationBook book) =>
        Enumerable.Range(0, book.System.Cells.Count).Where(c => book.System.Cells[c].Demand is not null).ToDictionary(c => c, c => book.System.Cells[c].Demand!.Value);
}
