using AbcdConnect.Application.People;
using AbcdConnect.Domain.People;
using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Features.Shared.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace AbcdConnect.Web.Features.People;

/// <summary>What people bring, and what they would like to find.</summary>
public sealed class GiftsController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("gifts")]
    public async Task<IActionResult> Gifts(GiftsFilter filter) =>
        View("Gifts", new GiftsPage(filter, await Send(filter.ToRequest()), await Send(new ListChoicesForPeople())));

    [HttpGet("gifts.csv")]
    public async Task<IActionResult> GiftsCsv(GiftsFilter filter) => CsvFile.Of(
        "gifts",
        (await Send(filter.ToRequest(all: true))).Items,
        ("Person", g => g.Person),
        ("Number", g => g.PersonId.Value),
        ("Neighbourhood", g => g.Neighbourhood),
        ("Gift or ask", g => g.Direction),
        ("Kind", g => g.Kind),
        ("Listed as", g => g.Term),
        ("In their words", g => g.Words),
        ("Heard on", g => g.HeardOn));

    [HttpGet("gifts/suggest")]
    public async Task<IActionResult> Suggest(string? q, GiftKind? kind) =>
        Json((await Send(new SuggestGiftTerms(q, kind))).Select(t => new { id = t.Id.Value, label = t.Name, detail = $"{t.Kind} · {t.Group}", kind = t.Kind.ToString() }));

    /// <summary>What a phone recognises gifts by. With its version in the address it may be kept for good.</summary>
    [HttpGet("gifts/lexicon.json")]
    [SameForEverybody]
    public async Task<IActionResult> Lexicon(string? v)
    {
        var lexicon = await Send(new ReadLexicon());
        Response.Headers.CacheControl = v == lexicon.Hash ? "private, max-age=31536000, immutable" : "private, no-cache";
        Response.Headers.Vary = "Accept-Encoding";
        var compressed = Request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value == "br" && e.Quality is not 0);
        if (compressed)
        {
            Response.Headers.ContentEncoding = "br";
        }

        return File(compressed ? lexicon.Brotli : lexicon.Json, "application/json; charset=utf-8", null, new EntityTagHeaderValue($"\"{lexicon.Hash}{(compressed ? "-br" : "")}\""));
    }

    [HttpGet("people/{id:long}/gifts/new")]
    public async Task<IActionResult> Add(long id, GiftDirection direction = GiftDirection.Gift) => await AddView(id, new GiftForm { Direction = direction });

    [HttpPost("people/{id:long}/gifts/new")]
    public Task<IActionResult> Add(long id, GiftForm form) => Submit(
        () => Send(form.ToRequest(new PersonId(id))),
        _ =>
        {
            Saved(form.Direction == GiftDirection.Gift ? "Their gift is on their page." : "What they would like to find is on their page.");
            return Redirect($"/people/{id}");
        },
        () => AddView(id, form));

    [HttpGet("gifts/{id:long}/change")]
    public async Task<IActionResult> Change(long id)
    {
        var gift = await Send(new ShowGift(new GiftId(id)));
        return View("Gift", new GiftFormPage(GiftForm.Of(gift), gift.PersonId.Value, gift.Person, id, Chosen(gift)));
    }

    [HttpPost("gifts/{id:long}/change")]
    public Task<IActionResult> Change(long id, GiftForm form) => Submit(
        () => Send(form.ToRequest(new GiftId(id))),
        person =>
        {
            Saved("Saved.");
            return Redirect($"/people/{person}");
        },
        async () =>
        {
            var gift = await Send(new ShowGift(new GiftId(id)));
            if (!ViewData.ContainsKey(Overtaken))
            {
                return View("Gift", new GiftFormPage(form, gift.PersonId.Value, gift.Person, id, Chosen(gift)));
            }

            // The day it was heard is not on this form.
            (form.Version, form.On) = (gift.Version, gift.HeardOn);
            var conflict = ConflictOf(GiftForm.Of(gift), form)?.Named("Find a word for it", WordsFor(gift, form));
            return View("Gift", new GiftFormPage(form, gift.PersonId.Value, gift.Person, id, Chosen(gift), conflict));
        });

    [HttpPost("gifts/{id:long}/remove")]
    public async Task<IActionResult> Remove(long id)
    {
        var person = await Send(new RemoveGift(new GiftId(id)));
        Saved("Taken off their page.");
        return Redirect($"/people/{person}");
    }

    private static Choice? Chosen(ShownGift gift) => gift.TermId is { } term ? new Choice(gift.Term ?? "", term.Value) : null;

    private static IEnumerable<Choice> WordsFor(ShownGift gift, GiftForm form) =>
        new[] { Chosen(gift), form.TermId is { } yours ? new Choice(form.TermWords ?? "Another word of the list", yours) : null }.OfType<Choice>();

    private async Task<IActionResult> AddView(long id, GiftForm form)
    {
        await Send(new OpenPersonForm());
        return await Send(new TellPersonsStory(new PersonId(id))) is PersonsStory person
            ? View("Gift", new GiftFormPage(form, id, person.FullName, null, null))
            : NotFound();
    }
}
