using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Tests.Activities;

public sealed class ActivityTests
{
    private static readonly DateOnly Today = new(2026, 11, 12);
    private static readonly PersonId Sheila = new(1);
    private static readonly PersonId Kwame = new(2);
    private static readonly ActivityDetails Soup = new("Soup at Number Nine", ActivityStatus.Idea, LedBy.Resident, ActivityFrequency.Weekly);

    [Fact]
    public void It_starts_with_its_earliest_session_whatever_order_they_are_told_in()
    {
        var soup = Added();
        soup.FirstSessionOn.ShouldBeNull();
        ((ICounted)soup).CountedOn.ShouldBeEmpty();

        soup.Hold(Today, 4, [], Today);
        soup.Hold(Today.AddDays(-7), 5, [], Today);
        soup.Hold(Today.AddDays(-1), 6, [], Today);

        soup.FirstSessionOn.ShouldBe(Today.AddDays(-7));
    }

    [Fact]
    public void It_counts_where_it_started_and_where_it_stands_six_and_twelve_months_later()
    {
        var soup = Added();
        soup.Hold(new DateOnly(2025, 8, 31), null, [], Today);

        ((ICounted)soup).CountedOn.ShouldBe([new(2025, 8, 31), new(2026, 2, 28), new(2026, 8, 31)]);
    }

    [Fact]
    public void Taking_the_first_session_away_moves_the_start_and_taking_the_last_undoes_it()
    {
        var soup = Added();
        var first = soup.Hold(Today.AddDays(-7), 5, [], Today);
        var second = soup.Hold(Today, 5, [], Today);

        soup.Drop(first);
        soup.FirstSessionOn.ShouldBe(Today);
        soup.Drop(second);
        soup.FirstSessionOn.ShouldBeNull();
    }

    [Fact]
    public void A_session_to_come_is_refused() =>
        Should.Throw<DomainRuleException>(() => Added().Hold(Today.AddDays(1), null, [], Today)).Message.ShouldBe("The session on 13 November 2026 has not been held yet.");

    [Fact]
    public void A_day_has_one_session()
    {
        var soup = Added();
        soup.Hold(Today, 4, [], Today);

        Should.Throw<DomainRuleException>(() => soup.Hold(Today, 4, [], Today)).Message.ShouldContain("is there already");
    }

    [Fact]
    public void Those_named_are_counted_where_nobody_gave_a_number_and_once_each()
    {
        var session = Added().Hold(Today, null, [Sheila, Kwame, Sheila], Today);

        session.HeadCount.ShouldBe(2);
        session.Attendees.Select(a => a.PersonId).ShouldBe([Sheila, Kwame]);
        Added().Hold(Today, null, [], Today).HeadCount.ShouldBeNull();
    }

    [Fact]
    public void Fewer_heads_than_names_are_refused_and_nothing_changes()
    {
        var session = Added().Hold(Today, 3, [Sheila], Today);

        Should.Throw<DomainRuleException>(() => session.Count(1, [Sheila, Kwame])).Message.ShouldBe("2 people are named, so the head count cannot be 1.");
        (session.HeadCount, session.Attendees.Count).ShouldBe((3, 1));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100_001)]
    public void A_head_count_is_one_that_can_be(int count) =>
        Should.Throw<DomainRuleException>(() => Added().Hold(Today, count, [], Today)).Message.ShouldContain("between 0 and 100,000");

    [Fact]
    public void Somebody_found_to_be_somebody_else_stays_one_and_the_count_stands()
    {
        var session = Added().Hold(Today, 9, [Sheila, Kwame], Today);

        session.Replace(Sheila, by: Kwame);

        session.Attendees.ShouldHaveSingleItem().PersonId.ShouldBe(Kwame);
        session.HeadCount.ShouldBe(9);
        session.Replace(new PersonId(99), by: Sheila);
        session.Attendees.Count.ShouldBe(1);
    }

    [Fact]
    public void It_ends_after_it_begins() =>
        Should.Throw<DomainRuleException>(() => Added(Soup with { StartsAt = new(14, 0), EndsAt = new(14, 0) })).Message.ShouldBe("It would end at 14:00 before it begins at 14:00.");

    [Fact]
    public void Its_history_tells_each_status_from_its_day_and_a_correction_on_the_day_replaces_it()
    {
        var soup = Added();
        soup.MoveTo(ActivityStatus.Starting, Today.AddDays(7));
        soup.MoveTo(ActivityStatus.Running, Today.AddDays(7));
        soup.MoveTo(ActivityStatus.Running, Today.AddDays(30));

        soup.History.Select(h => (h.Status, h.From)).ShouldBe([(ActivityStatus.Idea, Today), (ActivityStatus.Running, Today.AddDays(7))]);
        soup.Status.ShouldBe(ActivityStatus.Running);
    }

    [Fact]
    public void A_change_told_late_does_not_undo_a_later_one()
    {
        var soup = Added();
        soup.MoveTo(ActivityStatus.SelfSustaining, Today.AddDays(60));

        soup.MoveTo(ActivityStatus.Running, Today.AddDays(20));

        soup.Status.ShouldBe(ActivityStatus.SelfSustaining);
    }

    [Fact]
    public void Who_leads_it_is_part_of_the_history_though_the_status_stays()
    {
        var soup = Added(Soup with { Status = ActivityStatus.Running, LedBy = LedBy.Service });

        soup.Change(soup.Details with { LedBy = LedBy.Resident }, Today.AddDays(90));

        soup.History.Select(h => h.LedBy).ShouldBe([LedBy.Service, LedBy.Resident]);
    }

    [Fact]
    public void It_has_ended_from_the_first_day_it_was_said_and_not_once_it_runs_again()
    {
        var soup = Added();
        soup.MoveTo(ActivityStatus.Ended, Today.AddDays(10));
        soup.EndedOn.ShouldBe(Today.AddDays(10));

        soup.MoveTo(ActivityStatus.Running, Today.AddDays(40));
        soup.EndedOn.ShouldBeNull();
    }

    private static Activity Added(ActivityDetails? details = null) => Activity.Add(new ProgrammeId(1), null, Today, details ?? Soup);
}
