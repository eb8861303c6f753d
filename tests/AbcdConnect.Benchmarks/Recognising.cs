using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.People;

namespace AbcdConnect.Benchmarks;

/// <summary>Recognising gifts in 200 words, on the server and in a browser, and what a phone is sent for it.</summary>
internal static class Recognising
{
    private const int Words = 200;
    private const int Times = 500;

    // Believable, and full of what is looked for: a text about the weather is quicker.
    private const string Heard =
        "I used to run a choir at the chapel and I still sing, mostly at funerals. My sister can sew anything, curtains the lot. We bake on Fridays, bread and birthday cakes, and take them "
        + "round the landing. I can't cook to save my life, she says, but I've got a van if anyone needs things moving. I'd love to learn the guitar, and my lad wants drum lessons. "
        + "There should be a bench by the shops where you could have a chat. What if we did a repair café in the hall once a month? I worry about the old people who never see anyone. ";

    public static int Measure()
    {
        var text = string.Join(' ', string.Concat(Enumerable.Repeat(Heard, 3)).Split(' ').Take(Words));
        var taxonomy = TaxonomyFile.Rows(File.ReadAllText(Find("database/taxonomy/gifts.csv")), 4)
            .Select((r, at) => new LexiconTerm(at + 1, TaxonomyFile.Value<GiftKind>(r[0]), r[2], r[3]));
        var compiling = Stopwatch.StartNew();
        var json = LexiconCompiler.BuiltIn().Compile(taxonomy);
        var compiled = compiling.Elapsed.TotalMilliseconds;
        var lexicon = Lexicon.Read(json);
        Recogniser recogniser = new(lexicon);
        var found = recogniser.In(text).Count;
        var server = Measured(() => recogniser.In(text));
        Console.WriteLine($"{Words} words, {found} suggestions, {recogniser.Steps} steps.\n");
        Console.WriteLine("| where | p50 ms | p95 ms |\n|---|---:|---:|");
        Console.WriteLine($"| server | {server.P50:0.00} | {server.P95:0.00} |");
        var script = File.ReadAllText(Find("src/AbcdConnect.Web/wwwroot/built/recognise.js"));
        Console.WriteLine($"| Chromium | {InBrowser(script, json, text)} |");
        Console.WriteLine($"\nMaking the lexicon: {compiled:0} ms, once after each change of the taxonomy.");
        Console.WriteLine($"Sent once: lexicon {Brotli(json) / 1000.0:0.0} kB, recogniser {Brotli(System.Text.Encoding.UTF8.GetBytes(script)) / 1000.0:0.0} kB (Brotli).");
        return 0;
    }

    private static (double P50, double P95) Measured(Action action)
    {
        for (var i = 0; i < Times; i++)
        {
            action();
        }

        List<double> times = [];
        for (var i = 0; i < Times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return (times[Times / 2], times[Times * 95 / 100]);
    }

    /// <summary>The very file that a phone is sent, in a page of its own.</summary>
    private static string InBrowser(string script, byte[] json, string text)
    {
        var exported = Regex.Match(script, @"export\{(?<names>[^}]*)\};?\s*$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        var names = string.Join(',', exported.Groups["names"].Value.Split(',').Select(n => n.Split(" as ")).Select(n => $"{n[^1]}:{n[0]}"));
        var page = $$"""
            <!doctype html><title>0</title><script type="module">
            {{script[..exported.Index]}}
            const {Lexicon:TheLexicon,recognise:find}={{{names}}};
            const file={{System.Text.Encoding.UTF8.GetString(json)}};
            let began=performance.now(); const lexicon=new TheLexicon(file); const read=performance.now()-began;
            const text={{System.Text.Json.JsonSerializer.Serialize(text)}};
            began=performance.now(); find(lexicon,text); const first=performance.now()-began;
            const times=[]; for(let i=0;i<{{Times}};i++){began=performance.now(); find(lexicon,text); times.push(performance.now()-began);}
            times.sort((a,b)=>a-b);
            document.title=`${times[{{Times / 2}}].toFixed(2)} | ${times[{{Times * 95 / 100}}].toFixed(2)} | (first ${first.toFixed(1)}, reading the lexicon ${read.toFixed(1)})`;
            </script>
            """;
        var folder = Directory.CreateTempSubdirectory("abcd-recognise-").FullName;
        try
        {
            var file = Path.Combine(folder, "page.html");
            File.WriteAllText(file, page);
            ProcessStartInfo start = new("chromium") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            string[] arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", $"--user-data-dir={Path.Combine(folder, "browser")}", "--dump-dom", new Uri(file).AbsoluteUri];
            Array.ForEach(arguments, start.ArgumentList.Add);
            using var browser = Process.Start(start)!;
            browser.ErrorDataReceived += static (_, _) => { };
            browser.BeginErrorReadLine();
            var dom = browser.StandardOutput.ReadToEnd();
            browser.WaitForExit();
            return Regex.Match(dom, "<title>(?<times>[^<]*)</title>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["times"].Value;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Brotli(byte[] content)
    {
        using MemoryStream stream = new();
        using (System.IO.Compression.BrotliStream brotli = new(stream, System.IO.Compression.CompressionLevel.SmallestSize))
        {
            brotli.Write(content);
        }

        return (int)stream.ToArray().LongLength;
    }

    private static string Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, path)))
            {
                return Path.Combine(folder.FullName, path);
            }
        }

        throw new FileNotFoundException(string.Create(CultureInfo.InvariantCulture, $"{path} is not here: run this from the repository."));
    }
}
