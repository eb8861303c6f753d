using AbcdConnect.Application.Connections.Matching;
using FsCheck;
using FsCheck.Fluent;

namespace AbcdConnect.Application.Tests.Connections.Matching;

public sealed class PeopleFitTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    // Few entries, so that people have things in common: the same, kin, of one group, and strangers.
    private static readonly string[] Names =
        ["Bike repair", "Bike workshop for young people", "Has bikes to give away", "Crochet", "Knitting", "Learn to swim", "Swimming teaching", "Cares about the park", "Cares about lonely neighbours", "Came here from Poland", "Seed swap", "Has a van"];

    private static readonly Arbitrary<Said[]> People = ArbMap.Default.ArbFor<(byte, bool, PositiveInt, bool)[]>().Generator
        .Select(all => all.Take(8).Select(SaidOf).ToArray()).ToArbitrary();

    [Fact]
    public void Two_people_fit_the_same_whichever_of_them_is_asked_first() =>
        Prop.ForAll(People, People, (one, other) => Strength(one, other) == Strength(other, one)).QuickCheckThrowOnFailure();

    [Fact]
    public void More_in_common_never_fits_worse() =>
        Prop.ForAll(People, People, People, (one, other, more) => Strength(one, [.. other, .. more]) >= Strength(one, other)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_said_twice_is_no_more_in_common() =>
        Prop.ForAll(People, People, (one, other) => Math.Abs(Strength(one, [.. other, .. other]) - Strength(one, other)) < 1e-12).QuickCheckThrowOnFailure();

    [Fact]
    public void A_fit_lies_between_nothing_and_certainty_and_says_why() =>
        Prop.ForAll(People, People, (one, other) =>
        {
            var fit = PeopleFit.Between(one, other, Taxonomy.Kin, Today);
            return fit.Strength is >= 0 and < 1 && fit.Strength > 0 == fit.Bonds.Count > 0 && fit.Bonds.Zip(fit.Bonds.Skip(1)).All(b => b.First.Strength >= b.Second.Strength);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_was_heard_more_lately_never_fits_worse() =>
        Prop.ForAll(People, People, ArbMap.Default.ArbFor<byte>(), (one, other, days) =>
            Strength(one, [.. other.Select(s => s with { On = s.On.AddDays(Math.Min(days, Today.DayNumber - s.On.DayNumber)) })]) >= Strength(one, other) - 1e-12).QuickCheckThrowOnFailure();

    [Fact]
    public void Nearer_known_agreed_and_less_asked_never_ranks_lower() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte Fit, ushort Metres, bool Language, bool Connector, byte Lately)>(), ArbMap.Default.ArbFor<ushort>(), (c, nearer) =>
        {
            var around = new Circumstances(c.Metres, c.Language, c.Connector, c.Lately % 5);
            double Of(Circumstances other) => PeopleFit.Score(c.Fit / 255.0, other);
            return Of(around with { Metres = Math.Min(c.Metres, nearer) }) >= Of(around)
                && Of(around with { SharedLanguage = true }) >= Of(around)
                && Of(around with { Connector = true }) >= Of(around)
                && Of(around with { Agreed = true }) >= Of(around)
                && Of(around with { IntroducedLately = around.IntroducedLately + 1 }) <= Of(around);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_ask_answered_comes_before_what_both_care_about_and_that_before_the_same_skill()
    {
        var answered = Strength([Taxonomy.Asks("Bike repair", Today)], [Taxonomy.Brings("Bike repair", Today)]);
        var cared = Strength([Taxonomy.Brings("Cares about the park", Today)], [Taxonomy.Brings("Cares about the park", Today)]);
        var skilled = Strength([Taxonomy.Brings("Crochet", Today)], [Taxonomy.Brings("Crochet", Today)]);

        answered.ShouldBeGreaterThan(cared);
        cared.ShouldBeGreaterThan(skilled);
        skilled.ShouldBeGreaterThanOrEqualTo(PeopleFit.Least);
    }

    [Fact]
    public void The_same_entry_comes_before_kin_kin_before_the_same_group_and_strangers_do_not_fit()
    {
        double Shared(string other) => Strength([Taxonomy.Brings("Crochet", Today)], [Taxonomy.Brings(other, Today)]);
        double Asked(string other) => Strength([Taxonomy.Asks("Bike repair", Today)], [Taxonomy.Brings(other, Today)]);

        Shared("Crochet").ShouldBeGreaterThan(Shared("Knitting"));
        Shared("Knitting").ShouldBeGreaterThan(0);
        Shared("Plumbing").ShouldBe(0);
        Asked("Bike repair").ShouldBeGreaterThan(Asked("Has bikes to give away"));
        Asked("Has bikes to give away").ShouldBeGreaterThan(0);
        // A plasterer mends things too, but no bicycle.
        Asked("Plastering").ShouldBe(0);
        Strength([Taxonomy.Brings("Massage", Today)], [Taxonomy.Brings("Football coaching", Today)]).ShouldBe(0);
    }

    [Fact]
    public void Kinship_is_the_same_both_ways_and_the_words_of_the_taxonomy_bring_together_what_belongs_together()
    {
        (string One, string Other)[] related =
        [
            ("Learn to swim", "Swimming teaching"), ("Learn an instrument", "Playing guitar"), ("Has a sewing machine to lend", "Sewing and alterations"), ("Bike repair", "Bike workshop for young people"),
            ("A choir anyone can join", "Singing"), ("Learn English better", "Helping people learn English"), ("Grow my own food", "Growing vegetables"), ("Came here from Poland", "Speaks Polish"),
            ("Has hens", "Looking after animals"), ("Board games evening", "Has board games"),
        ];
        related.ShouldAllBe(pair => Taxonomy.Kin.Between(Taxonomy.Term(pair.One), Taxonomy.Term(pair.Other), false) > 0);
        Taxonomy.Kin.Between(Taxonomy.Term("Caring for a disabled child"), Taxonomy.Term("Car maintenance"), false).ShouldBe(0);
        foreach (var one in Taxonomy.All)
        {
            Taxonomy.All.ShouldAllBe(other => Taxonomy.Kin.Between(one, other, true) == Taxonomy.Kin.Between(other, one, true));
        }
    }

    [Fact]
    public void Ranking_never_depends_on_the_order_in_which_people_are_found() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte Score, byte Metres)[]>(), ArbMap.Default.ArbFor<int>(), (found, seed) =>
        {
            var said = new Said(Meaning.Wants, null, "", Today);
            var bond = new Bond(said, said, 1, 1);
            var people = found.Select((f, i) => new MatchedPair(new Application.Connections.MatchedPerson(new Domain.People.PersonId(i + 1), "", null, null, "", [], default, default, f.Metres), new(new(i + 1), ""), bond, f.Score / 8.0)).ToArray();
            var shuffled = people.ToArray();
            new Random(seed).Shuffle(shuffled);
            return PeopleNearby.Ranked(people).Select(p => p.Named.Id).SequenceEqual(PeopleNearby.Ranked(shuffled).Select(p => p.Named.Id));
        }).QuickCheckThrowOnFailure();

    private static double Strength(Said[] one, Said[] other) => PeopleFit.Between(one, other, Taxonomy.Kin, Today).Strength;

    private static Said SaidOf((byte Name, bool Ask, PositiveInt Days, bool Guessed) made)
    {
        var on = Today.AddDays(-(made.Days.Get * 37 % 4000));
        var said = made.Ask ? Taxonomy.Asks(Names[made.Name % Names.Length], on) : Taxonomy.Brings(Names[made.Name % Names.Length], on);
        return made.Guessed ? said with { Certain = 0.6 } : said;
    }
}
