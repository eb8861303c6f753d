using AbcdConnect.Application.Search;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Search;

/// <summary>One box for everything.</summary>
public sealed class SearchController(IMediator mediator) : AbcdController(mediator)
{
    private const int MostWhileTyping = 4;

    [HttpGet("search")]
    public async Task<IActionResult> Search(string? q) => View("Search", await Send(new SearchEverything(q)));

    [HttpGet("search/suggest")]
    public async Task<IActionResult> Suggest(string? q) => Json((await Send(new SearchEverything(q, MostWhileTyping))).Groups.Select(g => new
    {
        kind = SearchWording.Of(g.Kind).Title,
        hits = g.Hits.Select(h => new { href = $"{SearchWording.Of(g.Kind).Path}/{h.Id}", title = h.Title, context = h.Context }),
    }));
}
