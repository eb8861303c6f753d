using AbcdConnect.Application.Assets.Duplicates;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Assets.Duplicates;

/// <summary>Entries that are likely the same: looked at side by side, made one, or kept apart.</summary>
[Route("assets")]
public sealed class DuplicatesController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("duplicates")]
    public async Task<IActionResult> List(int page = 1) => View("Duplicates", await Send(new ListDuplicates(new ListRequest(Page: page))));

    [HttpGet("duplicates.csv")]
    public async Task<IActionResult> Csv() => CsvFile.Of(
        "likely-twice",
        (await Send(new ListDuplicates(new ListRequest { All = true }))).Pairs.Items,
        ("First", p => p.First.Name),
        ("Address of the first", p => string.Join(", ", new[] { p.First.Address, p.First.Postcode }.OfType<string>())),
        ("Second", p => p.Second.Name),
        ("Address of the second", p => string.Join(", ", new[] { p.Second.Address, p.Second.Postcode }.OfType<string>())),
        ("How likely", p => DuplicateWords.Of(p.Score)),
        ("Why", p => p.Reasons.Replace("\n", "; ", StringComparison.Ordinal)));

    [HttpGet("duplicates/{id:long}")]
    public Task<IActionResult> Compare(long id, bool keepSecond = false) => Pair(id, keepSecond, []);

    [HttpPost("duplicates/{id:long}")]
    public async Task<IActionResult> Merge(long id, MergeAssetsForm form)
    {
        // Asked first: who may not see the pair learns nothing of it.
        var pair = await Send(new CompareAssets(new AssetPairId(id), form.KeepSecond));
        return await Submit(
            () => Send(new MergeAssets(pair.Kept.Id, form.Version, pair.Merged.Id, form.OtherVersion, form.Theirs)),
            _ =>
            {
                Saved("They are one entry now, with both histories. You can take it back from the page of likely duplicates.");
                return Redirect($"/assets/{pair.Kept.Id}");
            },
            () => Pair(id, form.KeepSecond, form.Theirs));
    }

    [HttpPost("duplicates/{id:long}/apart")]
    public async Task<IActionResult> Apart(long id)
    {
        await Send(new KeepApart(new AssetPairId(id)));
        Saved("They stay two. You are not asked about them again.");
        return Redirect("/assets/duplicates");
    }

    [HttpPost("merges/{id:long}/undo")]
    public async Task<IActionResult> Undo(long id)
    {
        var back = await Send(new UndoAssetMerge(new AssetMergeId(id)));
        Saved("They are two entries again, each with its own history.");
        return Redirect($"/assets/{back}");
    }

    private async Task<IActionResult> Pair(long id, bool keepSecond, IReadOnlyList<AssetField> theirs)
    {
        ViewData["Theirs"] = theirs;
        ViewData["KeepSecond"] = keepSecond;
        return View("Pair", await Send(new CompareAssets(new AssetPairId(id), keepSecond)));
    }
}

/// <summary>For each field, whose is kept.</summary>
public sealed class MergeAssetsForm
{
    public bool KeepSecond { get; set; }

    public long Version { get; set; }

    public long OtherVersion { get; set; }

    /// <summary>Fields taken from the other entry.</summary>
    public List<AssetField> Theirs { get; set; } = [];
}

/// <summary>How likely it is, in words.</summary>
internal static class DuplicateWords
{
    public static string Of(int score) => score switch
    {
        >= (int)(DuplicateFinder.VeryLikely * 10) => "very likely the same",
        >= 135 => "likely the same",
        _ => "perhaps the same",
    };
}
