using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Upkeep;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Assets.Upkeep;

/// <summary>Keeping the map true: the week's list, what people say is wrong, what keepers would have changed.</summary>
[Route("assets")]
public sealed class UpkeepController(IMediator mediator, ICurrentViewer current, TimeProvider clock) : AbcdController(mediator)
{
    [HttpGet("upkeep")]
    public async Task<IActionResult> List()
    {
        ViewData["Today"] = clock.Today();
        return View("Upkeep", await Send(new ListUpkeep()));
    }

    /// <summary>The week's list, for whoever telephones from a sheet of paper.</summary>
    [HttpGet("upkeep.csv")]
    public async Task<IActionResult> Csv()
    {
        var today = clock.Today();
        return CsvFile.Of(
            "worth-checking",
            (await Send(new ListUpkeep())).Rows,
            ("Name", r => r.Name),
            ("What it is", r => r.Category ?? AssetWords.Of(r.Kind)),
            ("Neighbourhood", r => r.Neighbourhood),
            ("Looked after by", r => r.LookedAfterBy),
            ("Added", r => r.AddedOn),
            ("Confirmed", r => r.ConfirmedOn),
            ("How fresh", r => FreshnessWords.Of(r.AddedOn, r.ConfirmedOn, r.Doubted, r.AskFirst, today)),
            ("Told about it in half a year", r => r.SignpostsLately),
            ("Keeper asked", r => r.AskedKeeperAt));
    }

    /// <summary>One tap on the week's list: it is still right, or it has closed.</summary>
    [HttpPost("upkeep/{id:long}")]
    public async Task<IActionResult> Answer(long id, UpkeepAnswer answer)
    {
        if (answer == UpkeepAnswer.Closed)
        {
            await Send(new CloseAsset(new AssetId(id), clock.Today()));
            Saved("It is marked as closed today. If that was a slip, open the entry and open it again.");
        }
        else
        {
            await Send(new ConfirmAsset(new AssetId(id)));
            Saved("Thank you. The entry says that it was checked today.");
        }

        return Redirect("/assets/upkeep");
    }

    [HttpPost("{id:long}/doubt")]
    public async Task<IActionResult> Doubt(long id, DoubtKind kind)
    {
        await Send(new DoubtAsset(new AssetId(id), kind));
        Saved("Thank you. The entry says so until somebody has checked it.");
        return Redirect($"/assets/{id}");
    }

    [HttpPost("doubts/{id:long}/dismiss")]
    public async Task<IActionResult> Dismiss(long id)
    {
        await Send(new DismissDoubt(new AssetDoubtId(id)));
        Saved("Settled. It no longer counts against the entry.");
        return Redirect("/assets/upkeep");
    }

    /// <summary>The link is on the answer and nowhere else; there is no page to come back to.</summary>
    [HttpPost("{id:long}/ask-keeper")]
    public async Task<IActionResult> AskKeeper(long id)
    {
        var made = await Send(new AskKeeper(new AssetId(id)));
        return View("AskKeeper", new AskKeeperPage(made, $"{Request.Scheme}://{Request.Host}/keep/{made.Token}"));
    }

    [HttpPost("{id:long}/public-page")]
    public async Task<IActionResult> PublicPage(long id, bool on)
    {
        var code = await Send(new OfferPublicPage(new AssetId(id), on));
        Saved(code is null ? "It has no public page any more." : "It has a public page. Its address is below, and on every sheet about it.");
        return Redirect($"/assets/{id}");
    }

    [HttpGet("proposals/{id:long}")]
    public async Task<IActionResult> Proposal(long id) => View("Proposal", await Send(new ViewProposal(new KeeperProposalId(id))));

    [HttpPost("proposals/{id:long}")]
    public async Task<IActionResult> Proposal(long id, long assetVersion, List<AssetField>? accepted)
    {
        MustModerate();
        return await Submit(
            () => Send(new SettleProposal(new KeeperProposalId(id), assetVersion, accepted ?? [])),
            asset =>
            {
                Saved(accepted is { Count: > 0 } ? "Taken over. Thank you." : "Left as it was.");
                return Redirect($"/assets/{asset}");
            },
            async () => View("Proposal", await Send(new ViewProposal(new KeeperProposalId(id)))));
    }

    private void MustModerate()
    {
        if (current.Viewer?.May(Permission.ModerateAssets) != true)
        {
            throw new NotAllowedException("Your role does not include this. A coordinator decides about what keepers change.");
        }
    }
}

public enum UpkeepAnswer
{
    StillRight,
    Closed,
}

/// <summary>A keeper's link with the ways to send it.</summary>
public sealed class AskKeeperPage(MadeKeeperLink made, string address)
{
    public MadeKeeperLink Made => made;

    public string Address => address;

    public string Words => $"Hello{(made.LookedAfterBy is { } keeper ? " " + keeper : "")}, is what we tell people about {made.Name} still right? Please have a look, it takes a minute: {address} This link is for you alone and works once, until {UkText.Date(UkTime.DateOf(made.ExpiresAt))}. {made.Programme}";

    public string Sms => $"sms:{new string([.. (made.Phone ?? "").Where(c => char.IsAsciiDigit(c) || c == '+')])}?&body={Uri.EscapeDataString(Words)}";

    public string Mail => $"mailto:{Uri.EscapeDataString(made.Email ?? "").Replace("%40", "@", StringComparison.Ordinal)}?subject={Uri.EscapeDataString($"Is this still right? {made.Name}")}&body={Uri.EscapeDataString(Words)}";
}
