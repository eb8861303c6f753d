using AbcdConnect.Domain.Common;
using AbcdConnect.Web.Features.Shared.Charts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Patterns;

/// <summary>Every part that pages are made of, with something in it, for those who build pages.</summary>
[AllowAnonymous]
[DevelopmentOnly]
[Route("/pattern-library")]
public sealed class PatternsController : Controller
{
    private static readonly string[] Names = ["Sheila", "Shabnam", "Sheldon", "Marta", "Kwame", "Dorothy", "Amina"];

    [HttpGet("")]
    public IActionResult Patterns() => View(new PatternsForm
    {
        Name = "Brook End Community Café",
        On = new DateOnly(2026, 11, 12),
        At = new TimeOnly(14, 30),
        Heard = "She teaches crochet to her granddaughters and misses having people round since the bingo stopped.",
        Kind = PatternKind.Place,
        Languages = ["Polish"],
        Gifts = ["crochet", "hosting"],
        PersonIds = [1],
        Version = 3,
    });

    [HttpPost("")]
    [ValidateAntiForgeryToken]
    public IActionResult Save(PatternsForm form)
    {
        if (string.IsNullOrWhiteSpace(form.Name))
        {
            ModelState.AddModelError(nameof(form.Name), "Say what people call it");
        }

        if (!ModelState.IsValid)
        {
            return View(nameof(Patterns), form);
        }

        TempData["Saved"] = "Saved. Sheila's gift is on the map of Brook End.";
        return RedirectToAction(nameof(Patterns));
    }

    [HttpGet("suggest")]
    public IActionResult Suggest(string? q) =>
        Json(Names.Select((name, at) => new { id = at + 1, label = name, detail = "Brook End" })
            .Where(person => person.label.StartsWith(q ?? "", StringComparison.OrdinalIgnoreCase)));

    internal static Chart Signposted { get; } = Draw.Monthly(
        "People signposted, by month",
        [.. new double[] { 180, 195, 150, 205, 230, 262, 300, 322, 330, 315, 302, 287, 271 }
            .Select((value, at) => new MonthPoint(new YearMonth(2025, 10).AddMonths(at), value))],
        new YearMonth(2026, 10),
        300);

    internal static Chart Small { get; } = Draw.Monthly(
        "Activities started, by month",
        [.. new double?[] { 1, null, 2, 0, 3, 4, null, 5, 2, 3, 1, 2, 3 }
            .Select((value, at) => new MonthPoint(new YearMonth(2025, 10).AddMonths(at), value, value is null ? "<5" : null))],
        new YearMonth(2026, 10));

    internal static Chart Landed { get; } = Draw.Bars(
        "What became of August's signposts",
        [
            new("302 told about somewhere", 302, BarTone.Sand),
            new("169 went", 169),
            new("58 still going at 12 weeks", 58, BarTone.Sea),
            new("71 did not go · 62 not yet known", 71, BarTone.Blush),
        ]);
}
