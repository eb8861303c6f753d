using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Reports.Disclosure;

/// <summary>A whole and the parts that make it, of the same place and period.</summary>
/// <param name="Whole">What is counted, and which part of it.</param>
/// <param name="Parts">Each person, or each thing, is in exactly one of these.</param>
/// <param name="IsAll">Where one of the parts may be missing from what is published, they are no more than the whole.</param>
public sealed record PartFamily((string What, string Part) Whole, IReadOnlyList<(string What, string Part)> Parts, bool IsAll = true);

/// <summary>What a reader knows of how counts hang together, from their definitions.</summary>
/// <param name="Families">Wholes and their parts.</param>
/// <param name="NoMoreThan">One is no more than the other, of the same place and period.</param>
public sealed record CountingRules(IReadOnlyList<PartFamily> Families, IReadOnlyList<((string What, string Part) Few, (string What, string Part) Many)> NoMoreThan)
{
    /// <summary>One is no more than so many times some others: people with a tie are no more than two for each tie between people and one for each other.</summary>
    public IReadOnlyList<((string What, string Part) Few, IReadOnlyList<(string What, string Part, int Times)> Many)> Bounds { get; init; } = [];

    /// <summary>What stands on a period's last day, and what was added to it in between: it grows by no more than that.</summary>
    public IReadOnlyList<((string What, string Part) Stands, (string What, string Part) Added)> Standing { get; init; } = [];
}

/// <summary>Finds every tie that holds at least one fresh cell, one published just now, from what cells are counts of: places make the programme, months a period, parts a whole.</summary>
/// <remarks>
/// Things and conversations lie in one month and one place, so that these add up. People are counted once in each period and place: a
/// period is no less than any period within it and no more than periods that make it up, together; and so with places.
/// </remarks>
internal sealed class CellTies(CountingRules rules, IReadOnlySet<CellKey> fresh, Action<IReadOnlyList<(CellKey Cell, int Times)>, RowSense> tie, Func<CellKey, int> valueOf, Func<CellKey, int, CellKey> gap)
{
    /// <summary>All ties that hold at least one of the fresh cells.</summary>
    /// <param name="all">Every count published so far, as it was last.</param>
    /// <param name="places">All places of the programme, what lies in none with them.</param>
    public void Find(IReadOnlyDictionary<CellKey, Cell> all, IReadOnlyCollection<long> places)
    {
        var byPeriod = all.Keys.ToLookup(k => (k.What, k.Part, k.From, k.To));
        foreach (var period in fresh.Select(k => (k.What, k.Part, k.From, k.To)).Distinct())
        {
            if (!all[byPeriod[period].First()].StandsAlone)
            {
                Places([.. byPeriod[period]], places, all[byPeriod[period].First()].CountedOnce);
            }
        }

        var byPlace = all.Keys.ToLookup(k => (k.What, k.Part, k.Place));
        foreach (var place in fresh.Select(k => (k.What, k.Part, k.Place)).Distinct())
        {
            List<CellKey> cells = [.. byPlace[place].OrderBy(k => k.From).ThenBy(k => k.To)];
            if (cells.Count < 2 || all[cells[0]].StandsAlone)
            {
                continue;
            }

            if (all[cells[0]].CountedOnce)
            {
                PeriodsOfPeople(cells);
            }
            else
            {
                PeriodsThatAddUp(cells);
            }
        }

        foreach (var (place, from, to) in fresh.Select(k => (k.Place, k.From, k.To)).Distinct())
        {
            Parts((what, part) => new CellKey(what, part, place, from, to), all);
        }

        Listings();
        foreach (var (stands, added) in rules.Standing)
        {
            Stock(stands, added, all);
        }
    }

    // Parts that say by their names what they are parts of: all of those published together.
    private void Listings()
    {
        foreach (var listing in fresh.Where(k => k.PartsOf is not null).GroupBy(k => (Whole: k with { Part = k.PartsOf!.Value.Whole }, k.PartsOf!.Value.Listing)))
        {
            if (fresh.Contains(listing.Key.Whole))
            {
                tie([(listing.Key.Whole, -1), .. listing.Select(p => (p, 1))], RowSense.Equal);
            }
        }
    }

