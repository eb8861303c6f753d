using System.Diagnostics;
using System.Globalization;
using System.Text;
using AbcdConnect.Domain.Outcomes.Measures;

namespace AbcdConnect.Domain.Tests.Outcomes.Measures;

public sealed class PairedChangeTests
{
    private static readonly MeasureScore Satisfied = new(
        "satisfied",
        "life satisfaction",
        ["satisfied"],
        ScoreDirection.Higher,
        1,
        "one point",
        [new("low", 0, 4, true), new("medium", 5, 6), new("high", 7, 8), new("very high", 9, 10)]);

    // "Student" 1908, Biometrika 6: hours of sleep gained by two drugs, of the same ten people. R prints for it, by
    // t.test(extra ~ group, paired = TRUE): mean 1.58, 95 % interval 0.7001142 to 2.4598858.
    [Fact]
    public void Students_own_example_comes_out_as_published()
    {
        decimal[] first = [0.7m, -1.6m, -0.2m, -1.2m, -0.1m, 3.4m, 3.7m, 0.8m, 0.0m, 2.0m];
        decimal[] second = [1.9m, 0.8m, 1.1m, 0.1m, -0.1m, 4.4m, 5.5m, 1.6m, 4.6m, 3.4m];

        var change = PairedChange.Of(Satisfied, [.. first.Zip(second, (a, b) => new BeforeAfter(a, b))]);

        change.MeanChange!.Value.ShouldBe(1.58, 1e-12);
        change.Low!.Value.ShouldBe(0.7001142, 5e-8);
        change.High!.Value.ShouldBe(2.4598858, 5e-8);
    }

    // Moore and McCabe, Introduction to the Practice of Statistics: twenty French teachers before and after a summer institute,
    // mean gain 2.5, standard deviation 2.893, 95 % interval 1.15 to 3.85.
    [Fact]
    public void A_textbooks_example_comes_out_as_printed()
    {
        int[] before = [32, 31, 29, 10, 30, 33, 22, 25, 32, 20, 30, 20, 24, 24, 31, 30, 15, 32, 23, 23];
        int[] after = [34, 31, 35, 16, 33, 36, 24, 28, 26, 26, 36, 26, 27, 24, 32, 31, 15, 34, 26, 26];

        var change = PairedChange.Of(Satisfied, [.. before.Zip(after, (a, b) => new BeforeAfter(a, b))]);

        change.MeanChange.ShouldBe(2.5);
        change.Low!.Value.ShouldBe(1.146, 0.001);
        change.High!.Value.ShouldBe(3.854, 0.001);
    }

    [Fact]
    public void Better_the_same_and_worse_go_by_the_threshold_and_the_direction()
    {
        BeforeAfter[] people = [new(5, 7), new(5, 5), new(6, 5), new(4, 4.5m), new(7, null)];

        var up = PairedChange.Of(Satisfied, people);
        var down = PairedChange.Of(Satisfied with { Better = ScoreDirection.Lower }, people);

        (up.Better, up.Same, up.Worse, up.Paired, up.Lost).ShouldBe((1, 2, 1, 4, 1));
        (down.Better, down.Same, down.Worse).ShouldBe((1, 2, 1));
        up.LostMeanBefore.ShouldBe(7);
        up.BandsBefore.ShouldBe([1, 3, 0, 0]);
        up.BandsAfter.Sum().ShouldBe(3, "4.5 is in no band of whole numbers");
    }

    [Fact]
    public void Nobody_one_person_and_everybody_alike_have_no_interval()
    {
        PairedChange.Of(Satisfied, []).MeanChange.ShouldBeNull();
        PairedChange.Of(Satisfied, [new(3, null)]).ShouldSatisfyAllConditions(c => c.Paired.ShouldBe(0), c => c.Lost.ShouldBe(1));
        PairedChange.Of(Satisfied, [new(3, 5)]).ShouldSatisfyAllConditions(c => c.MeanChange.ShouldBe(2), c => c.Low.ShouldBeNull());
        PairedChange.Of(Satisfied, [new(3, 5), new(6, 8), new(1, 3)]).ShouldSatisfyAllConditions(c => c.MeanChange.ShouldBe(2), c => c.Low.ShouldBeNull());
    }

    [Fact]
    public void Regression_to_the_mean_is_likely_where_a_third_began_low()
    {
        PairedChange.AreManyLow(1, 3).ShouldBeTrue();
        PairedChange.AreManyLow(1, 4).ShouldBeFalse();
        PairedChange.AreManyLow(0, 0).ShouldBeFalse("nobody is not many");
    }

    // scipy.stats.ttest_rel of Debian's python3-scipy, on the same random people, in one process.
    [Fact]
    public async Task An_independent_tool_finds_the_same_intervals_on_random_people()
    {
        var dice = new Random(20261122);
        var sets = Enumerable.Range(0, 300)
            .Select(_ => Enumerable.Range(0, dice.Next(2, 400)).Select(_ => new BeforeAfter(dice.Next(0, 11), dice.Next(0, 11))).ToList())
            .Where(s => s.Select(p => p.After - p.Before).Distinct().Count() > 1)
            .ToList();
        var asked = new StringBuilder();
        foreach (var set in sets)
        {
            asked.Append(string.Join(' ', set.Select(p => p.Before))).Append('|').Append(string.Join(' ', set.Select(p => p.After))).Append('\n');
        }

        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, asked.ToString());
        const string script =
            """
            import sys
            try:
                from scipy import stats
            except ImportError:
                sys.exit("python3-scipy is not installed; tests/run.sh installs it")
            for line in open(sys.argv[1]):
                before, after = ([float(x) for x in side.split()] for side in line.strip().split("|"))
                found = stats.ttest_rel(after, before)
                ci = found.confidence_interval(0.95)
                print(repr(float(sum(after) / len(after) - sum(before) / len(before))), repr(float(ci.low)), repr(float(ci.high)), repr(float(stats.t.ppf(0.975, len(before) - 1))))
            """;
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", script, file]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var answer = python.StandardOutput.ReadToEndAsync();
        var trouble = python.StandardError.ReadToEndAsync();
        await python.WaitForExitAsync();
        File.Delete(file);
        python.ExitCode.ShouldBe(0, await trouble);
        var lines = (await answer).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Length.ShouldBe(sets.Count);
        for (var i = 0; i < sets.Count; i++)
        {
            var theirs = lines[i].Split(' ').Select(x => double.Parse(x, CultureInfo.InvariantCulture)).ToArray();
            var ours = PairedChange.Of(Satisfied, sets[i]);
            ours.MeanChange!.Value.ShouldBe(theirs[0], 1e-9);
            ours.Low!.Value.ShouldBe(theirs[1], 1e-8);
            ours.High!.Value.ShouldBe(theirs[2], 1e-8);
            StudentT.TwoSided(0.95, sets[i].Count - 1).ShouldBe(theirs[3], 1e-8);
        }
    }
}
