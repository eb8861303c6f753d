using AbcdConnect.Domain.Home;
using AbcdConnect.Domain.People;
using FsCheck;
using FsCheck.Fluent;

namespace AbcdConnect.Domain.Tests.Home;

public sealed class DaysListTests
{
    private static readonly DateOnly Today = new(2026, 11, 12);
    private static int number;

    private static Thing A(DayKind kind, int waiting, params int[] people) => new(Interlocked.Increment(ref number), kind, [.. people.Select(p => new PersonId(p))], Today.AddDays(-waiting));

    private static List<DueItem> Leading(DrawnDay drawn) => [.. drawn.Cards.Select(c => c.First)];

    [Fact]
    public void A_promise_made_to_a_person_comes_first_and_fresh_before_stale()
    {
        var (stale, fresh, nobodys, question, hello, match) = (A(DayKind.Promise, 20, 1), A(DayKind.Promise, 0, 2), A(DayKind.Promise, 0), A(DayKind.Question, 0, 3), A(DayKind.KeepInTouch, 0, 4), A(DayKind.Match, 0, 5, 6));

        Leading(DaysList.Draw([match, hello, question, stale, nobodys, fresh], [], Today, 8)).ShouldBe([fresh, stale, nobodys, question, hello, match]);
    }

    [Fact]
    public void What_has_waited_for_eight_weeks_leaves_the_list_for_the_old_ones()
    {
        var (last, old, hello) = (A(DayKind.Promise, 56, 1), A(DayKind.Question, 57, 2), A(DayKind.KeepInTouch, 200, 3));

        var drawn = DaysList.Draw([last, old, hello], [], Today, 8);

        Leading(drawn).ShouldBe([last, hello]);
        drawn.Old.ShouldBe([old]);
    }

    [Fact]
    public void Everything_about_one_person_stands_in_one_line_and_the_other_person_of_a_match_is_not_shown_twice()
    {
        var (promise, question, hello, match, elsewhere) = (A(DayKind.Promise, 1, 1), A(DayKind.Question, 1, 1), A(DayKind.KeepInTouch, 1, 1), A(DayKind.Match, 1, 1, 2), A(DayKind.KeepInTouch, 3, 2));

        var drawn = DaysList.Draw([hello, match, question, promise, elsewhere], [], Today, 2);

        drawn.Cards.SelectMany(c => c.Items).ShouldBe([promise, question, hello, elsewhere], "each of the two has a line, so that their match waits");
        DaysList.Draw([hello, match, question, promise, elsewhere], [], Today, 1).Cards.ShouldHaveSingleItem().Items.ShouldBe([promise, question, hello, match], "and with one line, the other's waits");
    }

