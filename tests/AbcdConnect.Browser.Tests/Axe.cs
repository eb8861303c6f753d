using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace AbcdConnect.Browser.Tests;

/// <summary>axe-core, run in the page itself: its own Playwright package opens a second page for every run.</summary>
internal static class Axe
{
    private const string Run =
        """
        async () => {
          const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
          const found = await axe.run(document, { resultTypes: ["violations"], runOnly: { type: "tag", values } });
          // What stands close together on a map stands so on the ground; the list below the map does the same (WCAG 2.5.8, "Equivalent").
          const onMap = (node) => document.querySelector(node.target[0])?.closest(".leaflet-container") != null;
          return found.violations
            .map((v) => ({ ...v, nodes: v.id === "target-size" ? v.nodes.filter((n) => !onMap(n)) : v.nodes }))
            .filter((v) => v.nodes.length > 0)
            .map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 2).map((n) => n.html).join(", ")}`);
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What stands in somebody's way on the page as it is now, a line each: WCAG 2.2 to level AA, and good practice beside it.</summary>
    public static async Task<IReadOnlyList<string>> Faults(this IPage page)
    {
        if (await page.EvaluateAsync<bool>("typeof axe === 'undefined'"))
        {
            await page.EvaluateAsync(Script);
        }

        return await page.EvaluateAsync<string[]>(Run);
    }
}
