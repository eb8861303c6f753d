using AbcdConnect.Application.Access;
using AbcdConnect.Application.Outcomes.Stories;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Outcomes.Stories;

/// <summary>Panels choose the most significant stories, round by round, and say why.</summary>
[Route("stories/rounds")]
[Needs(Permission.PublishReports)]
public sealed class StoryRoundsController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View("Rounds", await Send(new SeeStoryRounds()));

    [HttpPost("")]
    public Task<IActionResult> Open(string? question, string? panel, List<long> stories) => Submit(
        () => Send(new OpenStoryRound(question ?? "", panel, stories.ConvertAll(StoryId.From))),
        id => Redirect($"/stories/rounds/{id}"),
        Index);

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Show(long id) => View("Round", await Send(new SeeStoryRound(StoryRoundId.From(id))));

    [HttpPost("{id:long}/choose")]
    public Task<IActionResult> Choose(long id, long story, bool chosen, string? why) => Submit(
        () => Send(new ChooseStory(StoryRoundId.From(id), StoryId.From(story), chosen, why ?? "")),
        () =>
        {
            Saved(chosen ? "Chosen, with the reason." : "Not chosen, with the reason.");
            return Redirect($"/stories/rounds/{id}");
        },
        () => Show(id));

    [HttpPost("{id:long}/close")]
    public Task<IActionResult> Close(long id, string? learnt) => Submit(
        () => Send(new CloseStoryRound(StoryRoundId.From(id), learnt)),
        () =>
        {
            Saved("The round is closed. What was chosen comes first in reports.");
            return Redirect($"/stories/rounds/{id}");
        },
        () => Show(id));
}
