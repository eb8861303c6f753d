using System.Globalization;
using System.Xml.Linq;
using AbcdConnect.Domain.Common;
using AbcdConnect.Web.Features.Shared.Charts;
using Microsoft.AspNetCore.Html;

namespace AbcdConnect.Web.Tests.Shared;

public sealed class DrawTests
{
    private static readonly YearMonth October = new(2026, 10);

    [Fact]
    public void The_month_in_question_is_the_only_one_in_sun()
    {
        var bars = Shapes(Draw.Monthly("People signposted", Year(), October, 300).Picture, "rect");

        bars.Count(bar => (string?)bar.Attribute("fill") == "#f2b134").ShouldBe(1);
        bars.Count(bar => (string?)bar.Attribute("fill") == "#0b5a57").ShouldBe(12);
    }

    [Fact]
    public void The_promise_is_a_dashed_line_that_says_what_it_is()
    {
        var chart = Draw.Monthly("People signposted", Year(), October, 300);

        Shapes(chart.Picture, "line").ShouldHaveSingleItem().Attribute("stroke-dasharray").ShouldNotBeNull();
        Shapes(chart.Picture, "text").ShouldContain(text => text.Value == "300 promised");
    }

    [Fact]
    public void Without_a_promise_no_line_is_drawn() =>
        Shapes(Draw.Monthly("People signposted", Year(), October).Picture, "line").ShouldBeEmpty();

    [Fact]
    public void The_description_says_what_the_picture_shows() =>
        Draw.Monthly("People signposted, by month", Year(), October, 300).Description.ShouldBe(
            "People signposted, by month. October 2026: 212, 300 promised. Lowest 200 in October 2025, highest 212 in October 2026.");

    [Fact]
    public void A_figure_too_small_to_publish_is_neither_drawn_nor_told()
    {
        MonthPoint[] points = [new(October.AddMonths(-1), 12), new(October, null, "<5")];

        var chart = Draw.Monthly("People signposted", points, October);

        Shapes(chart.Picture, "rect").Count(bar => (string?)bar.Attribute("fill") == "#f2b134").ShouldBe(0);
        chart.Rows[1].Figures.ShouldBe(["<5"]);
        Render(chart.Picture).ShouldContain("October 2026: &lt;5");
    }

    [Fact]
    public void Months_without_anything_make_an_empty_chart_rather_than_an_error()
    {
        var chart = Draw.Monthly("People signposted", [new(October, 0)], October, 0);

        Render(chart.Picture).ShouldNotContain("NaN");
    }

    [Fact]
    public void The_table_has_a_row_for_every_month() =>
        Draw.Monthly("People signposted", Year(), October, 300).Rows.Select(row => row.Name)
            .ShouldBe(Year().Select(point => point.Month.ToWords()));

    [Fact]
    public void A_long_label_stands_in_its_bar_and_a_short_bar_has_its_label_beside_it()
    {
        var chart = Draw.Bars("What became of August's signposts", [new("302 told about somewhere", 302, BarTone.Sand), new("58 still going", 58, BarTone.Sea)]);

        var texts = Shapes(chart.Picture, "text");
        Number(texts[0], "x").ShouldBe(8);
        Number(texts[1], "x").ShouldBeGreaterThan(320 * 58 / 302d);
    }

    [Fact]
    public void No_label_runs_out_of_the_picture()
    {
        var chart = Draw.Bars("Why not", [new("A very long reason that nobody could have put in fewer words", 9), new("A very long reason that nobody could have put in fewer words", 8)]);

        Shapes(chart.Picture, "text").ShouldAllBe(text => Number(text, "x") <= 8);
    }

    [Fact]
    public void Progress_says_how_far_and_where_it_should_be()
    {
        var html = Render(Draw.Progress("New conversations", 31, 70, 28));

        html.ShouldContain("aria-label=\"New conversations: 31 of 70; 28 would be on course by today\"");
        html.ShouldContain("width=\"44.3%\"");
    }

    [Fact]
    public void Progress_past_the_promise_fills_the_bar_and_no_more() =>
        Render(Draw.Progress("New conversations", 90, 70)).ShouldContain("width=\"100%\" height=\"12\" rx=\"6\" fill=\"#0b5a57\"");

    [Fact]
    public void Words_from_outside_cannot_become_markup()
    {
        const string hostile = "\"><script>alert(1)</script>";

        Render(Draw.Bars(hostile, [new(hostile, 1)]).Picture).ShouldNotContain("<script");
        Render(Draw.Progress(hostile, 1, 2)).ShouldNotContain("<script");
    }

    [Fact]
    public void Nothing_is_drawn_with_style_attributes_which_the_content_security_policy_forbids()
    {
        Render(Draw.Monthly("x", Year(), October, 300).Picture).ShouldNotContain("style=");
        Render(Draw.Bars("x", [new("y", 1)]).Picture).ShouldNotContain("style=");
        Render(Draw.Progress("x", 1, 2, 1)).ShouldNotContain("style=");
    }

    [Fact]
    public void Numbers_are_written_as_SVG_reads_them_in_any_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("pl-PL");
            Render(Draw.Progress("x", 31, 70, 28)).ShouldContain("width=\"44.3%\"");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static List<MonthPoint> Year() => [.. Enumerable.Range(0, 13).Select(at => new MonthPoint(October.AddMonths(at - 12), 200 + at))];

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private static List<XElement> Shapes(IHtmlContent picture, string name) => [.. XElement.Parse(Render(picture)).Descendants(name)];

    private static string Render(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }
}
