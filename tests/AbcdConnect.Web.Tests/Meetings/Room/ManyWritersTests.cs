using System.Diagnostics;
using System.Text.Json;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Meetings.Room;
using AbcdConnect.Testing;
using AbcdConnect.Web.Features.Meetings.Room;
using FsCheck;
using FsCheck.Fluent;

namespace AbcdConnect.Web.Tests.Meetings.Room;

/// <summary>Several people write one item's notes, over bad wifi, with delays, lost answers, dead browsers and folding between: some of them with the
/// server's own copy of a text, some with the script that runs in browsers, under node.</summary>
public sealed class ManyWritersTests
{
    private const int People = 4;

    private enum Do
    {
        Write,
        TakeOut,
        Send,
        SendAndLoseTheAnswer,
        Hear,
        HearOutOfOrder,
        LoseTheSignal,
        Return,
        Die,
        Fold,
    }

    [Fact]
    public void Whatever_is_written_sent_lost_and_sent_again_all_read_the_same_and_no_word_is_lost()
    {
        using var browser = new Browser();
        var days = Gen.Zip(
            Gen.Frequency((6, Gen.Constant(Do.Write)), (2, Gen.Constant(Do.TakeOut)), (3, Gen.Constant(Do.Send)), (1, Gen.Constant(Do.SendAndLoseTheAnswer)), (4, Gen.Constant(Do.Hear)), (2, Gen.Constant(Do.HearOutOfOrder)), (1, Gen.Constant(Do.LoseTheSignal)), (1, Gen.Constant(Do.Return)), (1, Gen.Constant(Do.Die)), (1, Gen.Constant(Do.Fold))),
            Gen.Zip(Gen.Choose(0, People - 1), Gen.Choose(0, 9999))).ListOf().Resize(120);
        var (letters, twice, out_) = (0, 0, 0);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(120), Prop.ForAll(Arb.From(days), day =>
        {
            var room = new Room(browser);
            foreach (var (what, (who, number)) in day)
            {
                room.Take(what, who, number);
            }

            room.AllComeBack();
            var expected = room.Server.Now().Text;
            foreach (var writer in room.Writers)
            {
                writer.Copy.Text.ShouldBe(expected);
            }

            room.Survivors().ShouldBe(room.Server.Letters(), ignoreOrder: true);
            (letters, twice, out_) = (letters + expected.Length, twice + room.Server.SentTwice, out_ + room.TimesOut);
        }));

