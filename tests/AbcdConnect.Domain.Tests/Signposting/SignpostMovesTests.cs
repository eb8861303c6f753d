using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Signposting;
using FsCheck;
using FsCheck.Fluent;

namespace AbcdConnect.Domain.Tests.Signposting;

public sealed class SignpostMovesTests
{
    private static readonly DateOnly Given = new(2026, 3, 2);

    private static Signpost Give(bool named = true, DateOnly? closed = null) => Signpost.Give(
        new ProgrammeId(1),
        null,
        null,
        Guid.NewGuid(),
        named ? new PersonId(1) : null,
        new SignpostTarget(new AssetId(1), null, "The bike kitchen", closed),
        null,
        Given,
        null,
        Given);

    [Fact]
    public void A_signpost_to_a_closed_place_is_refused_and_says_when_it_closed() =>
        Should.Throw<DomainRuleException>(() => Give(closed: new DateOnly(2026, 2, 28))).Message.ShouldBe("The bike kitchen closed on 28 February 2026.");

    [Fact]
    public void The_two_questions_come_after_two_and_twelve_weeks_and_then_no_more()
    {
        var signpost = Give();
        signpost.FollowUpDue.ShouldBe(Given.AddDays(14));
        signpost.Attended(Given.AddDays(10));
        signpost.FollowUpDue.ShouldBe(Given.AddDays(84));
        signpost.StillGoing(Given.AddDays(84));
        signpost.FollowUpDue.ShouldBeNull();
    }

    [Fact]
    public void Somebody_who_has_stopped_went_all_the_same()
    {
        var signpost = Give();
        signpost.Attended(Given.AddDays(3));
        signpost.StoppedGoing(Given.AddDays(84), DidNotGoReason.Time, null);
        signpost.State.ShouldBe(SignpostState.Attended);
        signpost.FollowUpDue.ShouldBeNull();
    }

    [Fact]
    public void Attendance_moves_it_by_itself_says_so_and_taken_back_it_stands_as_before()
    {
        var signpost = Give();
        signpost.Contacted(Given.AddDays(5));
        signpost.DidNotGo(Given.AddDays(20), DidNotGoReason.Transport, "No bus");
        var before = signpost.Stands();

        signpost.SeenAtSession(Given.AddDays(-1)).ShouldBeFalse("that was before it was given");
        signpost.SeenAtSession(Given.AddDays(30)).ShouldBeTrue();
        (signpost.State, signpost.AttendedOn, signpost.ByAttendance, signpost.Reason).ShouldBe((SignpostState.Attended, Given.AddDays(30), true, null));
        signpost.SeenAtSession(Given.AddDays(37)).ShouldBeFalse("they first went a week before");
        signpost.SeenAtSession(Given.AddDays(3)).ShouldBeTrue("and, as it turns out, earlier still");
        (signpost.AttendedOn, signpost.ContactedOn).ShouldBe((Given.AddDays(3), Given.AddDays(3)));

        signpost.NotSeenAtSession();
        signpost.Stands().ShouldBe(before);
    }

    [Fact]
    public void What_somebody_said_after_attendance_stands_when_attendance_is_taken_back()
    {
        var signpost = Give();
        signpost.SeenAtSession(Given.AddDays(7));
        signpost.StillGoing(Given.AddDays(84));

        signpost.NotSeenAtSession();

        (signpost.State, signpost.AttendedOn, signpost.ByAttendance).ShouldBe((SignpostState.StillGoing, Given.AddDays(7), false));
    }

    [Fact]
    public void A_place_cannot_pass_somebody_on_to_itself() =>
        Should.Throw<DomainRuleException>(() => Signpost.Give(new ProgrammeId(1), null, null, Guid.NewGuid(), null, new SignpostTarget(new AssetId(1), null, "The bike kitchen", null), null, Given, null, Given, new AssetId(1)))
            .Message.ShouldContain("cannot pass somebody on to itself");

    [Fact]
    public void Having_got_in_touch_puts_the_question_off()
    {
        var signpost = Give();
        signpost.Contacted(Given.AddDays(14));
        signpost.FollowUpDue.ShouldBe(Given.AddDays(28));
    }

    /// <summary>Whatever is said in whatever order, on whatever days: the dates that stand are in order, and a signpost of which
    /// everything is known asks for nothing more.</summary>
    [Fact]
    public void Any_order_of_moves_keeps_the_dates_in_order_and_leaves_no_question_on_a_finished_signpost()
    {
        var moves = Gen.Choose(0, 7).SelectMany(move => Gen.Choose(-5, 200).Select(day => (Move: move, Day: day))).ListOf().ToArbitrary();
        var named = ArbMap.Default.ArbFor<bool>();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(moves, named, (all, someone) =>
        {
            var signpost = Give(someone);
            foreach (var (move, day) in all)
            {
                try
                {
                    Make(signpost, move, Given.AddDays(day));
                }
                catch (DomainRuleException)
                {
                    // Refused: what stood still stands.
                }

                Holds(signpost).ShouldBeTrue($"after {move} on day {day}: {signpost.State}, {signpost.ContactedOn}, {signpost.AttendedOn}, {signpost.StillGoingOn}, {signpost.DidNotGoOn}, {signpost.FollowUpDue}");
            }

            return true;
        }));
    }

    private static void Make(Signpost signpost, int move, DateOnly on)
    {
        switch (move)
        {
            case 0:
                signpost.Contacted(on);
                break;
            case 1:
                signpost.Attended(on);
                break;
            case 2:
                signpost.StillGoing(on);
                break;
            case 3:
                signpost.DidNotGo(on, DidNotGoReason.Cost, null);
                break;
            case 4:
                signpost.StoppedGoing(on, null, null);
                break;
            case 5:
                signpost.SeenAtSession(on);
                break;
            case 6:
                signpost.NotSeenAtSession();
                break;
            default:
                signpost.AskAgain(on);
                break;
        }
    }

    private static bool Holds(Signpost s)
    {
        var dates = new[] { s.GivenOn, s.ContactedOn, s.AttendedOn, s.StillGoingOn }.OfType<DateOnly>().ToList();
        var inOrder = dates.SequenceEqual(dates.Order());
        var finished = s.State is SignpostState.StillGoing or SignpostState.DidNotGo;
        return inOrder
            && (!finished || s.FollowUpDue is null)
            && (s.PersonId is not null || s.FollowUpDue is null)
            && (s.State == SignpostState.DidNotGo) == (s.DidNotGoOn is not null)
            && (s.DidNotGoOn is null || s.DidNotGoOn >= (s.ContactedOn ?? s.GivenOn));
    }
}
