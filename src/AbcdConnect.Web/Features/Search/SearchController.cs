using AbcdConnect.Application.Search;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Search;

/// <summary>One box for everything.</summary>
public sealed class SearchController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("search")]
    public async Task<IActionResult> Search(string? q) => View("Search", await Send(new SearchEverything(q)));
}