        // The days were not idle ones.
        letters.ShouldBeGreaterThan(5000);
        twice.ShouldBeGreaterThan(50);
        out_.ShouldBeGreaterThan(50);
    }

    private interface ICopy
    {
        string Text { get; }

        void Take(IEnumerable<TextEdit> edits);

        TextEdit? Become(long writer, string text);
    }

    private sealed class Room
    {
        private readonly Browser browser;
        private readonly List<TextEdit> all = [];
        private long nextWriter = 100;

        public Room(Browser browser)
        {
            this.browser = browser;
            browser.Begins();
            Writers = [.. Enumerable.Range(0, People).Select(at => new Writer { Number = nextWriter++, Copy = Open(at) })];
        }

        public Server Server { get; } = new();

        public List<Writer> Writers { get; }

        public int TimesOut { get; private set; }

        public void Take(Do what, int who, int number)
        {
            var writer = Writers[who];
            switch (what)
            {
                case Do.Write:
                    var at = number % (writer.Copy.Text.Length + 1);
                    Typed(writer, writer.Copy.Text.Insert(at, $"word{number} "));
                    break;
                case Do.TakeOut when writer.Copy.Text.Length > 0:
                    var from = number % writer.Copy.Text.Length;
                    Typed(writer, writer.Copy.Text.Remove(from, Math.Min(1 + (number % 7), writer.Copy.Text.Length - from)));
                    break;
                case Do.Send when writer.IsIn:
                    Send(writer, answered: true);
                    break;
                case Do.SendAndLoseTheAnswer when writer.IsIn:
                    Send(writer, answered: false);
                    Leave(writer);
                    break;
                case Do.Hear when writer.Inbox.Count > 0:
                    writer.Copy.Take(writer.Inbox[0]);
                    writer.Inbox.RemoveAt(0);
                    break;
                case Do.HearOutOfOrder when writer.Inbox.Count > 0:
                    var which = number % writer.Inbox.Count;
                    writer.Copy.Take(writer.Inbox[which]);
                    writer.Inbox.RemoveAt(which);
                    break;
                case Do.LoseTheSignal:
                    Leave(writer);
                    break;
                case Do.Return:
                    Join(writer, who);
                    break;
                case Do.Die:
                    // The browser: a new page with a new number, and what was kept on the device.
                    Leave(writer);
                    writer.Number = nextWriter++;
                    Join(writer, who);
                    break;
                case Do.Fold:
                    Server.Fold();
                    break;
            }
        }

        public void AllComeBack()
        {
            for (var who = 0; who < People; who++)
            {
                Leave(Writers[who]);
                Join(Writers[who], who);
                Send(Writers[who], answered: true);
            }

            Server.Fold();
            foreach (var writer in Writers)
            {
                writer.Inbox.ForEach(writer.Copy.Take);
            }
        }

        /// <summary>Every letter that somebody wrote and nobody took out.</summary>
        public IEnumerable<(LetterId Id, char Letter)> Survivors()
        {
            var gone = all.SelectMany(e => e.Removed).SelectMany(s => Enumerable.Range(0, s.Count).Select(at => s.First with { Number = s.First.Number + at })).ToHashSet();
            return all.SelectMany(e => e.Text.Select((letter, at) => (e.Id with { Number = e.Id.Number + at }, letter))).Where(l => !gone.Contains(l.Item1));
        }

        private ICopy Open(int who) => who % 2 == 0 ? new ServersCopy(new SharedText()) : browser.Page(who);

        private void Typed(Writer writer, string text)
        {
            if (writer.Copy.Become(writer.Number, text) is { } edit)
            {
                all.Add(edit);
                writer.Waiting.Add(edit);
            }
        }

        private void Send(Writer writer, bool answered)
        {
            var fresh = Server.Store(writer.Waiting);
            foreach (var other in Writers.Where(w => w != writer && w.IsIn && fresh.Count > 0))
            {
                other.Inbox.Add(fresh);
            }

            if (answered)
            {
                writer.Waiting.Clear();
            }
        }

        private void Leave(Writer writer)
        {
            TimesOut += writer.IsIn ? 1 : 0;
            writer.IsIn = false;
            writer.Inbox.Clear();
        }

        private void Join(Writer writer, int who)
        {
            writer.IsIn = true;
            writer.Inbox.Clear();
            var (kept, clock, late) = Server.State();
            writer.Copy = who % 2 == 0 ? new ServersCopy(SharedText.Of(KeptNotes.Runs(kept), clock)) : browser.Page(who, kept, clock);
            writer.Copy.Take([.. late, .. writer.Waiting]);
        }
    }

    private sealed class Writer
    {
        public required long Number { get; set; }

        public required ICopy Copy { get; set; }

        public bool IsIn { get; set; } = true;

        public List<TextEdit> Waiting { get; } = [];

        public List<IReadOnlyList<TextEdit>> Inbox { get; } = [];
    }

    /// <summary>As the database holds it: edits by their numbers, folded now and then.</summary>
    private sealed class Server
    {
        private static readonly AgendaItemId Item = new(1);
        private readonly ItemNotes notes = ItemNotes.Under(Item);
        private readonly List<NoteEdit> edits = [];

        public int SentTwice { get; private set; }

        public List<TextEdit> Store(IEnumerable<TextEdit> sent)
        {
            List<TextEdit> fresh = [.. sent.Where(e => !edits.Exists(k => k.Writer == e.Id.Writer && k.Number == e.Id.Number))];
            SentTwice += sent.Count() - fresh.Count;
            edits.AddRange(fresh.Select(e => NoteEdit.Of(Item, e, new UserId(1), DateTimeOffset.UnixEpoch)));
            return fresh;
        }

        public void Fold()
        {
            foreach (var taken in notes.Fold(edits))
            {
                edits.Remove(taken);
            }
        }

        public SharedText Now()
        {
            var text = notes.ToText();
            edits.ForEach(e => text.Take(e.ToEdit()));
            return text;
        }

        public (string Letters, long Clock, IReadOnlyList<TextEdit> Waiting) State() => (KeptNotes.Of(Now()), Now().Clock, Now().Waiting);

        public IEnumerable<(LetterId Id, char Letter)> Letters() =>
            Now().Runs.Where(r => r.Text is not null).SelectMany(r => r.Text!.Select((letter, at) => (r.First with { Number = r.First.Number + at }, letter)));
    }

    private sealed class ServersCopy(SharedText text) : ICopy
    {
        public string Text => text.Text;

        public void Take(IEnumerable<TextEdit> edits)
        {
            foreach (var edit in edits)
            {
                text.Take(edit);
            }
        }

        public TextEdit? Become(long writer, string words) => text.Become(writer, words);
    }

    /// <summary>The pages of one node process.</summary>
    private sealed class Browser : IDisposable
    {
        private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
        private readonly string folder = Directory.CreateTempSubdirectory("abcd-room-").FullName;
        private readonly Process node;
        private int day;

        public Browser()
        {
            var web = Path.Combine(Repository.Root, "src", "AbcdConnect.Web");
            var script = Path.Combine(folder, "harness.mjs");
            using (var bundling = Start(web, Path.Combine("node_modules", "esbuild", "bin", "esbuild"), Path.Combine(Repository.Root, "tests", "AbcdConnect.Web.Tests", "Meetings", "Room", "text-harness.ts"), "--bundle", "--format=esm", "--platform=node", "--log-level=error", $"--outfile={script}"))
            {
                bundling.WaitForExit();
                bundling.ExitCode.ShouldBe(0);
            }

            node = Start(folder, script);
        }

        public void Begins() => day++;

        public ICopy Page(int who, string kept = KeptNotes.Nothing, long clock = 0)
        {
            var page = new NodePage(this, (day * 10) + who);
            Ask(new { page = page.Number, @do = "begin", clock, letters = JsonSerializer.Deserialize<JsonElement>(kept) });
            return page;
        }

        public void Dispose()
        {
            node.StandardInput.Close();
            node.WaitForExit();
            node.Dispose();
            Directory.Delete(folder, recursive: true);
        }

        private JsonElement Ask(object what)
        {
            node.StandardInput.WriteLine(JsonSerializer.Serialize(what, Json));
            return JsonSerializer.Deserialize<JsonElement>(node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The script stopped."));
        }

        private static Process Start(string folder, params string[] arguments) =>
            Process.Start(new ProcessStartInfo("node", arguments) { UseShellExecute = false, WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;

        private sealed class NodePage(Browser browser, int number) : ICopy
        {
            public int Number => number;

            public string Text => browser.Ask(new { page = number, @do = "text" }).GetString()!;

            public void Take(IEnumerable<TextEdit> edits) => browser.Ask(new { page = number, @do = "take", edits = edits.Select(WireEdit.Of) });

            public TextEdit? Become(long writer, string text) => browser.Ask(new { page = number, @do = "become", writer, text }) is { ValueKind: JsonValueKind.Object } edit ? edit.Deserialize<WireEdit>(Json)!.ToEdit() : null;
        }
    }
}
