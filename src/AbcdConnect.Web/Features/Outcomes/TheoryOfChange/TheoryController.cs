using AbcdConnect.Application.Access;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Application.Outcomes.Measures;
using AbcdConnect.Application.Outcomes.TheoryOfChange;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes.TheoryOfChange;
using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Features.Shared.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Outcomes.TheoryOfChange;

/// <summary>The theory of change: looked at by many, changed by few, edition by edition.</summary>
[Route("theory")]
public sealed class TheoryController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View("Theory", await Send(new SeeTheory()));

    [HttpPost("")]
    [Needs(Permission.ChangeTheory)]
    public async Task<IActionResult> Begin(string template)
    {
        await Send(new BeginTheory(template ?? ""));
        Saved("It is yours now, as a draft. Change what is not so here, then adopt it.");
        return Redirect($"/theory/{Uri.EscapeDataString(template ?? "")}?edition=0");
    }

    [HttpGet("{key}")]
    public async Task<IActionResult> Show(string key, int? edition) => View("Theory", await Send(new SeeTheory(key, edition)));

    [HttpPost("{key}/adopt")]
    [Needs(Permission.ChangeTheory)]
    public Task<IActionResult> Adopt(string key, string? why, long version) => Submit(
        () => Send(new AdoptTheory(key, why, version)),
        () =>
        {
            Saved("This edition holds from today. Those before it can still be read.");
            return Redirect($"/theory/{Uri.EscapeDataString(key)}");
        },
        () => Show(key, 0));

    [HttpGet("{key}/new")]
    [Needs(Permission.ChangeTheory)]
    public async Task<IActionResult> New(string key)
    {
        var seen = await Newest(key);
        return await Form(seen, null, new NodeForm { Layer = TheoryLayer.Outcomes, Version = VersionOf(seen) });
    }

    [HttpPost("{key}/new")]
    [Needs(Permission.ChangeTheory)]
    public Task<IActionResult> New(string key, NodeForm form) => Submit(
        () => Send(form.ToRequest(key, "")),
        () => Changed(key, "It is in the draft."),
        () => Again(key, null, form));

    [HttpGet("{key}/{node}")]
    public async Task<IActionResult> Node(string key, string node, int? edition) => View("Node", await Send(new OpenTheoryNode(key, node, edition)));

    [HttpGet("{key}/{node}/change")]
    [Needs(Permission.ChangeTheory)]
    public async Task<IActionResult> Change(string key, string node)
    {
        var seen = await Newest(key);
        return await Form(seen, node, NodeForm.Of(seen.Content.Node(node) ?? throw new NotFoundException("part of the theory of change"), VersionOf(seen)));
    }

    [HttpPost("{key}/{node}/change")]
    [Needs(Permission.ChangeTheory)]
    public Task<IActionResult> Change(string key, string node, NodeForm form) => Submit(
        () => Send(form.ToRequest(key, node)),
        () => Changed(key, "It is changed in the draft."),
        () => Again(key, node, form));

    [HttpPost("{key}/{node}/take-out")]
    [Needs(Permission.ChangeTheory)]
    public Task<IActionResult> TakeOut(string key, string node, long version) => Submit(
        () => Send(new ChangeTheory(key, new TakeNode(node), version)),
        () => Changed(key, "It is out of the draft, with its links."),
        () => Node(key, node, null));

    [HttpPost("{key}/{node}/links")]
    [Needs(Permission.ChangeTheory)]
    public Task<IActionResult> Link(string key, string node, LinkForm form) => Submit(
        () => Send(new ChangeTheory(key, new PutLink(new TheoryLink(node, form.To ?? "", form.Strength, form.Evidence)), form.Version)),
        () => Linked(key, node),
        () => Node(key, node, form.Version > 0 ? 0 : null));

    [HttpPost("{key}/{node}/links/take-out")]
    [Needs(Permission.ChangeTheory)]
    public Task<IActionResult> Unlink(string key, string node, LinkForm form) => Submit(
        () => Send(new ChangeTheory(key, new TakeLink(node, form.To ?? ""), form.Version)),
        () => Linked(key, node),
        () => Node(key, node, form.Version > 0 ? 0 : null));

    private RedirectResult Changed(string key, string words)
    {
        Saved(words);
        return Redirect($"/theory/{Uri.EscapeDataString(key)}?edition=0");
    }

    private RedirectResult Linked(string key, string node)
    {
        Saved("The link is changed in the draft.");
        return Redirect($"/theory/{Uri.EscapeDataString(key)}/{Uri.EscapeDataString(node)}?edition=0");
    }

    // The draft where there is one, else what a draft would begin from.
    private async Task<TheoryShown> Newest(string key)
    {
        var seen = (await Send(new SeeTheory(key))).Shown!;
        return seen.HasDraft ? (await Send(new SeeTheory(key, 0))).Shown! : seen;
    }

    private static long VersionOf(TheoryShown seen) => seen.IsDraft ? seen.Version : 0;

    private async Task<IActionResult> Again(string key, string? node, NodeForm form)
    {
        var seen = await Newest(key);
        form.Version = VersionOf(seen);
        return await Form(seen, node, form);
    }

    private async Task<IActionResult> Form(TheoryShown seen, string? node, NodeForm form)
    {
        var stored = node is null || seen.Content.Node(node) is not { } known ? null : NodeForm.Of(known, VersionOf(seen));
        var measures = await Send(new ListMeasures());
        return FormView("NodeForm", new NodePage(
            seen.Content.Key,
            seen.Content.Title,
            node,
            [.. MetricDefinitions.All.Select(m => new Choice(m.Title, m.Name))],
            [.. measures.Measures.Where(m => m.IsAsked).SelectMany(m => m.Newest.Scores.Select(s => new Choice($"{m.Newest.Label}: {s.Title}", $"{m.Newest.Code}/{s.Key}")))],
            form)
        {
            Conflict = stored is null ? null : ConflictOf(stored, form),
        });
    }
}
