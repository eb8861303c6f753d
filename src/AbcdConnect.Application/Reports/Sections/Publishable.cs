using AbcdConnect.Application.Metrics;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Domain.Reports.Disclosure;

namespace AbcdConnect.Application.Reports.Sections;

/// <summary>What of a report's own tables may be told, by the programme's rule for few people. Each stands alone: it has no other
/// table of the same people beside it.</summary>
internal sealed class Publishable(DisclosurePolicy policy, FigureBook book)
{
    /// <summary>A count of people that stands alone.</summary>
    public PublishedCount Count(int people) => policy.Count(people);

    /// <summary>A whole and its parts, each of it in one of them.</summary>
    public (PublishedCount Whole, IReadOnlyList<PublishedCount> Parts) Breakdown(IReadOnlyList<int> parts)
    {
        var published = policy.Breakdown(parts);
        return (published.Whole, published.Parts);
    }

    /// <summary>People of several places, some of them in more than one: each place has no more than all, and all no more than the places together.</summary>
    public (PublishedCount All, IReadOnlyList<PublishedCount> Places) Overlapping(int all, IReadOnlyList<(long Place, int Count)> places)
    {
        var table = new CellTable(policy);
        var whole = table.Add(new CellKey("people", "", null, book.Period.First, book.Period.Last), all, ofPeople: true, cost: CellTable.CostOfHeadline);
        var cells = places.Select(p => table.Add(new CellKey("people", "", p.Place, book.Period.First, book.Period.Last), p.Count, ofPeople: true)).ToList();
        foreach (var cell in cells)
        {
            table.NoMoreThan(cell, whole);
        }

        table.NoMoreThan(whole, cells);
        var published = table.Publish();
        // Where not even hiding helps, nothing is told.
        return published.Breaches.Count > 0
            ? (PublishedCount.Hidden, [.. places.Select(_ => PublishedCount.Hidden)])
            : (published[whole], [.. cells.Select(c => published[c])]);
    }

    /// <inheritdoc cref="DisclosurePolicy.Share"/>
    public int? Share(int part, int whole) => policy.Share(part, whole);
}
