using System.Net;
using System.Text.RegularExpressions;
using AbcdConnect.Domain.Access;
using AbcdConnect.Testing;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace AbcdConnect.Web.Tests.Shared;

/// <summary>Whatever is typed is words: script typed into every text field of every form that can be found, and every page read
/// again. A form added tomorrow is tried tomorrow, without a line here.</summary>
public sealed partial class ScriptInEveryFieldTests
{
    private const string Script = "=cmd|'C'!A0<script>alert(1)</script>\"><img src=x onerror=alert(1)>";

    // Tried one after the other where a field refuses what was typed.
    private static readonly string[] Instead = ["=1<img src=x>", "", "today", "5", "sheila@example.org", "https://example.org", "14:00", "2026-10", "Monday 10:00 to 12:00"];

    // What ends or takes away, so that there would be nothing left to read; and what belongs to whoever is signed in.
    private static readonly string[] LeftAlone =
        ["/sign-", "/account", "/remove", "/leave", "/cancel", "/withdraw", "/forget", "/lock", "/undo", "/uninvite", "/publish", "/password", "/end", "/merge", "/erase", "/close", "/revoke"];

    // Pages whose forms must have been taken with script in them, or this test has walked past them.
    private static readonly string[] Makes =
        ["/people/new", "/conversations/new", "/assets/new", "/activities/new", "/meetings/new", "/agencies/new", "/people/#/change", "/assets/#/change", "/activities/#/change", "/meetings/#/change"];

    [Fact]
    public async Task Script_and_formulas_typed_into_every_field_are_shown_as_words_and_run_nowhere()
    {
        await using var app = await TestApp.Start();
        var sheila = await app.Database.AddPerson("Sheila");
        await app.Database.AddPerson("Kwame");
        Dictionary<string, string?> tried = new(StringComparer.Ordinal);
        List<string> wrong = [];
        var shown = 0;
        foreach (var browser in (TestBrowser[])[app.As(Role.Coordinator), app.As(Role.Administrator)])
        {
            var pages = await Walk(browser, $"/people/{sheila.Id}", tried);
            foreach (var path in pages)
            {
                using var answer = await browser.Get(path);
                var text = await answer.Content.ReadAsStringAsync();
                if (answer.Content.Headers.ContentType?.MediaType == "text/csv")
                {
                    wrong.AddRange(Formula().Matches(text).Select(cell => $"{path} holds a cell that begins {cell.Value}"));
                }
                else if (text.Contains("<img src=x", StringComparison.OrdinalIgnoreCase) || text.Contains("<script>alert", StringComparison.OrdinalIgnoreCase))
                {
                    wrong.Add($"{path} has it unescaped");
                }
                else if (text.Contains("&lt;img src=x", StringComparison.Ordinal))
                {
                    shown++;
                }
            }
        }

        wrong.ShouldBeEmpty();
        Makes.Where(form => tried.GetValueOrDefault(form, "not found") is not null).Select(form => $"{form}: {tried.GetValueOrDefault(form, "not found")}").ShouldBeEmpty();
        // It is there to be read, in lists, pages and forms.
        shown.ShouldBeGreaterThan(30);
    }