    // What stands at the end of a month is no more than what stood at the end of another and was added between the two.
    private void Stock((string What, string Part) stands, (string What, string Part) added, IReadOnlyDictionary<CellKey, Cell> all)
    {
        foreach (var place in fresh.Where(k => (k.What, k.Part) == stands || (k.What, k.Part) == added).Select(k => k.Place).Distinct().ToList())
        {
            var ends = all.Keys.Where(k => k.Place == place && (k.What, k.Part) == stands).OrderBy(k => k.To).ToList();
            var flows = all.Keys.Where(k => k.Place == place && (k.What, k.Part) == added).ToLookup(k => k.From);
            for (var at = 0; at + 1 < ends.Count; at++)
            {
                // The shortest pieces from one to the next, and every single one that leads from one to another.
                List<CellKey> pieces = [];
                var month = ends[at].To.Next;
                while (month <= ends[at + 1].To && flows[month].Where(f => f.To <= ends[at + 1].To).OrderBy(f => f.To).Cast<CellKey?>().FirstOrDefault() is { } next)
                {
                    pieces.Add(next);
                    month = next.To.Next;
                }

                if (month > ends[at + 1].To)
                {
                    tie([(ends[at + 1], 1), (ends[at], -1), .. pieces.Select(p => (p, -1))], RowSense.AtMost);
                }

                foreach (var (end, flow) in ends.Skip(at + 1).SelectMany(e => flows[ends[at].To.Next].Where(f => f.To == e.To).Select(f => (e, f))))
                {
                    if (pieces.Count != 1 || pieces[0] != flow)
                    {
                        tie([(end, 1), (ends[at], -1), (flow, -1)], RowSense.AtMost);
                    }
                }
            }
        }
    }

    private void Places(List<CellKey> cells, IReadOnlyCollection<long> places, bool once)
    {
        var whole = cells.Where(c => c.Place is null).Cast<CellKey?>().FirstOrDefault();
        var parts = cells.Where(c => c.Place is not null).ToList();
        if (whole is not { } programme || parts.Count == 0)
        {
            return;
        }

        var complete = places.All(p => parts.Exists(c => c.Place == p));
        if (!once)
        {
            tie([(programme, -1), .. parts.Select(p => (p, 1))], complete ? RowSense.Equal : RowSense.AtMost);
            return;
        }

        parts.ForEach(p => tie([(p, 1), (programme, -1)], RowSense.AtMost));
        if (complete)
        {
            tie([(programme, 1), .. parts.Select(p => (p, -1))], RowSense.AtMost);
        }
    }

    private void PeriodsOfPeople(List<CellKey> cells)
    {
        var byStart = cells.ToLookup(c => c.From);
        foreach (var outer in cells)
        {
            foreach (var inner in cells.Where(c => c != outer && c.From >= outer.From && c.To <= outer.To))
            {
                if (fresh.Contains(inner) || fresh.Contains(outer))
                {
                    tie([(inner, 1), (outer, -1)], RowSense.AtMost);
                }

                if (inner.From == outer.From)
                {
                    // What begins with it and what is left of it, together.
                    foreach (var rest in byStart[inner.To.Next].Where(r => r.To == outer.To))
                    {
                        tie([(outer, 1), (inner, -1), (rest, -1)], RowSense.AtMost);
                    }
                }
            }

            // And the shortest pieces that make it up.
            List<CellKey> pieces = [];
            var at = outer.From;
            while (at <= outer.To && byStart[at].Where(c => c != outer && c.To <= outer.To).OrderBy(c => c.To).Cast<CellKey?>().FirstOrDefault() is { } next)
            {
                pieces.Add(next);
                at = next.To.Next;
            }

            if (at > outer.To && pieces.Count > 2)
            {
                tie([(outer, 1), .. pieces.Select(p => (p, -1))], RowSense.AtMost);
            }
        }
    }

