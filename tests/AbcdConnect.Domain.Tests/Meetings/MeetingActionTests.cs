using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Tests.Meetings;

public sealed class MeetingActionTests
{
    private static readonly DateOnly Today = new(2026, 11, 12);
    private static readonly DateTimeOffset Now = new(2026, 11, 12, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_goes_from_to_do_to_done_and_a_second_tap_moves_no_day()
    {
        var action = Agreed();
        action.Move(ActionStatus.UnderWay, Today, "Rang the lighting team", null, Now);
        action.Move(ActionStatus.Done, Today.AddDays(3), null, null, Now);
        action.Move(ActionStatus.Done, Today.AddDays(9), null, null, Now);

        (action.Status, action.StartedOn, action.DoneOn).ShouldBe((ActionStatus.Done, Today, Today.AddDays(3)));
        action.Notes.Select(n => n.Kind).ShouldBe([ActionNoteKind.Started, ActionNoteKind.Done]);
        action.Move(ActionStatus.UnderWay, Today.AddDays(10), null, null, Now);
        (action.Status, action.DoneOn, action.StartedOn).ShouldBe((ActionStatus.UnderWay, null, Today));
        action.Move(ActionStatus.ToDo, Today.AddDays(10), null, null, Now);
        action.Status.ShouldBe(ActionStatus.ToDo);
    }

    [Fact]
    public void What_is_dropped_is_no_longer_open_and_can_come_back()
    {
        var action = Agreed();
        action.Move(ActionStatus.Dropped, Today, "The bus company does it", null, Now);

        (action.IsOpen, action.Status).ShouldBe((false, ActionStatus.Dropped));
        action.Reopen(null, Now);
        (action.IsOpen, action.DroppedOn).ShouldBe((true, null));
    }

    [Fact]
    public void More_time_is_asked_for_and_answered_and_the_first_promise_stays_known()
    {
        var action = Agreed(due: Today.AddDays(2));
        Should.Throw<DomainRuleException>(() => action.AskForTime(Today.AddDays(1), null, Today, null, Now));
        action.AskForTime(Today.AddDays(20), "The contractor is ill", Today, null, Now);
        action.DueOn.ShouldBe(Today.AddDays(2));

        action.AnswerAboutTime(true, null, null, Now);

        (action.DueOn, action.FirstDueOn, action.PromisedFor, action.AskedUntil).ShouldBe((Today.AddDays(20), Today.AddDays(2), Today.AddDays(2), null));
        Should.Throw<DomainRuleException>(() => action.AnswerAboutTime(true, null, null, Now));
    }

    [Fact]
    public void Each_day_is_reminded_of_once_before_and_once_after_and_a_new_day_anew()
    {
        var action = Agreed(due: Today);

        new[] { action.Remind(true), action.Remind(true), action.Remind(false), action.Remind(false) }.ShouldBe([true, false, true, false]);
        action.AskForTime(Today.AddDays(7), null, Today, null, Now);
        action.AnswerAboutTime(true, null, null, Now);
        action.Remind(true).ShouldBeTrue();
        action.Done(Today);
        action.Remind(false).ShouldBeFalse();
    }

    [Fact]
    public void An_owner_who_leaves_leaves_it_with_the_agency_until_somebody_takes_it()
    {
        var action = Agreed();
        action.OfferToAgency("Sam Reed", null, Now);
        action.OwnerId.ShouldBeNull();

        action.TakeOn(new PractitionerId(9), new AgencyId(1), "Mo Lane", null, Now);

        action.OwnerId.ShouldBe(new PractitionerId(9));
        Should.Throw<DomainRuleException>(() => action.TakeOn(new PractitionerId(8), new AgencyId(1), "Jo", null, Now));
        action.Notes.Select(n => (n.Kind, n.Words)).ShouldBe([(ActionNoteKind.Offered, "Sam Reed has moved on."), (ActionNoteKind.TakenOn, "Mo Lane")]);
    }

    [Fact]
    public void Making_what_it_was_to_make_closes_it_once()
    {
        var action = Agreed();
        action.Makes(MadeKind.Activity, 12, Today, null, Now);

        (action.Status, action.Made, action.MadeId).ShouldBe((ActionStatus.Done, MadeKind.Activity, 12L));
        Should.Throw<DomainRuleException>(() => action.Makes(MadeKind.Asset, 3, Today, null, Now));
        action.Reopen(null, Now);
        action.Made.ShouldBeNull();
    }

    [Fact]
    public void You_said_we_did_goes_on_the_wall_once_it_is_done_and_said()
    {
        var action = Agreed();
        var said = SaidAndDone.Begin(new ProgrammeId(1), action.Id);
        said.Write(null, "The lane is dark.", null);
        Should.Throw<DomainRuleException>(() => said.Publish(action, Today, null));
        action.Done(Today);
        Should.Throw<DomainRuleException>(() => said.Publish(action, Today, null));
        said.Write(null, "The lane is dark.", "It has lamps.");

        said.Publish(action, Today, null);
        said.Publish(action, Today.AddDays(4), null);

        said.PublishedOn.ShouldBe(Today);
    }

    private static MeetingAction Agreed(DateOnly? due = null) =>
        MeetingAction.Agree(new ProgrammeId(1), new MeetingId(1), "Mend the street lights", new AgencyId(1), new PractitionerId(1), due);
}
