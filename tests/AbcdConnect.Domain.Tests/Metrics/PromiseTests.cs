using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using FsCheck;
using FsCheck.Fluent;

namespace AbcdConnect.Domain.Tests.Metrics;

public sealed class PromiseTests
{
    private static readonly ProgrammeId Programme = new(1);
    private static readonly YearMonth Start = new(2025, 9);

    [Fact]
    public void Twelve_months_of_a_years_promise_are_the_years_promise() => Holds(amount =>
    {
        var promises = Yearly(amount, Start.First);

        Promises.Over(Start, Start.AddMonths(11), m => promises.Of(Metric.ContactsAdded, m))!.Value.ShouldBe(amount, 0.000001m);
    });

    [Fact]
    public void A_promise_for_each_half_post_grows_in_step_with_the_staff() => Holds(hundredths =>
    {
        var fte = ((hundredths % 100) + 1) / 100m;

        Staffed(fte).Of(Metric.NewConversations, Start).ShouldBe(70 * fte / 0.5m);
    });

    [Fact]
    public void Of_the_month_in_which_the_programme_begins_only_the_days_from_then_on_are_promised() =>
        Yearly(360, new DateOnly(2025, 9, 16)).Of(Metric.ContactsAdded, Start).ShouldBe(15m);

    [Fact]
    public void Nothing_is_promised_before_the_programme_or_outside_the_target()
    {
        var target = Target.Promise(Programme, Metric.ContactsAdded, null, 12, TargetPeriod.Month, null, Start, Start.Next);
        var promises = new Promises([target], [], Start.First);

        promises.Of(Metric.ContactsAdded, Start.Next).ShouldBe(12);
        promises.Of(Metric.ContactsAdded, Start.Next.Next).ShouldBeNull();
        promises.Of(Metric.PeopleSignposted, Start).ShouldBeNull();
    }

    [Fact]
    public void A_post_that_has_ended_promises_nothing_more()
    {
        var worker = new UserId(1);
        var promises = new Promises(
            [Target.Promise(Programme, Metric.NewConversations, null, 70, TargetPeriod.Month, 0.5m, Start)],
            [Staffing.Employ(Programme, worker, Start, Start.Next, 0.8m)],
            Start.First);

        promises.Of(Metric.NewConversations, Start.Next, worker).ShouldBe(112);
        promises.Of(Metric.NewConversations, Start.Next.Next, worker).ShouldBe(0);
    }

    [Fact]
    public void The_neighbourhoods_shares_are_the_whole() => Holds(seed =>
    {
        var random = new Random(seed);
        var shares = FairShare.Of([.. Enumerable.Range(1, random.Next(1, 8)).Select(i => (new NeighbourhoodId(i), random.Next(4) == 0 ? (int?)null : random.Next(1, 9000)))]);

        shares.Values.Sum().ShouldBe(1m, 0.000001m);
    });

    [Fact]
    public void The_forecast_at_the_end_is_what_came_and_before_it_goes_by_the_days() => Holds(value =>
    {
        var month = new YearMonth(2026, 11);

        Standing.OfMonth(value, 100, month, month.Last).Forecast.ShouldBe(value);
        Standing.OfMonth(value, 100, month, month.Next.Last).Forecast.ShouldBe(value);
        Standing.OfMonth(value, 100, month, month.First.AddDays(9)).Forecast.ShouldBe(value * 3m);
        Standing.OfMonth(value, 100, month, month.Previous.Last).Forecast.ShouldBeNull();
    });

    [Theory]
    [InlineData(44, Course.Behind)]
    [InlineData(45, Course.OnCourse)]
    [InlineData(55, Course.OnCourse)]
    [InlineData(56, Course.Ahead)]
    public void Within_a_tenth_of_the_promise_so_far_is_on_course(int value, Course expected)
    {
        var month = new YearMonth(2026, 11);

        Standing.OfMonth(value, 100, month, month.First.AddDays(14)).Course.ShouldBe(expected);
    }

    [Fact]
    public void A_year_stands_by_its_whole_months_and_the_days_gone_of_this_one()
    {
        var standing = Standing.OfYear(30, Start, Start.AddMonths(2), _ => 12m, new DateOnly(2025, 11, 15));

        standing.Promised.ShouldBe(144);
        standing.PromisedSoFar.ShouldBe(30);
        standing.Days.ShouldBe(365);
        standing.DaysGone.ShouldBe(30 + 31 + 15);
    }

    [Fact]
    public void The_programme_year_begins_in_the_programmes_own_month()
    {
        ProgrammeYear.StartOf(new YearMonth(2026, 8), Start.First).ShouldBe(Start);
        ProgrammeYear.StartOf(new YearMonth(2026, 9), Start.First).ShouldBe(new YearMonth(2026, 9));
    }

    private static void Holds(Action<int> law) =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(ArbMap.Default.ArbFor<NonNegativeInt>(), n => law(n.Get)));

    private static Promises Yearly(decimal amount, DateOnly starts) =>
        new([Target.Promise(Programme, Metric.ContactsAdded, null, amount, TargetPeriod.Year, null, Start)], [], starts);

    private static Promises Staffed(decimal fte) => new(
        [Target.Promise(Programme, Metric.NewConversations, null, 70, TargetPeriod.Month, 0.5m, Start)],
        [Staffing.Employ(Programme, new UserId(1), Start, null, fte)],
        Start.First);
}
