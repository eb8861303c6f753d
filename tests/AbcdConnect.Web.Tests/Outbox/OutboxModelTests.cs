using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using AbcdConnect.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace AbcdConnect.Web.Tests.Outbox;

/// <summary>A thousand bad days: the script that runs on phones, under node, against <see cref="OutboxModel"/>.</summary>
public sealed class OutboxModelTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private static readonly string[] Workers = ["1", "2"];

    [Fact]
    public void Whatever_happens_in_whatever_order_nothing_is_lost_nothing_is_kept_twice_and_the_phone_stands_where_the_model_stands()
    {
        using var phone = new Phone();
        var days = (from what in Gen.Choose(0, 99) from which in Gen.Choose(0, 6) from when in Gen.Choose(0, 24) select (what, which, when)).ListOf().Resize(60).ToArbitrary();
        var (kept, sent, twice) = (0, 0, 0);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(60), Prop.ForAll(days, day =>
        {
            var steps = Healed(Steps(day));
            var model = new OutboxModel();
            steps.ForEach(model.Take);
            var told = phone.Live(steps);

            told.Arrived.ShouldBe(model.Server.Select(a => a.Id));
            told.Stored.OrderBy(s => s.Id, StringComparer.Ordinal).ShouldBe(model.Server.Select(a => new Stored(a.Id, a.Who, a.Words)).OrderBy(s => s.Id, StringComparer.Ordinal));
            told.Kept.OrderBy(k => k.Id, StringComparer.Ordinal).ShouldBe(model.Phone.Select(k => new Kept(k.Who, k.Id, k.Standing, k.Uncertain, k.Words)).OrderBy(k => k.Id, StringComparer.Ordinal));
            told.Broken.ShouldBe(0);
            // What was kept arrived once as it was last written, or is there with its words and a reason; or somebody threw it away.
            foreach (var step in steps.Where(s => s.Do == "keep"))
            {
                var arrived = told.Stored.Count(s => s.Id == step.Id);
                var there = told.Kept.SingleOrDefault(k => k.Id == step.Id);
                if (there is null)
                {
                    arrived.ShouldBe(0);
                    (model.LetGo.Contains(step.Id!) || !WasSignedIn(steps, step)).ShouldBeTrue($"{step.Id} is lost");
                }
                else
                {
                    arrived.ShouldBe(there.Standing == "sent" ? 1 : 0);
                    // Only for somebody whom the server would not take does anything wait in the end.
                    (there.Standing != "waiting" || told.Kept.Single(k => k.Id == step.About).Standing != "sent").ShouldBeTrue($"{step.Id} waits for nothing");
                    if (there.Standing == "sent")
                    {
                        told.Stored.Single(s => s.Id == step.Id).ShouldBe(new Stored(step.Id!, there.Who, there.Words));
                    }
                }
            }

            (kept, sent) = (kept + told.Kept.Count, sent + told.Arrived.Count);
            twice += told.Arrived.Count - told.Arrived.Distinct(StringComparer.Ordinal).Count();
        }));
        // The days were not idle ones.
        kept.ShouldBeGreaterThan(3000);
        sent.ShouldBeGreaterThan(2000);
        twice.ShouldBe(0);
    }

    private static bool WasSignedIn(List<Step> steps, Step keep)
    {
        var last = steps.TakeWhile(s => !ReferenceEquals(s, keep)).LastOrDefault(s => s.Do is "signIn" or "signOut");
        return last is { Do: "signIn" };
    }

    private static List<Step> Steps(IEnumerable<(int What, int Which, int When)> day)
    {
        List<Step> steps = [new("signIn", Who: Workers[0])];
        List<(string Id, string Who)> made = [];
        var holder = (string?)Workers[0];
        foreach (var (what, which, when) in day)
        {
            var mine = made.Where(m => m.Who == holder).ToList();
            var some = mine.Count == 0 ? null : mine[Math.Max(0, mine.Count - 1 - which)].Id;
            switch (what)
            {
                case < 30:
                    var id = $"00000000-0000-4000-8000-{steps.Count:000000000000}";
                    steps.Add(new Step("keep", id, when % 4 == 0 ? some : null, when % 5 == 0 ? $"bad {id}" : $"heard {id}"));
                    if (holder is not null)
                    {
                        made.Add((id, holder));
                    }

                    break;
                case < 50: steps.Add(new Step("run", Die: when)); break;
                case < 57: steps.Add(new Step("run")); break;
                case < 60: steps.Add(new Step("twice")); break;
                case < 68: steps.Add(new Step("signal", On: when % 2 == 0)); break;
                case < 71: steps.Add(new Step("busy", On: when % 2 == 0)); break;
                case < 77: steps.Add(new Step("lose")); break;
                case < 85 when some is not null: steps.Add(new Step("change", some, Words: when % 6 == 0 ? "bad again" : $"better {when}")); break;
                case < 89 when some is not null: steps.Add(new Step("letGo", some)); break;
                case < 93:
                    holder = null;
                    steps.Add(new Step("signOut"));
                    break;
                case < 96: steps.Add(new Step("expire")); break;
                default:
                    holder = Workers[when % 2];
                    steps.Add(new Step("signIn", Who: holder));
                    break;
            }
        }

        return steps;
    }

    // In the end there is signal, and everybody signs in again.
    private static List<Step> Healed(List<Step> steps) =>
    [
        .. steps, new("signal", On: true), new("busy", On: false),
        .. Workers.SelectMany(who => new Step[] { new("signIn", Who: who), new("run"), new("run") }),
    ];

    private sealed record Stored(string Id, string Who, string Words);

    private sealed record Kept(string Who, string Id, string Standing, bool Uncertain, string Words);

    private sealed record Told(List<string> Arrived, int Broken, List<Stored> Stored, List<Kept> Kept);

    /// <summary>The script under node, for as many days as wanted.</summary>
    private sealed class Phone : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("abcd-outbox-").FullName;
        private readonly Process node;

        public Phone()
        {
            var web = Path.Combine(Repository.Root, "src", "AbcdConnect.Web");
            var script = Path.Combine(folder, "harness.mjs");
            var source = Path.Combine(Repository.Root, "tests", "AbcdConnect.Web.Tests", "Outbox", "outbox-harness.ts");
            using (var bundling = Start(web, Path.Combine("node_modules", "esbuild", "bin", "esbuild"), source, "--bundle", "--format=esm", "--platform=node", "--log-level=error", $"--outfile={script}"))
            {
                bundling.WaitForExit();
                bundling.ExitCode.ShouldBe(0);
            }

            node = Start(folder, script);
        }

        public Told Live(List<Step> steps)
        {
            node.StandardInput.WriteLine(JsonSerializer.Serialize(steps, Json));
            return JsonSerializer.Deserialize<Told>(node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The script stopped."), Json)!;
        }

        public void Dispose()
        {
            node.StandardInput.Close();
            node.WaitForExit();
            node.Dispose();
            Directory.Delete(folder, recursive: true);
        }

        private static Process Start(string folder, params string[] arguments) =>
            Process.Start(new ProcessStartInfo("node", arguments) { UseShellExecute = false, WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }
}
