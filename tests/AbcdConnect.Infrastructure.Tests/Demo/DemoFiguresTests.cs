using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Infrastructure.Tests.Demo;

/// <summary>What the files were written to tell, compiled: a slow start, a good spring, a dip in August.</summary>
public sealed class DemoFiguresTests(LoadedBorough borough) : IClassFixture<LoadedBorough>
{
    [Theory]
    [InlineData(Metric.NewConversations, "38 50 56 42 66 74 104 112 118 108 84 62 92 96")]
    [InlineData(Metric.ContactsAdded, "58 44 22 10 16 18 26 24 22 18 12 6 12 12")]
    [InlineData(Metric.ActivitiesStarted, "1 2 2 1 3 4 6 7 7 6 3 2 5 4")]
    [InlineData(Metric.PeopleSignposted, "12 27 37 29 49 59 82 86 94 91 72 52 84 86")]
    [InlineData(Metric.SignpostsLanded, "6 13 17 12 25 32 39 49 43 54 38 26 39 18")]
    [InlineData(Metric.ConnectionsMade, "1 5 7 9 9 13 20 24 46 42 29 24 32 39")]
    [InlineData(Metric.MultiAgencyMeetings, "1 1 1 1 1 1 1 1 1 1 1 1 1 1")]
    [InlineData(Metric.SelfSustainingActivities, "0 0 0 0 0 0 1 2 1 0 3 3 6 9")]
    public async Task The_months_from_September_to_October_a_year_later_come_out_as_the_story_was_written(Metric metric, string expected)
    {
        var compiled = await borough.Database.Db(db => db.MonthlyMetrics
            .Where(m => m.Metric == metric && m.Scope == MetricScope.Programme && m.Period == MetricPeriod.Month && m.Part == "" && m.Month <= new YearMonth(2026, 10))
            .OrderBy(m => m.Month)
            .Select(m => m.Value)
            .ToListAsync());

        string.Join(' ', compiled).ShouldBe(expected);
    }

    [Fact]
    public async Task Its_months_are_published_once_however_often_the_application_starts()
    {
        await borough.Database.Start();

        var published = await borough.Database.Db(db => db.OutcomeReports.Where(r => r.Kind == ReportKind.Month).OrderBy(r => r.Month).Select(r => r.Month).ToListAsync());

        published.ShouldBe(new YearMonth(2025, 9).Through(new YearMonth(2026, 10)));
    }
}
