using AbcdConnect.Application.Access;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.Meetings.Room;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Meetings.Room;
using AbcdConnect.Domain.People;
using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Features.Shared.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Meetings.Room;

/// <summary>A person talked about at a meeting: with whom, and on what basis.</summary>
[Route("meetings/{id:long}/room/people")]
[Needs(Permission.RunMeetings)]
public sealed class DiscussionsController(IMediator mediator, RoomNews news) : AbcdController(mediator)
{
    [HttpGet("new")]
    public Task<IActionResult> Name(long id, long? person)
    {
        ModelState.Clear();
        return NameView(id, new PersonDiscussedForm { PersonId = person }, []);
    }

    [HttpPost("new")]
    public async Task<IActionResult> Name(long id, PersonDiscussedForm form)
    {
        var found = await LookUp(form);
        SharingNeeded? needed = null;
        DiscussionId named = default;
        var shown = await Submit(
            () => Send(new NamePersonToDiscuss(new MeetingId(id), form.PersonId is { } person ? new PersonId(person) : null, form.Why)),
            answer =>
            {
                needed = answer as SharingNeeded;
                named = (answer as MayDiscuss)?.Id ?? default;
                return Redirect($"/meetings/{id}/room/people/{named}");
            },
            () => NameView(id, form, found));
        if (needed is null)
        {
            await Tell(id);
            return shown;
        }

        ViewData["Needed"] = needed;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await NameView(id, form, found);
    }

    [HttpGet("{discussion:long}")]
    public async Task<IActionResult> See(long id, long discussion)
    {
        var seen = await Find(id, discussion);
        return FormView("Discussion", new DiscussionPage(seen, DiscussionForm.Of(seen)));
    }

    [HttpPost("{discussion:long}")]
    public Task<IActionResult> Write(long id, long discussion, DiscussionForm form) => Submit(
        async () =>
        {
            await Find(id, discussion);
            await Send(new WriteDiscussion(new DiscussionId(discussion), form.Shared, form.Close, form.Version));
            await Tell(id);
        },
        () =>
        {
            Saved(form.Close ? "Closed. It stands on their own page, with who heard it." : "Written down, apart from the minutes.");
            return Redirect(form.Close ? $"/meetings/{id}/room#discussions" : $"/meetings/{id}/room/people/{discussion}");
        },
        async () =>
        {
            var seen = await Find(id, discussion);
            var stored = DiscussionForm.Of(seen);
            form.Version = stored.Version;
            return FormView("Discussion", new DiscussionPage(seen, form) { Conflict = ConflictOf(stored, form) });
        });

    [HttpPost("{discussion:long}/open")]
    public async Task<IActionResult> Begin(long id, long discussion)
    {
        await Find(id, discussion);
        return await Submit(
            async () =>
            {
                // Where somebody has to be asked first, the page that is shown next says whom.
                await Send(new OpenDiscussion(new DiscussionId(discussion)));
                await Tell(id);
            },
            () => Redirect($"/meetings/{id}/room/people/{discussion}"),
            () => See(id, discussion));
    }

    [HttpPost("{discussion:long}/drop")]
    public async Task<IActionResult> Drop(long id, long discussion)
    {
        await Find(id, discussion);
        await Send(new DropDiscussion(new DiscussionId(discussion)));
        await Tell(id);
        Saved("They are off the list. Nothing was shared.");
        return Redirect($"/meetings/{id}/room#discussions");
    }

    private Task Tell(long id) => news.Changed(new MeetingId(id), RoomPart.Discussions, HttpContext.RequestAborted);

    private async Task<DiscussionView> Find(long id, long discussion)
    {
        var seen = await Send(new SeeDiscussion(new DiscussionId(discussion)));
        return seen.MeetingId == new MeetingId(id) ? seen : throw new Domain.Common.NotFoundException("discussion");
    }

    private async Task<IActionResult> NameView(long id, PersonDiscussedForm form, IReadOnlyList<SuggestedPerson> found)
    {
        var meeting = await Send(new SeeMeeting(new MeetingId(id)));
        List<Choice> chosen = [.. found.Select(f => new Choice(f.Neighbourhood is null ? f.Name : $"{f.Name}, {f.Neighbourhood}", f.Id.Value))];
        if (chosen.Count == 0 && form.PersonId is { } person && await Send(new TellPersonsStory(new PersonId(person))) is PersonsStory story)
        {
            chosen.Add(new Choice(story.FullName, person));
        }

        return FormView("NamePerson", new NamePersonPage(meeting, form, chosen, ViewData["Needed"] as SharingNeeded));
    }

    /// <summary>Without script a person arrives as a name: one of that name is meant, several are asked about.</summary>
    private async Task<IReadOnlyList<SuggestedPerson>> LookUp(PersonDiscussedForm form)
    {
        if (form.PersonId is not null || string.IsNullOrWhiteSpace(form.PersonName))
        {
            return [];
        }

        var found = await Send(new SuggestPeople(form.PersonName));
        if (found.Count == 1)
        {
            form.PersonId = found[0].Id.Value;
            return [];
        }

        ModelState.AddModelError(nameof(form.PersonId), found.Count == 0 ? "Nobody is called that. Try another spelling" : "Choose which of these it is");
        return found;
    }
}

internal sealed record NamePersonPage(MeetingView Meeting, PersonDiscussedForm Form, IReadOnlyList<Choice> Chosen, SharingNeeded? Needed) : FormPage<PersonDiscussedForm>(Form);

internal sealed record DiscussionPage(DiscussionView Discussion, DiscussionForm Form) : FormPage<DiscussionForm>(Form);

/// <summary>Who has to be asked about first.</summary>
internal sealed record NotBefore(long Person, string FirstName, IReadOnlyList<MissingAgency> Missing, IReadOnlyList<string> Guests);
