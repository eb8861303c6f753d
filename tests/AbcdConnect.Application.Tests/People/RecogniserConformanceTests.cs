using System.Diagnostics;
using System.Text.Json;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;

namespace AbcdConnect.Application.Tests.People;

/// <summary>The recogniser stands twice, in C# for the server and in TypeScript for the phone. Here both read the same lexicon
/// and the same texts, the second as the very file that a browser is sent, and must answer alike to the letter.</summary>
public sealed class RecogniserConformanceTests
{
    private const int Recombinations = 4000;

    private const string Script = """
        import { readFileSync, writeFileSync } from "node:fs";
        const [bundle, lexiconFile, textsFile, answersFile] = process.argv.slice(2);
        const { Lexicon, recognise } = await import(bundle);
        const lexicon = new Lexicon(JSON.parse(readFileSync(lexiconFile, "utf8")));
        const texts = JSON.parse(readFileSync(textsFile, "utf8"));
        const answers = texts.map((text) => recognise(lexicon, text).map((g) => [g.term, g.kind, g.ask, g.ofOther, g.past, g.from, g.start, g.end, g.score].join(" ")).join("; "));
        writeFileSync(answersFile, JSON.stringify(answers));
        """;

    private static readonly string Bundle = Path.Combine(Repository.Root, "src", "AbcdConnect.Web", "wwwroot", "built", "recognise.js");

    [Fact]
    public async Task The_phone_and_the_server_answer_alike()
    {
        var texts = Texts();

        var phone = await OnThePhone(texts);

        var server = texts.ConvertAll(t => string.Join("; ", RecognisedSentences.Recognise(t).Select(Written)));
        server.Count(a => a.Length > 0).ShouldBeGreaterThan(1000);
        phone.Count.ShouldBe(server.Count);
        texts.Select((text, at) => (text, server: server[at], phone: phone[at])).Where(t => t.server != t.phone).Take(5).ShouldBeEmpty();
    }

    private static string Written(RecognisedGift g) =>
        FormattableString.Invariant($"{g.Term} {(int)g.Kind} {Js(g.Direction == GiftDirection.Ask)} {Js(g.OfOther)} {Js(g.Past)} {g.From} {g.Start} {g.End} {g.Score}");

    private static string Js(bool value) => value ? "true" : "false";

    /// <summary>Every labelled sentence, and their words put together anew, with what phones put between them.</summary>
    private static List<string> Texts()
    {
        List<string> texts = [.. RecognisedSentences.HeldOut.Concat(RecognisedSentences.Tuning).Select(s => s.Sentence)];
        var sentences = texts.ToArray();
        var words = sentences.SelectMany(s => s.Split(' ')).ToArray();
        string[] between = [" ", " ", " ", " ", " ", ", ", ". ", " and ", "\n", " – ", "… ", " ’ ", "'", " é", " ŁÓDŹ ", " নমস্কার ", "🙂", "\u00a0", "/", " but "];
        Random random = new(20261122);
        for (var i = 0; i < Recombinations; i++)
        {
            var from = i % 2 == 0 ? words : sentences;
            var count = i % 2 == 0 ? random.Next(1, 25) : random.Next(2, 5);
            texts.Add(string.Concat(Enumerable.Range(0, count).SelectMany(_ => new[] { from[random.Next(from.Length)], between[random.Next(between.Length)] })));
        }

        return texts;
    }

    private static async Task<IReadOnlyList<string>> OnThePhone(List<string> texts)
    {
        var folder = Directory.CreateTempSubdirectory("abcd-recognise-").FullName;
        try
        {
            string In(string name) => Path.Combine(folder, name);
            await File.WriteAllTextAsync(In("run.mjs"), Script);
            await File.WriteAllBytesAsync(In("lexicon.json"), RecognisedSentences.Json);
            await File.WriteAllTextAsync(In("texts.json"), JsonSerializer.Serialize(texts));
            // Read as the browser reads it: a module, whatever the file's ending.
            File.Copy(Bundle, In("recognise.mjs"));
            ProcessStartInfo start = new("node") { RedirectStandardError = true, UseShellExecute = false };
            foreach (var argument in new[] { In("run.mjs"), In("recognise.mjs"), In("lexicon.json"), In("texts.json"), In("answers.json") })
            {
                start.ArgumentList.Add(argument);
            }

            using var node = Process.Start(start)!;
            var said = await node.StandardError.ReadToEndAsync();
            await node.WaitForExitAsync();
            node.ExitCode.ShouldBe(0, said);
            return JsonSerializer.Deserialize<List<string>>(await File.ReadAllTextAsync(In("answers.json")))!;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
