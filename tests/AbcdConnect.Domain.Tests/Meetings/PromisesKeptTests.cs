using AbcdConnect.Domain.Meetings;
using FsCheck;
using FsCheck.Fluent;

namespace AbcdConnect.Domain.Tests.Meetings;

public sealed class PromisesKeptTests
{
    private static readonly DateOnly Today = new(2026, 11, 12);

    [Fact]
    public void On_the_day_itself_there_is_time_yet_and_a_day_late_is_late()
    {
        PromisesKept.Of([(Today, null), (Today, Today), (Today.AddDays(-1), null), (Today.AddDays(-5), Today.AddDays(-4)), (Today.AddDays(1), Today)], Today).ShouldBe(new PromisesKept(1, 1, 1));
        PromisesKept.Of([], Today).Share.ShouldBeNull();
    }

    [Fact]
    public void Every_promise_whose_day_has_passed_is_kept_late_or_open_and_none_twice() =>
        Prop.ForAll(Promises, promises =>
        {
            var kept = PromisesKept.Of(promises, Today);
            return kept.All == promises.Count(p => p.Item1 < Today || (p.Item1 == Today && p.Item2 <= Today)) && kept.Share is null or (>= 0 and <= 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Doing_something_never_makes_a_promise_less_kept() =>
        Prop.ForAll(Promises, promises =>
            PromisesKept.Of(promises.Select(p => (p.Item1, (DateOnly?)(p.Item2 ?? Today))), Today).OnTime >= PromisesKept.Of(promises, Today).OnTime).QuickCheckThrowOnFailure();

    private static Arbitrary<List<(DateOnly, DateOnly?)>> Promises => (
        from size in Gen.Choose(0, 12)
        from those in Gen.ListOf(from promised in Gen.Choose(-30, 30) from done in Gen.Choose(-40, 20) select (Today.AddDays(promised), done > 0 ? null : (DateOnly?)Today.AddDays(done)), size)
        select those.ToList()).ToArbitrary();
}
