using System.Globalization;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Connections;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Connections;

[Route("connections")]
public sealed class ConnectionsController(IMediator mediator, TimeProvider clock) : AbcdController(mediator)
{
    [HttpGet("")]
    public async Task<IActionResult> List(ConnectionFilter filter)
    {
        ViewData["Rows"] = await Send(RequestOf(filter, all: false));
        ViewData["Choices"] = await Send(new ListPlacesAndWorkers());
        return View(filter);
    }

    [HttpGet("/connections.csv")]
    public async Task<IActionResult> Csv(ConnectionFilter filter) => CsvFile.Of(
        "connections",
        (await Send(RequestOf(filter, all: true))).Items,
        ("From", c => c.From.Name),
        ("To", c => c.To.Name),
        ("Kind", c => c.Kind),
        ("Tie", c => c.Tie),
        ("How it came about", c => ConnectionText.Of(c.Origin)),
        ("Began", c => c.BeganOn),
        ("Ended", c => c.EndedOn),
        ("Neighbourhood", c => c.Neighbourhood));

    /// <summary>People and assets as they are typed.</summary>
    [HttpGet("ends")]
    public async Task<IActionResult> EndsLike(string? q) =>
        Json((await Send(new SuggestEnds(q))).Select(e => new { id = Ends.Of(e.End), label = e.End.Name, detail = e.Detail ?? (e.End.Person is null ? "place or group" : null) }));

    [HttpGet("new")]
    [Needs(Permission.ChangeConnections)]
    public Task<IActionResult> New([FromQuery] long? person, [FromQuery] long? asset)
    {
        ModelState.Clear();
        return Form(new ConnectionForm { BeganOn = clock.Today(), From = person is { } somebody ? $"person-{somebody}" : asset is { } place ? $"asset-{place}" : null }, null);
    }

    [HttpPost("new")]
    [Needs(Permission.ChangeConnections)]
    public async Task<IActionResult> Make(ConnectionForm form)
    {
        if (!string.IsNullOrWhiteSpace(form.FromName))
        {
            var found = await Send(new SuggestEnds(form.FromName));
            ViewData["Froms"] = found;
            if (EndsTyped.Settle(ModelState, nameof(form.From), form.From, form.FromName, found) is { } from)
            {
                (form.From, form.FromName) = (from, null);
            }
        }

        if (!string.IsNullOrWhiteSpace(form.ToName))
        {
            var found = await Send(new SuggestEnds(form.ToName));
            ViewData["Tos"] = found;
            if (EndsTyped.Settle(ModelState, nameof(form.To), form.To, form.ToName, found) is { } to)
            {
                (form.To, form.ToName) = (to, null);
            }
        }

        return await Submit(
            () => Send(form.ToMake(clock.Today())),
            id =>
            {
                Saved("Noted. One more thread in the weave.");
                return RedirectToAction(nameof(Open), new { id = id.Value });
            },
            () => Form(form, null));
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Open(long id) => View(await Send(new OpenConnection(ConnectionId.From(id))));

    [HttpGet("{id:long}/change")]
    [Needs(Permission.ChangeConnections)]
    public async Task<IActionResult> Change(long id) => await Form(ConnectionForm.Of(await Send(new OpenConnection(ConnectionId.From(id)))), id);

    [HttpPost("{id:long}/change")]
    [Needs(Permission.ChangeConnections)]
    public Task<IActionResult> Change(long id, ConnectionForm form) => Submit(
        () => Send(form.ToChange(ConnectionId.From(id), clock.Today())),
        () =>
        {
            Saved("Your changes are kept.");
            return RedirectToAction(nameof(Open), new { id });
        },
        () => Form(form, id));

    [HttpPost("{id:long}/end")]
    [Needs(Permission.ChangeConnections)]
    public async Task<IActionResult> End(long id)
    {
        await Send(new EndConnection(ConnectionId.From(id), clock.Today()));
        Saved("Noted: it ended today. If it was another day, change it.");
        return RedirectToAction(nameof(Open), new { id });
    }

    private static ListConnections RequestOf(ConnectionFilter filter, bool all) => new(
        new ListRequest(filter.Q, filter.Sort, filter.Page) { All = all },
        filter.Kind,
        filter.Origin,
        filter.Neighbourhood is { } neighbourhood ? NeighbourhoodId.From(neighbourhood) : null,
        filter.From,
        filter.To,
        filter.Holding);

    private async Task<IActionResult> Form(ConnectionForm form, long? id)
    {
        ViewData["Id"] = id;
        if (id is { } changed)
        {
            var stored = await Send(new OpenConnection(ConnectionId.From(changed)));
            ViewData["Named"] = new EndsNamed(stored.From, stored.To);
            if (ViewData.ContainsKey(Overtaken))
            {
                ViewData["Conflict"] = ConflictOf(ConnectionForm.Of(stored), form);
                form.Version = stored.Version;
            }
        }
        else
        {
            ViewData["Named"] = await Send(new NameEnds(Ends.Read(form.From), Ends.Read(form.To)));
        }

        ViewData["BackTo"] = id is null ? "/connections" : string.Create(CultureInfo.InvariantCulture, $"/connections/{id}");
        return View("Form", form);
    }
}
