using AbcdConnect.Application.Outcomes.Measures;
using AbcdConnect.Application.Reports;
using AbcdConnect.Application.Reports.Sections;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes.Measures;
using AbcdConnect.Domain.Reports.Disclosure;

namespace AbcdConnect.Application.Tests.Reports;

/// <summary>Means of one score, told one after the other by the reports of one programme.</summary>
public sealed class ToldMeansTests
{
    private static readonly YearMonth Start = new(2025, 10);

    private readonly List<Publication> published = [];

    [Fact]
    public void Three_who_came_late_are_not_told_by_a_year_beside_its_four_quarters()
    {
        Enumerable.Range(0, 4).ShouldAllBe(q => TellsQuarter(q, 20, 3.2));

        TellsYear(83, 3.3).ShouldBeFalse();
        TellsYear(85, 3.3).ShouldBeTrue("five more are not few");
    }

    [Fact]
    public void A_year_of_as_many_as_its_quarters_is_told()
    {
        Enumerable.Range(0, 4).ShouldAllBe(q => TellsQuarter(q, 20, 3.2));

        TellsYear(80, 3.2).ShouldBeTrue();
    }

    [Fact]
    public void The_last_quarter_is_not_told_where_a_year_was_told_before_and_few_would_be_left()
    {
        TellsYear(83, 3.3).ShouldBeTrue();
        Enumerable.Range(0, 3).ShouldAllBe(q => TellsQuarter(q, 20, 3.2));

        TellsQuarter(3, 20, 3.2).ShouldBeFalse();
        TellsQuarter(3, 20, 3.2).ShouldBeFalse("the same again");
        TellsQuarter(3, 30, 3.2).ShouldBeTrue("seven too many are as good as ten fewer: not few");
    }

    [Fact]
    public void Quarters_need_not_fill_the_year()
    {
        TellsQuarter(0, 20, 3.2).ShouldBeTrue();
        TellsQuarter(2, 20, 3.2).ShouldBeTrue();

        TellsYear(42, 3.3).ShouldBeFalse("two answered in the other half");
    }

    [Fact]
    public void A_mean_at_an_end_of_its_scale_tells_that_everybody_said_so_and_is_not_told()
    {
        TellsQuarter(0, 20, 5).ShouldBeFalse();
        TellsQuarter(1, 20, 4.9).ShouldBeTrue();
    }

    private bool TellsQuarter(int quarter, int people, double mean) => Tells(Start.AddMonths(3 * quarter), Start.AddMonths((3 * quarter) + 2), people, mean);

    private bool TellsYear(int people, double mean) => Tells(Start, Start.AddMonths(11), people, mean);

    private bool Tells(YearMonth since, YearMonth until, int people, double mean)
    {
        var score = new ScoreCount("lonely", "Loneliness", ScoreDirection.Lower, "1 or more", 1, 5, people, 0, mean, mean - 0.5, -0.5, -0.9, -0.1, null, [people - 10, 5, 5], []);
        var count = new MeasureCount("lonely", 1, 1, "How lonely", "Somebody", "Open", true, false, new CohortCount(people, people, [people], [0]), [score]);
        var measures = new MeasureCells(new MeasuresCount(since, until, [count]), DisclosurePolicy.HideOneToFour, published);
        var cells = new ReportCells(DisclosurePolicy.HideOneToFour, [1, 0]);
        measures.PutIn(cells);
        cells.Protect(published, null, _ => null);
        published.Add(cells.Publication);
        return measures.Told(cells)!.Measures[0].Scores[0].MeanAfter is not null;
    }
}
