using AbcdConnect.Application.Access;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.People;

/// <summary>The people of the programme: find them, add them, read their story.</summary>
public sealed class PeopleController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("people")]
    public async Task<IActionResult> People(PeopleFilter filter) =>
        View("People", new PeoplePage(filter, await Send(filter.ToRequest()), await Send(new ListChoicesForPeople())));

    [HttpGet("people.csv")]
    public async Task<IActionResult> PeopleCsv(PeopleFilter filter) => CsvFile.Of(
        "people",
        (await Send(filter.ToRequest(all: true))).Items,
        ("Number", p => p.Id.Value),
        ("First name", p => p.FirstName),
        ("Known as", p => p.KnownAs),
        ("Last name", p => p.LastName),
        ("Neighbourhood", p => p.Neighbourhood),
        ("Connector", p => p.IsConnector),
        ("Added on", p => p.AddedOn));

    [HttpGet("people/suggest")]
    public async Task<IActionResult> Suggest(string? q) =>
        Json((await Send(new SuggestPeople(q))).Select(p => new { id = p.Id.Value, label = p.Name, detail = p.Neighbourhood ?? "" }));

    [HttpGet("people/new")]
    public async Task<IActionResult> Meet()
    {
        var choices = await Send(new OpenPersonForm());
        // A worker of one neighbourhood meets people there.
        var form = new PersonForm { NeighbourhoodId = choices.Neighbourhoods is [var only] ? only.Id.Value : null };
        return View("New", new PersonFormPage(form, choices, []));
    }

    /// <param name="existing">"That's them": the number of the person they are.</param>
    [HttpPost("people/new")]
    public async Task<IActionResult> Meet(PersonForm form, long? existing)
    {
        if (existing is { } number)
        {
            return await ThatsThem(form, number);
        }

        if (ModelState.IsValid && !form.SomebodyElse && !string.IsNullOrWhiteSpace(form.FirstName)
            && await Send(new LikelyPeople(form.ToDetails())) is { Count: > 0 } likely && likely.Any(l => !form.Seen.Contains(l.Id.Value)))
        {
            return View("New", new PersonFormPage(form, await Send(new OpenPersonForm()), likely));
        }

        return await Submit(
            () => Send(form.ToRequest()),
            id =>
            {
                Saved($"{form.FirstName!.Trim()} has been added. What do they bring?");
                return Redirect($"/people/{id}");
            },
            async () => View("New", new PersonFormPage(form, await Send(new OpenPersonForm()), [])));
    }

    /// <summary>Those they may be, while somebody types: a part of the page, or nothing. Posted, so that no name is in an address.</summary>
    [HttpPost("people/likely")]
    [Needs(Permission.ChangePeople)]
    public async Task<IActionResult> Likely(PersonForm form)
    {
        var likely = string.IsNullOrWhiteSpace(form.FirstName) ? [] : await Send(new LikelyPeople(form.ToDetails()));
        return likely.Count == 0 ? NoContent() : PartialView("_Likely", likely);
    }

    [HttpGet("people/{id:long}")]
    public async Task<IActionResult> Person(long id, int page = 1, string? sort = null)
    {
        var oldestFirst = sort == "when";
        return await Send(new TellPersonsStory(new PersonId(id), page, oldestFirst)) switch
        {
            PersonMovedTo moved => RedirectPermanent($"/people/{moved.Id}"),
            PersonsStory story => View("Person", new PersonPage(story, oldestFirst)),
            _ => throw new NotFoundException("person"),
        };
    }

    [HttpGet("people/{id:long}/change")]
    public async Task<IActionResult> Change(long id)
    {
        var choices = await Send(new OpenPersonForm());
        var person = await Story(id);
        return View("Change", new PersonFormPage(PersonForm.Of(person.Details, person.Version), choices, [], id));
    }

    [HttpPost("people/{id:long}/change")]
    public Task<IActionResult> Change(long id, PersonForm form) => Submit(
        () => Send(form.ToRequest(id)),
        () =>
        {
            Saved("Saved.");
            return Redirect($"/people/{id}");
        },
        async () =>
        {
            var choices = await Send(new OpenPersonForm());
            if (!ViewData.ContainsKey(Overtaken))
            {
                return View("Change", new PersonFormPage(form, choices, [], id));
            }

            var now = await Story(id);
            var theirs = PersonForm.Of(now.Details, now.Version);
            form.Version = now.Version;
            return View("Change", new PersonFormPage(form, choices, [], id, ConflictOf(theirs, form)?.Named("Neighbourhood", NeighbourhoodChoices.Of(choices))));
        });

    [HttpPost("people/{id:long}/data-protection")]
    public async Task<IActionResult> Ask(long id, DataProtectionRight right)
    {
        await Send(new AskForDataProtection(new PersonId(id), right));
        Saved("Written down for your administrator, who has a month to do it.");
        return Redirect($"/people/{id}");
    }

    private async Task<IActionResult> ThatsThem(PersonForm typed, long number)
    {
        var choices = await Send(new OpenPersonForm());
        var person = await Story(number);
        var known = PersonForm.Of(person.Details, person.Version);
        var joined = PersonForm.Joined(known, typed);
        if (joined.ToDetails() == known.ToDetails())
        {
            return Redirect($"/people/{number}");
        }

        // What was typed and not known before stands in the boxes, to be saved or not.
        ModelState.Clear();
        return View("Change", new PersonFormPage(joined, choices, [], number, Joined: true));
    }

    private async Task<PersonsStory> Story(long id) =>
        await Send(new TellPersonsStory(new PersonId(id))) as PersonsStory ?? throw new NotFoundException("person");
}
