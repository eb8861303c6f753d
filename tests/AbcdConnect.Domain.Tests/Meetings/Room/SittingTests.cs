using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Meetings.Room;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Tests.Meetings.Room;

public sealed class SittingTests
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 12, 10, 0, 0, TimeSpan.Zero);
    private static readonly AgendaItemId First = new(1);
    private static readonly AgendaItemId Second = new(2);

    [Fact]
    public void Time_counts_for_the_item_that_is_talked_about_in_all_its_stretches()
    {
        var sitting = Sitting.Of(new MeetingId(1));

        sitting.MoveOn(null, First, Ten);
        sitting.MoveOn(First, Second, Ten.AddMinutes(10));
        sitting.MoveOn(Second, First, Ten.AddMinutes(15));
        sitting.MoveOn(First, null, Ten.AddMinutes(17));

        sitting.Spells.Where(s => s.AgendaItemId == First).Sum(s => s.Took(Ten.AddHours(3)).TotalMinutes).ShouldBe(12);
        sitting.Spells.Single(s => s.AgendaItemId == Second).Took(Ten.AddHours(3)).TotalMinutes.ShouldBe(5);
        (sitting.BeganAt, sitting.EndedAt, sitting.Now).ShouldBe((Ten, Ten.AddMinutes(17), null));
    }

    [Fact]
    public void Two_who_press_at_once_move_on_once_and_one_who_is_behind_is_told()
    {
        var sitting = Sitting.Of(new MeetingId(1));
        sitting.MoveOn(null, First, Ten);

        sitting.MoveOn(First, Second, Ten.AddMinutes(1));
        sitting.MoveOn(First, Second, Ten.AddMinutes(1));

        sitting.Spells.Count.ShouldBe(2);
        Should.Throw<OvertakenException>(() => sitting.MoveOn(First, new AgendaItemId(3), Ten.AddMinutes(2)));
    }

    [Fact]
    public void A_clock_set_back_takes_no_time_away() =>
        new SittingSpell { AgendaItemId = First, BeganAt = Ten }.Took(Ten.AddHours(-1)).ShouldBe(TimeSpan.Zero);

    [Fact]
    public void Somebody_who_steps_out_came_all_the_same()
    {
        var meeting = Meeting.Plan(new ProgrammeId(1), "Round table", new DateOnly(2026, 11, 12), null, null, null);
        var (sam, police) = (new PractitionerId(1), new AgencyId(1));
        Should.Throw<DomainRuleException>(() => meeting.StepOut(sam, Ten));

        meeting.Arrive(sam, police, null, Ten);
        meeting.StepOut(sam, Ten.AddMinutes(5));
        meeting.Arrive(sam, police, null, Ten.AddMinutes(9));

        var there = meeting.Attendance.ShouldHaveSingleItem();
        (there.Status, there.ArrivedAt, there.LeftAt).ShouldBe((AttendanceStatus.Present, Ten, null));
        meeting.Answer(sam, police, AttendanceStatus.Apologies);
        there.ArrivedAt.ShouldBeNull();
    }

    [Fact]
    public void Nothing_is_written_about_a_person_before_it_is_opened_and_nobody_hears_it_twice()
    {
        var discussion = Discussion.Name(new ProgrammeId(1), new MeetingId(1), new PersonId(1), null, null, Ten);
        Should.Throw<DomainRuleException>(() => discussion.Write("She looks for a choir"));

        discussion.Open([Hearer(1)], Ten);
        discussion.Hear([Hearer(1), Hearer(2)]);
        discussion.Write("She looks for a choir");
        discussion.Close(Ten.AddMinutes(5));

        discussion.Hearers.Select(h => h.PractitionerId.Value).ShouldBe([1, 2]);
        // Whoever was typing while somebody else closed it finishes the sentence.
        discussion.Write("She looks for a choir, and sings alto");
        discussion.Shared.ShouldBe("She looks for a choir, and sings alto");
        discussion.ClosedAt.ShouldBe(Ten.AddMinutes(5));
        Should.Throw<DomainRuleException>(() => discussion.Open([Hearer(3)], Ten));

        static DiscussionHearer Hearer(long who) => new() { PractitionerId = new PractitionerId(who), AgencyId = new AgencyId(who), ConsentId = new ConsentId(who), Since = Ten };
    }
}
