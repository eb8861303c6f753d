using System.Globalization;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Domain.Reports.Disclosure;

namespace AbcdConnect.Application.Reports.Sections;

/// <summary>The counts of people in the parts beyond the metrics, put in with all others before any is told, and taken out as they may be.</summary>
internal sealed class MoreCells(MoreCounts counts, FigureBook book, DisclosurePolicy policy, IReadOnlyList<Publication> published)
{
    public const string Reached = "people-reached";
    public const string Visits = "visits";
    public const string Ties = "ties-standing";
    public const string Tied = "people-with-a-tie";

    private const string AtActivities = "activities";

    public static readonly string BetweenPeople = CellKey.Listed("", "kinds", "between-people");
    public static readonly string ToPlaces = CellKey.Listed("", "kinds", "to-places");

    private static readonly string BetweenPlaces = CellKey.Listed("", "kinds", "between-places");
    private static readonly string OnTheirOwn = CellKey.Listed("", "held", "on-their-own");
    private static readonly string OnlyIntroduced = CellKey.Listed("", "held", "only-introduced");

    private readonly MeasureCells? measures = counts.Measures is { } measured ? new MeasureCells(measured, policy, published) : null;

    private ReportPeriod Period => book.Period;

    // A quarter's or a year's visits less those of its months would tell a month's: at single activities they are told for months only.
    private bool ByActivity => Period.Kind == ReportKind.Month;

    public void PutIn(ReportCells cells)
    {
        if (counts.People is { } people)
        {
            cells.Add(Once(Key(Reached, "", null, Period), people.All, ReportCells.OfTheHeadline));
            foreach (var place in people.Places)
            {
                cells.Add(Once(Key(Reached, "", place.Place, Period), place.Count, ReportCells.OneOfMany));
            }
        }

        if (counts.Visits is { } visits)
        {
            cells.Add(new Cell(Key(Visits, "", null, Period), visits.All, OfPeople: true, Cost: ReportCells.OfTheHeadline));
            if (ByActivity)
            {
                foreach (var activity in visits.Activities)
                {
                    cells.Add(new Cell(Key(Visits, PartOf(activity), null, Period), activity.Came, OfPeople: true));
                }

                // Told nowhere, and left over when the others are taken from the whole. Another list leaves something else.
                var others = CellKey.Listed("", AtActivities, $"beside-{string.Join('.', visits.Activities.Select(a => a.Id).Order())}");
                cells.Add(new Cell(Key(Visits, others, null, Period), visits.Others, OfPeople: true, IsTold: false));
            }
        }

        PutIn(cells, counts.Ties, Period.Last);
        measures?.PutIn(cells);
        if (counts.Before is { } before)
        {
            if (before.Reached is { } reached)
            {
                cells.Add(Once(Key(Reached, "", null, Period.Previous), reached, ReportCells.OfTheTrend));
            }

            if (before.Visits is { } came)
            {
                cells.Add(new Cell(Key(Visits, "", null, Period.Previous), came, OfPeople: true, Cost: ReportCells.OfTheTrend));
            }

            PutIn(cells, before.Ties, Period.Previous.Last);
        }
    }

    /// <summary>The parts with their counts as they may be told.</summary>
    public ReportMore Told(ReportMore read, ReportCells cells) => read with
    {
        People = read.People is { } people ? People(people, cells) : null,
        Together = read.Together is { } together ? together with
        {
            Came = cells.Shown(Key(Visits, "", null, Period)),
            Most = [.. together.Most.Select((activity, at) => activity with { Came = ByActivity ? cells.Shown(Key(Visits, PartOf(counts.Visits!.Activities[at]), null, Period)) : null })],
        } : null,
        Ties = read.Ties is { } ties ? ties with
        {
            Standing = Standing(Ties, "", cells),
            Kinds = [.. ties.Kinds.Zip([BetweenPeople, ToPlaces, BetweenPlaces], (kind, part) => kind with { Count = Standing(Ties, part, cells) })],
            Tied = Standing(Tied, "", cells),
            OnTheirOwn = Standing(Tied, OnTheirOwn, cells),
            OnlyIntroduced = Standing(Tied, OnlyIntroduced, cells),
        } : null,
        Measures = measures?.Told(cells),
        Before = counts.Before is { } before ? new PeriodBefore(
            before.Reached is null ? null : cells.Shown(Key(Reached, "", null, Period.Previous)),
            before.Activities,
            before.Sessions,
            before.Visits is null ? null : cells.Shown(Key(Visits, "", null, Period.Previous)),
            before.Ties is null ? null : cells.Shown(On(Ties, "", Period.Previous.Last)),
            before.Ties is null ? null : cells.Shown(On(Tied, "", Period.Previous.Last))) : null,
    };

    private PeopleReached People(PeopleReached people, ReportCells cells)
    {
        var all = cells.Shown(Key(Reached, "", null, Period));
        return people with
        {
            All = all,
            PerThousand = PerThousand(all, people.Population),
            Places =
            [
                .. from place in people.Places
                   let reached = cells.Shown(Key(Reached, "", place.Id, Period))
                   // What lies in no neighbourhood stands there only where there is any.
                   where place.Id != 0 || reached.Value != 0
                   select place with { Reached = reached, PerThousand = PerThousand(reached, place.Population) },
            ],
        };
    }

    private static void PutIn(ReportCells cells, TieCount? ties, YearMonth on)
    {
        if (ties is null)
        {
            return;
        }

        // All of them held in one way says something of everybody.
        var alike = ties.Tied > 0 && (ties.OnTheirOwn == 0 || ties.OnlyIntroduced == 0);
        Add(Ties, "", ties.Standing, ReportCells.OfAPart);
        Add(Ties, BetweenPeople, ties.PersonPerson);
        Add(Ties, ToPlaces, ties.PersonAsset);
        Add(Ties, BetweenPlaces, ties.AssetAsset, ofPeople: false);
        Add(Tied, "", ties.Tied, ReportCells.OfAPart);
        Add(Tied, OnTheirOwn, ties.OnTheirOwn, tellsIfNought: alike);
        Add(Tied, OnlyIntroduced, ties.OnlyIntroduced, tellsIfNought: alike);

        void Add(string what, string part, int value, int cost = ReportCells.OneOfMany, bool ofPeople = true, bool tellsIfNought = false) =>
            cells.Add(new Cell(On(what, part, on), value, ofPeople, TellsIfNought: tellsIfNought, Cost: cost, StandsAlone: true));
    }

    private static decimal? PerThousand(PublishedCount count, int? population) =>
        count.Value is { } known && population is > 0 ? Math.Round(1000m * known / population.Value, 1) : null;

    private static Cell Once(CellKey key, int value, int cost) => new(key, value, OfPeople: true, CountedOnce: true, Cost: cost);

    private PublishedCount Standing(string what, string part, ReportCells cells) => cells.Shown(On(what, part, Period.Last));

    private static string PartOf(ActivityCount activity) => CellKey.Listed("", AtActivities, activity.Id.ToString(CultureInfo.InvariantCulture));

    private static CellKey Key(string what, string part, long? place, ReportPeriod period) => new(what, part, place, period.First, period.Last);

    // On the last day of a month, whichever period that ends.
    private static CellKey On(string what, string part, YearMonth month) => new(what, part, null, month, month);
}
