using AbcdConnect.Domain.Outcomes.Measures;
using AbcdConnect.Domain.People;

namespace AbcdConnect.Domain.Tests.Outcomes.Measures;

public sealed class CohortTests
{
    private static readonly DateOnly January = new(2026, 1, 1);
    private static readonly DateOnly December = new(2026, 12, 31);
    private static readonly MeasureDefinition First = Worded(1);

    [Fact]
    public void Asked_answered_paired_and_lost_are_told_apart()
    {
        AskedOnce[] askings =
        [
            Was(1, 0, 5), Was(1, 3, 7),
            Was(2, 0, 4), Was(2, 3, null),
            Was(3, 0, null), Was(3, 3, 9),
            // Not due again in this time.
            Was(4, 0, 6, day: new DateOnly(2026, 11, 1)), Was(4, 3, null, day: new DateOnly(2027, 2, 1)),
        ];

        var cohort = Cohort.Of([First], askings, January, December).ShouldHaveSingleItem();

        (cohort.Asked, cohort.Answered).ShouldBe((3, 2));
        var change = cohort.Changes.ShouldHaveSingleItem();
        (change.Paired, change.Lost, change.MeanChange).ShouldBe((1, 1, 2d));
    }

    [Fact]
    public void Somebody_asked_twice_at_the_beginning_and_often_afterwards_counts_once_by_the_first_and_the_last()
    {
        AskedOnce[] askings =
        [
            Was(1, 0, 5, day: new DateOnly(2026, 2, 1)), Was(1, 0, 1, day: new DateOnly(2026, 3, 1)),
            Was(1, 3, 6, day: new DateOnly(2026, 5, 1)), Was(1, 6, 8, day: new DateOnly(2026, 8, 1)), Was(1, 12, null, day: new DateOnly(2027, 2, 1)),
        ];

        Cohort.Of([First], askings, January, December)[0].Changes[0].ShouldSatisfyAllConditions(c => c.Paired.ShouldBe(1), c => c.MeanChange.ShouldBe(3));
        // Of the second quarter, the answer of the second quarter.
        Cohort.Of([First], askings, new DateOnly(2026, 4, 1), new DateOnly(2026, 6, 30))[0].Changes[0].MeanChange.ShouldBe(1);
    }

    [Fact]
    public void A_wording_that_does_not_mean_the_same_is_not_compared_and_says_so()
    {
        var second = Worded(2);
        AskedOnce[] askings = [Was(1, 0, 5), Was(1, 3, 7, wording: 2), Was(2, 0, 5, wording: 2), Was(2, 3, 6, wording: 2), Was(3, 0, 5), Was(3, 3, 5)];

        var cohorts = Cohort.Of([First, second], askings, January, December);

        cohorts.Select(c => (c.Wording.Wording, c.Answered, c.OtherWording, c.Changes[0].Paired)).ShouldBe([(2, 1, 0, 1), (1, 2, 1, 1)]);
        // Where the words mean the same, all three stand together.
        var alike = Cohort.Of([First, second with { ComparableWith = [1] }], askings, January, December).ShouldHaveSingleItem();
        (alike.Answered, alike.OtherWording, alike.Changes[0].Paired).ShouldBe((3, 0, 3));
    }

    [Fact]
    public void Wordings_are_comparable_along_a_chain_and_not_across_a_break()
    {
        MeasureDefinition[] wordings = [First, Worded(2) with { ComparableWith = [1] }, Worded(3) with { ComparableWith = [2] }, Worded(4)];

        MeasureDefinition.AreComparable(wordings, 3, 1).ShouldBeTrue();
        MeasureDefinition.AreComparable(wordings, 1, 3).ShouldBeTrue();
        MeasureDefinition.AreComparable(wordings, 4, 3).ShouldBeFalse();
    }

    private static MeasureDefinition Worded(int wording) => new(
        "own-1",
        wording,
        "Home",
        "Home",
        "ours",
        "ours",
        [new MeasureQuestion("q1", "How much at home do you feel here?", 0, 10)],
        [new MeasureScore("q1", "feeling at home", ["q1"], ScoreDirection.Higher, 1, "one point", [])]);

    private static AskedOnce Was(long person, int months, int? answer, DateOnly? day = null, int wording = 1)
    {
        var due = day ?? new DateOnly(2026, 2, 1).AddMonths(months);
        return new AskedOnce(
            new PersonId(person),
            months,
            due,
            answer is null ? null : due,
            ["own-1"],
            answer is { } value ? new Dictionary<string, AnswersTo> { ["own-1"] = new(wording, new Dictionary<string, int> { ["q1"] = value }) } : new Dictionary<string, AnswersTo>());
    }
}
