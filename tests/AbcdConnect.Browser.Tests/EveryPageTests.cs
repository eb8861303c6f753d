using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using AbcdConnect.Testing;
using Microsoft.Playwright;

namespace AbcdConnect.Browser.Tests;

/// <summary>Walks every kind of page that each role can reach by links, on a phone: accessible, valid, no wider than the phone,
/// nothing refused by the content security policy, no error.</summary>
[Collection(DemoCollection.Name)]
public sealed partial class EveryPageTests(DemoApp demo)
{
    // In the page: what its main part is built of, without its words, addresses and numbers; like siblings in a row count as one.
    private const string Skeleton =
        """
        () => {
          const told = new Set(["class", "role", "type", "scope", "hidden", "disabled", "required", "open", "lang", "tabindex"]);
          const of = (e) => {
            const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim() !== "") ? "!" : "";
            const parts = [...e.children].map(of).filter((part, at, all) => part !== all[at - 1]);
            const names = [...e.attributes].map((a) => told.has(a.name) ? `${a.name}=${a.value}` : a.value === "" ? `${a.name}=` : a.name).sort().join(" ");
            return `<${e.localName} ${names}>${own}${parts.join("")}`;
          };
          return of(document.querySelector("main") ?? document.body);
        }
        """;

    [Theory]
    [InlineData("worker")]
    [InlineData("coordinator")]
    [InlineData("partner")]
    [InlineData("commissioner")]
    [InlineData("researcher")]
    [InlineData("administrator")]
    public async Task Every_page_is_accessible_valid_and_fits_a_phone(string role)
    {
        var wrong = await demo.Walks.Value[role];

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    /// <summary>Begins every role's walk, as many at once as there are processors. What one role's walk has judged, another's does not judge again.</summary>
    internal static IReadOnlyDictionary<string, Task<IReadOnlyList<string>>> WalkAll(DemoApp demo)
    {
        var judged = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var turns = new SemaphoreSlim(Environment.ProcessorCount);
        string[] roles = ["worker", "coordinator", "partner", "commissioner", "researcher", "administrator"];
        return roles.ToDictionary(
            role => role,
            async role =>
            {
                await turns.WaitAsync();
                try
                {
                    return await Walk(demo, role, judged);
                }
                finally
                {
                    turns.Release();
                }
            },
            StringComparer.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> Walk(DemoApp demo, string role, ConcurrentDictionary<string, bool> judged)
    {
        var page = await demo.SignIn(role);
        var wrong = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !page.Url.EndsWith("/no-such-page", StringComparison.Ordinal))
            {
                wrong.Add($"{page.Url}: console: {message.Text}");
            }
        };
        var folder = Directory.CreateTempSubdirectory("abcd-pages-");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(["/", "/sign-in", "/no-such-page"]);
        var visited = 0;
        try
        {
            while (waiting.TryDequeue(out var path))
            {
                if (!seen.Add(Kind(path)))
                {
                    continue;
                }

                var answer = await page.GotoAsync(path);
                if (answer is null || !(answer.Headers.GetValueOrDefault("content-type") ?? "").StartsWith("text/html", StringComparison.Ordinal))
                {
                    continue;
                }

                visited++;
                if (answer.Status >= 400 && path != "/no-such-page")
                {
                    wrong.Add($"{path}: answered {answer.Status}");
                }

                await Judge(page, path, first: visited == 1, judged, wrong);
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{visited:000}{Safe(path)}.html"), await answer.TextAsync());
                foreach (var link in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href^=\"/\"]:not([download])')].map(a => a.getAttribute('href').split('#')[0])"))
                {
                    if (!link.StartsWith("/sign-out", StringComparison.Ordinal) && !Download().IsMatch(link))
                    {
                        waiting.Enqueue(link);
                    }
                }
            }

            visited.ShouldBeGreaterThan(5);
            wrong.AddRange(await Invalid(folder.FullName));
            return [.. wrong.Distinct(StringComparer.Ordinal)];
        }
        finally
        {
            folder.Delete(recursive: true);
            await page.Context.CloseAsync();
        }
    }

    private static async Task Judge(IPage page, string path, bool first, ConcurrentDictionary<string, bool> judged, List<string> wrong)
    {
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (wide > 360)
        {
            wrong.Add($"{path}: {wide} px wide on a phone of 360");
        }

        // The frame around it is judged on each role's first page; the main part wherever it is built in another way than before.
        if (!judged.TryAdd(await page.EvaluateAsync<string>(Skeleton), value: true) && !first)
        {
            return;
        }

        wrong.AddRange((await page.Faults()).Select(fault => $"{path}: {fault}"));
    }

    // Pages of one kind are walked once: numbers, months and the query's values do not make another kind.
    private static string Kind(string path)
    {
        var parts = path.Split('?', 2);
        var names = parts.Length == 1 ? "" : string.Join('&', parts[1].Split('&').Select(p => p.Split('=')[0]).Where(n => n is not ("page" or "sort" or "q")).Order(StringComparer.Ordinal));
        return Number().Replace(parts[0], "0") + "?" + names;
    }

    private static string Safe(string path) => Unsafe().Replace(path.Split('?')[0], "-");

    /// <summary>What html-validate finds, a line each.</summary>
    private static async Task<IEnumerable<string>> Invalid(string folder)
    {
        var here = Path.Combine(Repository.Root, "tests", "AbcdConnect.Browser.Tests");
        var start = new ProcessStartInfo("node") { UseShellExecute = false, WorkingDirectory = here, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine("node_modules", "html-validate", "bin", "html-validate.mjs"), "--formatter", "text", "--config", "htmlvalidate.json", folder])
        {
            start.ArgumentList.Add(argument);
        }

        using var node = Process.Start(start)!;
        var output = node.StandardOutput.ReadToEndAsync();
        var errors = await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        return node.ExitCode == 0 ? [] : (await output + errors).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Replace(folder, "", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\.(csv|pdf|json|ics|geojson|vcf|jsonld)(\?|$)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Download();

    [GeneratedRegex(@"\d+(-\d+)?", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Unsafe();
}