    // Between any two months at which some period begins or ends lies one stretch: published itself, or known to nobody but no less
    // than nought. Every period is its stretches together.
    private void PeriodsThatAddUp(List<CellKey> cells)
    {
        List<YearMonth> bounds = [.. cells.SelectMany(c => new[] { c.From, c.To.Next }).Distinct().Order()];
        var known = cells.ToDictionary(c => (c.From, c.To));
        var sums = Sums(cells, bounds);
        var stretches = new List<(YearMonth From, YearMonth To, CellKey Cell)>();
        for (var at = 0; at + 1 < bounds.Count; at++)
        {
            var (from, to) = (bounds[at], bounds[at + 1].Previous);
            var value = sums.TryGetValue(bounds[at], out var before) && sums.TryGetValue(bounds[at + 1], out var after) && before.Group == after.Group ? after.Sum - before.Sum : (int?)null;
            if (known.TryGetValue((from, to), out var cell))
            {
                stretches.Add((from, to, cell));
            }
            else if (value is { } counted and >= 0)
            {
                stretches.Add((from, to, gap(cells[0] with { From = from, To = to }, counted)));
            }
        }

        foreach (var cell in cells)
        {
            var inside = stretches.Where(s => s.From >= cell.From && s.To <= cell.To).ToList();
            if (inside.Count == 0 || inside.Exists(s => s.Cell == cell))
            {
                continue;
            }

            var whole = inside[0].From == cell.From && inside[^1].To == cell.To && inside.Zip(inside.Skip(1)).All(p => p.First.To.Next == p.Second.From);
            tie([(cell, -1), .. inside.Select(s => (s.Cell, 1))], whole ? RowSense.Equal : RowSense.AtMost);
        }
    }

    // How many were counted before each bound, as far as one period leads from one bound to another.
    private Dictionary<YearMonth, (int Group, int Sum)> Sums(List<CellKey> cells, List<YearMonth> bounds)
    {
        var sums = new Dictionary<YearMonth, (int Group, int Sum)>();
        foreach (var bound in bounds)
        {
            if (sums.ContainsKey(bound))
            {
                continue;
            }

            sums[bound] = (sums.Count, 0);
            var open = new Queue<YearMonth>([bound]);
            while (open.TryDequeue(out var at))
            {
                var (group, sum) = sums[at];
                foreach (var cell in cells)
                {
                    var (next, then) = cell.From == at ? (cell.To.Next, sum + valueOf(cell)) : cell.To.Next == at ? (cell.From, sum - valueOf(cell)) : (at, sum);
                    if (next != at && sums.TryAdd(next, (group, then)))
                    {
                        open.Enqueue(next);
                    }
                }
            }
        }

        return sums;
    }

    private void Parts(Func<string, string, CellKey> key, IReadOnlyDictionary<CellKey, Cell> all)
    {
        foreach (var family in rules.Families)
        {
            var whole = key(family.Whole.What, family.Whole.Part);
            var parts = family.Parts.Select(p => key(p.What, p.Part)).Where(all.ContainsKey).ToList();
            if (all.ContainsKey(whole) && parts.Count > 0)
            {
                tie([(whole, -1), .. parts.Select(p => (p, 1))], family.IsAll && parts.Count == family.Parts.Count ? RowSense.Equal : RowSense.AtMost);
            }
        }

        foreach (var (few, many) in rules.NoMoreThan)
        {
            var (less, more) = (key(few.What, few.Part), key(many.What, many.Part));
            if (all.ContainsKey(less) && all.ContainsKey(more))
            {
                tie([(less, 1), (more, -1)], RowSense.AtMost);
            }
        }

        foreach (var (few, many) in rules.Bounds)
        {
            var less = key(few.What, few.Part);
            var more = many.Select(m => (Key: key(m.What, m.Part), m.Times)).ToList();
            if (all.ContainsKey(less) && more.TrueForAll(m => all.ContainsKey(m.Key)))
            {
                tie([(less, 1), .. more.Select(m => (m.Key, -m.Times))], RowSense.AtMost);
            }
        }
    }
}
