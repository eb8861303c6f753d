using AbcdConnect.Application.Outcomes.Measures;
using AbcdConnect.Domain.Common;

namespace AbcdConnect.Application.Tests.Outcomes.Measures;

public sealed class MeasureLibraryTests
{
    // The table of Stewart-Brown and others 2009, as Warwick gives it for totals of 7 to 35.
    private static readonly decimal[] Published =
    [
        7.00m, 9.51m, 11.25m, 12.40m, 13.33m, 14.08m, 14.75m, 15.32m, 15.84m, 16.36m, 16.88m, 17.43m, 17.98m, 18.59m, 19.25m,
        19.98m, 20.73m, 21.54m, 22.35m, 23.21m, 24.11m, 25.03m, 26.02m, 27.03m, 28.13m, 29.31m, 30.70m, 32.55m, 35.00m,
    ];

    [Fact]
    public void Swemwbs_turns_every_total_into_its_publishers_metric_score_and_has_none_of_its_words()
    {
        var swemwbs = MeasureLibrary.All.Single(m => m.Code == "swemwbs");

        Enumerable.Range(7, 29).Select(total => swemwbs.Scores[0].Of(new Dictionary<string, int> { ["total"] = total })).ShouldBe(Published.Cast<decimal?>());
        swemwbs.ByTotalOnly.ShouldBeTrue();
        swemwbs.OnByDefault.ShouldBeFalse();
        swemwbs.Questions.ShouldHaveSingleItem().Key.ShouldBe("total");
        swemwbs.Licence.ShouldContain("©");
    }

    [Fact]
    public void Every_measure_says_its_licence_and_source_and_every_answer_has_a_score_in_a_band()
    {
        MeasureLibrary.All.Select(m => m.Code).ShouldBe(["ons4", "ucla3", "lonely", "network", "confidence", "gp", "swemwbs"]);
        foreach (var measure in MeasureLibrary.All)
        {
            measure.Licence.ShouldNotBeNullOrWhiteSpace();
            measure.Source.ShouldNotBeNullOrWhiteSpace();
            foreach (var score in measure.Scores)
            {
                score.Threshold.ShouldBeGreaterThan(0);
                var lowest = score.Questions.ToDictionary(q => q, q => measure.Question(q)!.From);
                var highest = score.Questions.ToDictionary(q => q, q => measure.Question(q)!.To);
                score.BandOf(score.Of(lowest)!.Value).ShouldBeGreaterThanOrEqualTo(0, $"{measure.Code} {score.Key}");
                score.BandOf(score.Of(highest)!.Value).ShouldBeGreaterThanOrEqualTo(0, $"{measure.Code} {score.Key}");
                score.Bands.Zip(score.Bands.Skip(1)).ShouldAllBe(b => b.First.To < b.Second.From);
            }
        }

        // ONS: anxiety is the one where high is not hoped for, and has bands of its own. Never added up.
        var ons = MeasureLibrary.All[0];
        ons.Scores.Select(s => s.Questions.Count).ShouldAllBe(n => n == 1);
        ons.Scores.Single(s => s.Key == "anxious").Bands.Select(b => b.To).ShouldBe([1, 3, 5, 10]);
    }

    [Fact]
    public void A_missing_answer_is_never_nought_and_one_out_of_range_is_refused()
    {
        var ucla = MeasureLibrary.All.Single(m => m.Code == "ucla3");

        ucla.Scores[0].Of(new Dictionary<string, int> { ["companionship"] = 1, ["left-out"] = 2 }).ShouldBeNull();
        ucla.Scores[0].Of(new Dictionary<string, int> { ["companionship"] = 1, ["left-out"] = 2, ["isolated"] = 3 }).ShouldBe(6);
        Should.Throw<DomainRuleException>(() => ucla.Check(new Dictionary<string, int> { ["isolated"] = 0 })).Message.ShouldContain("one of its 3 answers, not 0");
        Should.Throw<DomainRuleException>(() => ucla.Check(new Dictionary<string, int> { ["happy"] = 1 }));
    }
}
