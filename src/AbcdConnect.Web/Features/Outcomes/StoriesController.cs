using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Outcomes;
using AbcdConnect.Application.Outcomes.Stories.Pictures;
using AbcdConnect.Application.Outcomes.TheoryOfChange;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.Outcomes.TheoryOfChange;
using AbcdConnect.Domain.People;
using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Features.Shared.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Outcomes;

public sealed class StoriesController(IMediator mediator, TimeProvider clock) : AbcdController(mediator)
{
    [HttpGet("stories")]
    public async Task<IActionResult> Index(string? sort, string? language, bool? usable, int page = 1) =>
        View("Stories", new StoriesPage(await Send(new ListStories(new ListRequest(null, sort, page), null, language, usable)), language, usable));

    [HttpGet("stories.csv")]
    public async Task<IActionResult> Csv(string? sort, string? language, bool? usable) => CsvFile.Of(
        "stories",
        (await Send(new ListStories(new ListRequest(null, sort) { All = true }, null, language, usable))).Items,
        ("Title", s => s.Title),
        ("Language", s => StoryLanguages.NameOf(s.Language)),
        ("Told on", s => s.ToldOn),
        ("Teller", s => s.Teller),
        ("Neighbourhood", s => s.Neighbourhood),
        ("Speaks of", s => s.Outcome),
        ("May be used", s => s.IsUsable),
        ("Consent until", s => s.ConsentUntil),
        ("Withdrawn on", s => s.WithdrawnOn));

    [HttpGet("stories/new")]
    [Needs(Permission.ChangePeople)]
    public async Task<IActionResult> Tell(long person, long? conversation) =>
        FormView("StoryForm", new StoryPage(await Begin(person), null, new StoryForm { Language = "en-GB", ToldOn = clock.Today(), Conversation = conversation, Uses = ["Reports", "Place"] }) { Outcomes = await Outcomes() });

    [HttpPost("stories/new")]
    [Needs(Permission.ChangePeople)]
    public async Task<IActionResult> Tell(long person, StoryForm form)
    {
        var hopes = await Outcomes();
        return await Submit(
            () => Send(form.ToRequest(new PersonId(person))),
            answer =>
            {
                if (answer is not StoryTold told)
                {
                    // The page says whose consent is missing, and keeps the story until it is given.
                    Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                    var needed = (StoryConsentNeeded)answer;
                    return FormView("StoryForm", new StoryPage(new StoryBeginning(needed.Person, needed.FirstName, false, null), null, form) { Outcomes = hopes });
                }

                Saved("The story is kept.");
                return Redirect($"/stories/{told.Id}");
            },
            async () => FormView("StoryForm", new StoryPage(await Begin(person), null, form) { Outcomes = hopes }));
    }

    [HttpGet("stories/{id:long}")]
    public async Task<IActionResult> Show(long id) => View("Story", await See(id));

    [HttpGet("stories/{id:long}/change")]
    [Needs(Permission.ChangePeople)]
    public async Task<IActionResult> Change(long id)
    {
        var story = await See(id);
        return FormView("StoryForm", new StoryPage(null, story, StoryForm.Of(story)) { Outcomes = await Outcomes() });
    }

    [HttpPost("stories/{id:long}/change")]
    [Needs(Permission.ChangePeople)]
    public Task<IActionResult> Change(long id, StoryForm form) => Submit(
        () => Send(form.ToRequest(new StoryId(id))),
        () =>
        {
            Saved("The story is changed.");
            return Redirect($"/stories/{id}");
        },
        async () =>
        {
            var story = await See(id);
            var stored = StoryForm.Of(story);
            form.Version = stored.Version;
            return FormView("StoryForm", new StoryPage(null, story, form) { Conflict = ConflictOf(stored, form), Outcomes = await Outcomes() });
        });

    [HttpPost("stories/{id:long}/withdraw")]
    [Needs(Permission.ChangePeople)]
    public async Task<IActionResult> Withdraw(long id)
    {
        await Send(new WithdrawStory(new StoryId(id)));
        Saved("The story is told no more: not in any later report, and not on the web. Where it already went stands below.");
        return Redirect($"/stories/{id}");
    }

    [HttpGet("stories/{id:long}/picture")]
    [KeptByTheBrowser]
    public async Task<IActionResult> Picture(long id)
    {
        var file = await Send(new SeeStoryPicture(new StoryId(id)));
        return this.ShowPicture(file.Content, file.MediaType, file.Hash);
    }

    [HttpPost("stories/{id:long}/picture")]
    [Needs(Permission.ChangePeople)]
    public Task<IActionResult> Picture(long id, StoryPictureForm form) => Submit(
        async () => await Send(await form.ToRequest(new StoryId(id), HttpContext.RequestAborted)),
        () =>
        {
            Saved("The picture stands beside the story.");
            return Redirect($"/stories/{id}");
        },
        async () => View("Story", await See(id)));

    [HttpPost("stories/{id:long}/picture/remove")]
    [Needs(Permission.ChangePeople)]
    public async Task<IActionResult> RemovePicture(long id)
    {
        await Send(new RemoveStoryPicture(new StoryId(id)));
        Saved("The picture is gone, from here and from every page. What was printed cannot be called back.");
        return Redirect($"/stories/{id}");
    }

    private Task<StoryView> See(long id) => Send(new SeeStory(new StoryId(id)));

    // What the programme hopes for, as its theory of change says it now.
    private async Task<IReadOnlyList<Choice>> Outcomes() =>
        (await Send(new SeeTheory())).Shown is { } theory ? [.. theory.Content.Nodes.Where(n => n.Layer == TheoryLayer.Outcomes).Select(n => new Choice(n.Title, n.Key))] : [];

    private Task<StoryBeginning> Begin(long person) => Send(new BeginStory(new PersonId(person)));
}

internal sealed record StoriesPage(Page<StoryRow> List, string? Language, bool? Usable);

internal sealed record StoryPage(StoryBeginning? Teller, StoryView? Story, StoryForm Form) : FormPage<StoryForm>(Form)
{
    /// <summary>The outcomes of the theory of change.</summary>
    public IReadOnlyList<Choice> Outcomes { get; init; } = [];

    public static IEnumerable<Choice> Languages => StoryLanguages.All.Select(l => new Choice(l.Name, l.Tag));
}
