using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using FsCheck;
using FsCheck.Fluent;

namespace AbcdConnect.Domain.Tests.Meetings;

public sealed class AgendaTests
{
    private static readonly DateOnly Day = new(2026, 11, 25);

    private enum Move
    {
        Add,
        Remove,
        Up,
        Down,
        Place,
    }

    [Fact]
    public void Whatever_is_added_moved_and_removed_positions_run_from_one_without_a_gap()
    {
        var steps = Gen.Zip(Gen.Elements(Enum.GetValues<Move>()), Gen.Choose(0, 9)).ListOf();
        Prop.ForAll(Arb.From(steps), After).QuickCheckThrowOnFailure();

        static bool After(IList<(Move Move, int At)> done)
        {
            var meeting = Table();
            var next = 1L;
            foreach (var (move, at) in done)
            {
                var target = meeting.Agenda.Count == 0 ? default : meeting.Agenda[at % meeting.Agenda.Count].Id;
                switch (move)
                {
                    case Move.Add:
                        Numbered(meeting.AddItem($"Item {next}", at, null), next++);
                        break;
                    case Move.Remove:
                        meeting.RemoveItem(target);
                        break;
                    case Move.Place:
                        meeting.PlaceItem(target, meeting.Agenda.Count == 0 || at == 9 ? null : meeting.Agenda[at * 7 % meeting.Agenda.Count].Id);
                        break;
                    default:
                        meeting.MoveItem(target, move == Move.Up ? -1 : 1);
                        break;
                }
            }

            return meeting.Agenda.Select(a => a.Position).Order().SequenceEqual(Enumerable.Range(1, meeting.Agenda.Count));
        }
    }

    [Fact]
    public void An_item_moved_up_changes_places_with_the_one_above_and_the_first_stays_first()
    {
        var meeting = Table();
        var (first, second) = (meeting.AddItem("Welcome", 5, null), meeting.AddItem("Rooms", 20, null));
        Numbered(first, 1);
        Numbered(second, 2);

        meeting.MoveItem(second.Id, -1);
        meeting.MoveItem(second.Id, -1);

        (second.Position, first.Position).ShouldBe((1, 2));
    }

    [Fact]
    public void An_item_is_put_before_another_or_at_the_end_and_stays_where_the_other_is_gone()
    {
        var meeting = Table();
        var items = Enumerable.Range(1, 4).Select(n => { var item = meeting.AddItem($"{n}", 5, null); Numbered(item, n); return item; }).ToList();

        meeting.PlaceItem(items[3].Id, items[0].Id);
        Order(meeting).ShouldBe("4123");
        meeting.PlaceItem(items[0].Id, items[2].Id);
        Order(meeting).ShouldBe("4213");
        meeting.PlaceItem(items[3].Id, null);
        Order(meeting).ShouldBe("2134");
        meeting.PlaceItem(items[1].Id, new AgendaItemId(99));
        Order(meeting).ShouldBe("1342");
        meeting.PlaceItem(new AgendaItemId(99), items[0].Id);
        Order(meeting).ShouldBe("1342");

        static string Order(Meeting meeting) => string.Concat(meeting.Agenda.OrderBy(a => a.Position).Select(a => a.Title));
    }

    [Fact]
    public void Minutes_written_over_newer_ones_are_refused_but_an_agenda_changed_meanwhile_does_no_harm()
    {
        var meeting = Table();
        meeting.WriteMinutes("First words");
        var looked = meeting.MinutesVersion;
        meeting.AddItem("Rooms", 20, null);

        Should.NotThrow(() => meeting.MinutesMustStillBe(looked));
        meeting.WriteMinutes("Somebody else's words");

        Should.Throw<OvertakenException>(() => meeting.MinutesMustStillBe(looked));
    }

    [Fact]
    public void An_item_that_only_moved_can_still_be_saved()
    {
        var meeting = Table();
        var item = meeting.AddItem("Rooms", 20, null);
        var looked = item.Edition;

        meeting.MoveItem(item.Id, 1);
        Should.NotThrow(() => item.MustStillBe(looked));

        item.Change("Rooms to borrow", 20, null);
        Should.Throw<OvertakenException>(() => item.MustStillBe(looked));
    }

    [Fact]
    public void A_meeting_to_come_cannot_have_been_held_and_a_held_one_cannot_be_cancelled()
    {
        var meeting = Table();

        Should.Throw<DomainRuleException>(() => meeting.Held(Day.AddDays(-1))).Message.ShouldContain("25 November 2026");
        meeting.Held(Day);

        Should.Throw<DomainRuleException>(meeting.Cancel).Message.ShouldContain("has been held");
    }

    private static Meeting Table() => Meeting.Plan(new ProgrammeId(1), "Fernhill round table", Day, new TimeOnly(10, 0), null, null, 90);

    // The database numbers items; here nobody has.
    private static void Numbered(AgendaItem item, long number) => typeof(AgendaItem).GetProperty(nameof(AgendaItem.Id))!.SetValue(item, new AgendaItemId(number));
}
