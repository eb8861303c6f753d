using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Programmes;
using FsCheck;
using FsCheck.Fluent;

namespace AbcdConnect.Domain.Tests.Assets;

public sealed class FreshnessTests
{
    private static readonly DateOnly Added = new(2024, 2, 29);

    [Fact]
    public void It_never_rises_by_itself() => Always(dice =>
    {
        var (kind, confirmed, days, more, weight) = (One<AssetKind>(dice), dice.Next(2) == 0, dice.Next(5000), dice.Next(5000), dice.Next(600));
        var (first, second) = (Added.AddDays(days), Added.AddDays(days + more));

        Of(kind, confirmed, weight, second).ShouldBeLessThanOrEqualTo(Of(kind, confirmed, weight, first));
    });

    [Fact]
    public void It_never_rises_by_contrary_evidence() => Always(dice =>
    {
        var (kind, confirmed, days, doubts, another) = (One<AssetKind>(dice), dice.Next(2) == 0, dice.Next(5000), Doubts(dice), One<DoubtKind>(dice));
        var today = Added.AddDays(days);
        var (before, after) = (Freshness.WeightOf(doubts), Freshness.WeightOf([.. doubts, another]));

        after.ShouldBeGreaterThanOrEqualTo(before);
        Of(kind, confirmed, after, today).ShouldBeLessThanOrEqualTo(Of(kind, confirmed, before, today));
        Freshness.AskFirstFrom(kind, Added, confirmed ? Added : null, after).ShouldBeLessThanOrEqualTo(Freshness.AskFirstFrom(kind, Added, confirmed ? Added : null, before));
    });

    [Fact]
    public void Confirming_restores_it_whatever_spoke_against_it() => Always(dice =>
    {
        var (kind, days, doubts) = (One<AssetKind>(dice), dice.Next(5000), Doubts(dice));
        var today = Added.AddDays(days);
        var asset = Asset.Add(new ProgrammeId(1), new UserId(1), Added, new AssetDetails(kind, "Hall"));
        asset.Doubted(doubts);

        asset.Confirm(today);

        asset.DoubtWeight.ShouldBe(0);
        Freshness.Of(kind, Added, asset.ConfirmedOn, asset.DoubtWeight, today).ShouldBe(Freshness.JustConfirmed, 1e-9);
        asset.AskFirstFrom!.Value.ShouldBeGreaterThan(today);
    });

    [Fact]
    public void The_day_from_which_one_asks_is_the_day_it_falls_below_the_line() => Always(dice =>
    {
        var (kind, confirmed, weight) = (One<AssetKind>(dice), dice.Next(2) == 0, dice.Next(600));
        var from = Freshness.AskFirstFrom(kind, Added, confirmed ? Added : null, weight);

        // Evidence enough, and one asks from before it was confirmed.
        if (from > Added)
        {
            Of(kind, confirmed, weight, from).ShouldBeLessThan(Freshness.AskFirst);
            Of(kind, confirmed, weight, from.AddDays(-1)).ShouldBeGreaterThanOrEqualTo(Freshness.AskFirst);
        }
        else
        {
            Of(kind, confirmed, weight, Added).ShouldBeLessThan(Freshness.AskFirst);
        }
    });

    [Fact]
    public void Half_of_what_was_sure_is_left_after_a_half_life()
    {
        var later = Added.AddDays(Freshness.HalfLifeDays(AssetKind.Association));

        Of(AssetKind.Association, confirmed: true, 0, later).ShouldBe(Freshness.JustConfirmed / 2, 1e-9);
    }

    [Fact]
    public void The_same_said_again_and_again_weighs_less_than_twice_as_much()
    {
        var often = Freshness.WeightOf(Enumerable.Repeat(DoubtKind.SaidWrong, 1000));

        often.ShouldBeLessThan(2 * Freshness.WeightOf(DoubtKind.SaidWrong));
        often.ShouldBeGreaterThan(Freshness.WeightOf(DoubtKind.SaidWrong));
    }

    [Fact]
    public void One_closed_door_is_enough_to_ask_first_a_month_after_confirming_a_club_no_but_after_half_a_year()
    {
        var from = Freshness.AskFirstFrom(AssetKind.Association, Added, Added, Freshness.WeightOf(DoubtKind.FoundClosed));

        from.ShouldBeInRange(Added.AddDays(60), Added.AddDays(90));
    }

    [Fact]
    public void Each_field_says_where_it_came_from_and_only_what_changes_comes_from_elsewhere()
    {
        var (file, member) = (new FieldSource(SourceKind.Import, Added, Batch: new ImportBatchId(4), Row: 12), new FieldSource(SourceKind.Member, Added.AddDays(9), new UserId(7)));
        var asset = Asset.Add(new ProgrammeId(1), null, Added, new AssetDetails(AssetKind.Place, "Hall", Phone: "01632 960001", Cost: "Free"), file);

        asset.Change(asset.Details with { Phone = "01632 960002", Cost = "Free " }, member);

        var sources = FieldSources.Read(asset.Sources);
        sources[AssetField.Name].ShouldBe(file);
        sources[AssetField.Cost].ShouldBe(file);
        sources[AssetField.Kind].ShouldBe(file);
        sources[AssetField.Phone].ShouldBe(member);
        sources.ContainsKey(AssetField.Email).ShouldBeFalse();

        asset.Change(asset.Details with { Phone = "01632 960003" });
        FieldSources.Read(asset.Sources).ContainsKey(AssetField.Phone).ShouldBeFalse();
    }

    private static void Always(Action<Random> law) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => law(new Random(seed))));

    private static T One<T>(Random dice)
        where T : struct, Enum => dice.GetItems(Enum.GetValues<T>(), 1)[0];

    private static DoubtKind[] Doubts(Random dice) => dice.GetItems(Enum.GetValues<DoubtKind>(), dice.Next(6));

    private static double Of(AssetKind kind, bool confirmed, int weight, DateOnly today) => Freshness.Of(kind, Added, confirmed ? Added : null, weight, today);
}