    [Fact]
    public void A_thing_about_people_of_two_lines_waits_for_another_day()
    {
        var (one, two, both) = (A(DayKind.Promise, 3, 1), A(DayKind.Promise, 2, 2), A(DayKind.Match, 1, 1, 2));

        var drawn = DaysList.Draw([one, two, both], [], Today, 8);

        drawn.Cards.SelectMany(c => c.Items).ShouldBe([two, one]);
        DaysList.Draw([both], [], Today, 8).Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public void Answering_leaves_the_others_where_they_are_and_brings_nothing_new_in()
    {
        List<DueItem> due = [.. Enumerable.Range(1, 9).Select(i => A(DayKind.Promise, i, i)), .. Enumerable.Range(11, 5).Select(i => A(DayKind.Question, i, i)), A(DayKind.KeepInTouch, 1, 21), A(DayKind.Match, 1, 22, 23)];
        var morning = Leading(DaysList.Draw(due, [], Today, 8));
        morning.Count.ShouldBe(8);
        morning.Select(m => m.Kind).Distinct().Count().ShouldBe(4, "each kind has its turn");

        var first = morning[0];
        due.Remove(first);
        var noon = Leading(DaysList.Draw(due, [new AnsweredItem(first.Kind, first.People)], Today, 8));

        noon.ShouldBe(morning.Skip(1));
    }

    [Fact]
    public void Somebody_answered_today_is_not_suggested_as_well_but_what_else_was_promised_stays()
    {
        var (question, hello) = (A(DayKind.Question, 1, 1), A(DayKind.KeepInTouch, 1, 1));

        DaysList.Draw([question, hello], [new AnsweredItem(DayKind.Promise, [new PersonId(1)])], Today, 1).Cards.ShouldHaveSingleItem().Items.ShouldBe([question]);
    }

    /// <summary>Any things, any answers, any length.</summary>
    [Fact]
    public void The_cap_holds_nobody_stands_twice_and_nothing_moved_is_back_before_its_day() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500), Prop.ForAll(Days().ToArbitrary(), day =>
        {
            var drawn = DaysList.Draw(day.Due, day.Answered, Today, day.Length);
            var answered = day.Answered.SelectMany(a => a.People).ToHashSet();
            var (goingOn, fresh) = (drawn.Cards.Where(c => PeopleOf(c).Overlaps(answered)).ToList(), drawn.Cards.Where(c => !PeopleOf(c).Overlaps(answered)).ToList());
            fresh.Count.ShouldBeLessThanOrEqualTo(Math.Max(0, day.Length - Groups(day.Answered)));
            goingOn.ShouldAllBe(c => c.Items.All(i => i.Kind == DayKind.Promise || i.Kind == DayKind.Question));
            var people = drawn.Cards.SelectMany(PeopleOf).ToList();
            people.ShouldBe(people.Distinct());
            drawn.Cards.SelectMany(c => c.Items).Concat(drawn.Old).ShouldAllBe(i => i.Due <= Today);
            var items = drawn.Cards.SelectMany(c => c.Items).ToList();
            items.Count.ShouldBe(items.Distinct().Count());
            drawn.Waiting.ShouldBe(day.Due.Count(d => d.Due <= Today && d.Kind <= DayKind.Question) - drawn.Old.Count - items.Count(i => i.Kind <= DayKind.Question));
            return true;
        }));

    /// <summary>New things come each day, more than the list holds or fewer; whoever works their list to its end each day meets
    /// every one of them, on the list or among the old ones; and something moved is not met before its day.</summary>
    [Fact]
    public void Nothing_waits_for_ever_where_the_list_is_worked_daily() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll(Gen.Choose(1, 10).ToArbitrary(), Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), (length, seed) =>
        {
            var chance = new System.Random(seed);
            List<DueItem> open = [];
            for (var day = 0; day < 200; day++)
            {
                var today = Today.AddDays(day);
                for (var i = day < 40 ? chance.Next(2 * length) : 0; i > 0; i--)
                {
                    int[] people = [.. Enumerable.Range(0, chance.Next(3)).Select(_ => chance.Next(60))];
                    open.Add(A((DayKind)chance.Next(4), 0, people) with { Due = today.AddDays(-chance.Next(20)) });
                }

                var drawn = DaysList.Draw(open, [], today, length);
                foreach (var met in drawn.Cards.SelectMany(c => c.Items).Concat(drawn.Old).Cast<Thing>())
                {
                    met.Due.ShouldBeLessThanOrEqualTo(today);
                    open.Remove(met);
                    if (!met.Moved && chance.Next(4) == 0)
                    {
                        open.Add(met with { Due = today.AddDays(7), Moved = true });
                    }
                }
            }

            open.ShouldBeEmpty();
            return true;
        }));

    [Fact]
    public void A_match_has_its_turn_even_where_every_day_brings_more_promises_than_the_list_holds()
    {
        var match = A(DayKind.Match, 0, 1001, 1002);
        List<DueItem> open = [match];
        for (var day = 0; day < 8; day++)
        {
            open.AddRange(Enumerable.Range(0, 20).Select(i => A(DayKind.Promise, -day, (day * 20) + i)));
            open.RemoveAll(DaysList.Draw(open, [], Today.AddDays(day), 1).Cards.SelectMany(c => c.Items).Contains);
        }

        open.ShouldNotContain(match);
    }

    private static HashSet<PersonId> PeopleOf(DayCard card) => [.. card.Items.SelectMany(i => i.People)];

    private static int Groups(IReadOnlyList<AnsweredItem> answered)
    {
        List<HashSet<PersonId>> groups = [];
        foreach (var people in answered.Select(a => a.People.ToHashSet()))
        {
            var same = groups.FindAll(g => g.Overlaps(people));
            groups.RemoveAll(same.Contains);
            same.ForEach(people.UnionWith);
            groups.Add(people);
        }

        return groups.Count;
    }

    private static Gen<Day> Days()
    {
        var people = Several(Gen.Choose(1, 12), 2);
        var item = Gen.Choose(0, 3).SelectMany(kind => Gen.Choose(-10, 80).SelectMany(waiting => people.Select(p => (DueItem)A((DayKind)kind, waiting, [.. p]))));
        var answered = Gen.Choose(0, 3).SelectMany(kind => people.Select(p => new AnsweredItem((DayKind)kind, [.. p.Select(n => new PersonId(n))])));
        return Several(item, 30).SelectMany(due => Several(answered, 6).SelectMany(done => Gen.Choose(1, 12).Select(length => new Day([.. due], [.. done], length))));
    }

    private static Gen<List<T>> Several<T>(Gen<T> one, int most) => Gen.Choose(0, most).SelectMany(n => one.ListOf(n)).Select(l => l.ToList());

    private sealed record Day(IReadOnlyList<DueItem> Due, IReadOnlyList<AnsweredItem> Answered, int Length);

    private sealed record Thing(int Number, DayKind Kind, IReadOnlyList<PersonId> People, DateOnly Due, bool Moved = false) : DueItem(Kind, People, Due);
}
