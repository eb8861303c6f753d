using AbcdConnect.Application.Assets.Upkeep;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Assets.Upkeep;

/// <summary>Keeping the map true.</summary>
[Route("assets")]
public sealed class UpkeepController(IMediator mediator) : AbcdController(mediator)
{
    [HttpPost("{id:long}/doubt")]
    public async Task<IActionResult> Doubt(long id, DoubtKind kind)
    {
        await Send(new DoubtAsset(new AssetId(id), kind));
        Saved("Thank you. The entry says so until somebody has checked it.");
        return Redirect($"/assets/{id}");
    }
}