    /// <summary>Every page that links lead to, its forms filled in on the way: what they make has pages of its own. Of pages alike, the first two.</summary>
    private static async Task<List<string>> Walk(TestBrowser browser, string also, Dictionary<string, string?> tried)
    {
        List<string> pages = [];
        HashSet<string> known = new(StringComparer.Ordinal);
        Dictionary<string, int> alike = new(StringComparer.Ordinal);
        Queue<string> ahead = new();
        Found("/");
        Found(also);
        while (ahead.TryDequeue(out var path))
        {
            using var answer = await browser.Get(path);
            if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType is not ("text/html" or "text/csv"))
            {
                continue;
            }

            pages.Add(path);
            var page = Parsed(await answer.Content.ReadAsStringAsync());
            foreach (var form in page.QuerySelectorAll<IHtmlFormElement>("form[method=post]"))
            {
                var action = form.GetAttribute("action") ?? path;
                var texts = Texts(form).ToList();
                if (texts.Count > 0 && !LeftAlone.Any(part => action.Contains(part, StringComparison.Ordinal)) && !tried.ContainsKey(Shape(action)))
                {
                    var (made, refused) = await Fill(browser, action, texts, Others(form));
                    tried[Shape(action)] = refused;
                    Found(made);
                }
            }

            foreach (var link in page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!))
            {
                Found(link);
            }
        }

        return pages;

        void Found(string? link)
        {
            var address = link?.Split('#')[0] ?? "";
            var shape = Shape(address.Split('?')[0]);
            if (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !shape.EndsWith(".pdf", StringComparison.Ordinal) && known.Add(address)
                && (alike[shape] = alike.GetValueOrDefault(shape) + 1) <= 2)
            {
                ahead.Enqueue(address);
            }
        }
    }

    /// <summary>Types it into every text field, and where a field refuses it, the next best. Where it led, or why nothing was taken.</summary>
    private static async Task<(string? Made, string? Refused)> Fill(TestBrowser browser, string action, List<string> texts, List<Other> others)
    {
        Dictionary<string, int> next = texts.ToDictionary(name => name, _ => -1, StringComparer.Ordinal);
        var (why, ticked) = ("", true);
        for (var attempt = 0; attempt < 2 * Instead.Length; attempt++)
        {
            using var content = new FormUrlEncodedContent(others.Where(o => ticked || !o.IsTick).Select(o => KeyValuePair.Create(o.Name, o.Value)).Concat(texts.Select(name => KeyValuePair.Create(name, next[name] < 0 ? Script : Instead[next[name]]))));
            using var answer = await browser.Client.PostAsync(new Uri(action, UriKind.Relative), content);
            if ((int)answer.StatusCode is >= 300 and < 400)
            {
                return (answer.Headers.Location?.OriginalString ?? action, null);
            }

            var html = await answer.Content.ReadAsStringAsync();
            html.ShouldNotContain("<img src=x", Case.Insensitive, action);
            if (answer.StatusCode != HttpStatusCode.UnprocessableEntity)
            {
                return answer.IsSuccessStatusCode ? (action, null) : (null, $"answered {(int)answer.StatusCode}");
            }

            var page = Parsed(html);
            why = page.QuerySelector(".govuk-error-summary")?.TextContent.Trim() ?? "it says no reason";
            var refused = page.QuerySelectorAll(".govuk-error-summary a[href^='#']").Select(a => page.GetElementById(a.GetAttribute("href")![1..]).ShouldNotBeNull($"{action}: {a.TextContent} leads nowhere")).ToList();
            var doubted = texts.Where(name => refused.Exists(at => Holds(at, name))).ToList();
            foreach (var name in doubted)
            {
                next[name] = (next[name] + 1) % Instead.Length;
            }

            // A name that is borne by several is asked about, with choices that were not there before.
            others = page.QuerySelectorAll<IHtmlFormElement>("form[method=post]").FirstOrDefault(form => form.GetAttribute("action") is null || form.GetAttribute("action") == action) is { } again ? Others(again) : others;
            if (doubted.Count == 0)
            {
                // Not of one field: what was ticked may not go together, or a gift has a word that is not among the shared ones.
                ticked = false;
                foreach (var name in texts.Where(t => t.EndsWith("TermName", StringComparison.Ordinal)))
                {
                    next[name] = 1;
                }
            }
        }

        return (null, why);
    }

    private static IHtmlDocument Parsed(string html) => new HtmlParser().ParseDocument(html);

    private static IEnumerable<string> Texts(IHtmlFormElement form) =>
        form.QuerySelectorAll<IHtmlInputElement>("input").Where(i => i.Type is "text" or "search" or "email" or "tel" or "url" or "number" or "date" or "time").Select(i => i.Name!)
            .Concat(form.QuerySelectorAll<IHtmlTextAreaElement>("textarea").Select(t => t.Name!))
            .Where(name => !string.IsNullOrEmpty(name))
            .Distinct(StringComparer.Ordinal);

    /// <summary>What the form holds besides: its seals, the first of each choice, every box ticked.</summary>
    private static List<Other> Others(IHtmlFormElement form) =>
    [
        .. form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden], input[type=checkbox]").Select(i => new Other(i.Name ?? "", i.Value, i.Type == "checkbox")),
        .. form.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").DistinctBy(i => i.Name).Select(i => new Other(i.Name ?? "", i.Value)),
        .. form.QuerySelectorAll<IHtmlSelectElement>("select").Select(s => new Other(s.Name ?? "", s.Options.FirstOrDefault(o => o.Value.Length > 0)?.Value ?? "")),
    ];

    // An error may stand at the field or at the group that the field is in.
    private static bool Holds(IElement at, string name) =>
        at.GetAttribute("name") == name || at.Closest(".govuk-form-group")?.QuerySelector($"[name='{name}']") is not null;

    /// <summary>One form of many alike: the same address with other numbers.</summary>
    private static string Shape(string path) => Number().Replace(path, "#");

    private sealed record Other(string Name, string Value, bool IsTick = false);

    // At the beginning of a cell, in quotes or not.
    [GeneratedRegex("(^|,)\"?=[^,]{0,20}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Formula();

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
