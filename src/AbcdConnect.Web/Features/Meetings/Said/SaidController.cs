using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Meetings.Said;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Signposting;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Meetings.Said;

/// <summary>"You said, we did": written by the coordinator, hung on a wall, read by anybody, brought back to those who raised it.</summary>
public sealed class SaidController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("said")]
    [Needs(Permission.SeeAgencies)]
    public async Task<IActionResult> List(string? month, long? neighbourhood) => View("List", await Send(new ListSaid(MonthOf(month), PlaceOf(neighbourhood))));

    /// <summary>One side of A4 for a wall.</summary>
    [HttpGet("said/poster")]
    [Needs(Permission.SeeAgencies)]
    public async Task<IActionResult> Poster(string? month, long? neighbourhood)
    {
        var said = await Send(new ListSaid(MonthOf(month), PlaceOf(neighbourhood)));
        return View("Poster", new PosterPage(said.Where, said.Month, said.Told, said.Code is null ? null : $"{Request.Scheme}://{Request.Host}/you-said/{said.Code}", Query("/said", said.Month, neighbourhood), Query("/said/poster.pdf", said.Month, neighbourhood)));
    }

    [HttpGet("said/poster.pdf")]
    [Needs(Permission.SeeAgencies)]
    public async Task<IActionResult> PosterPdf(string? month, long? neighbourhood)
    {
        var printed = await Send(new PrintPoster(MonthOf(month), PlaceOf(neighbourhood), $"{Request.Scheme}://{Request.Host}"));
        if (printed.Pdf is { } pdf)
        {
            return File(pdf, "application/pdf", $"you-said-we-did-{printed.Month}.pdf");
        }

        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return View("PosterNotPrinted", new PosterNotPrinted(printed.WhyNot!, Query("/said/poster", printed.Month, neighbourhood)));
    }

    [HttpPost("said/page")]
    [Needs(Permission.RunMeetings)]
    public async Task<IActionResult> OfferPage(long neighbourhood, bool on)
    {
        await Send(new OfferSaidPage(new NeighbourhoodId(neighbourhood), on));
        Saved(on ? "Anybody may read it now at the address below." : "Nobody outside can read it any more.");
        return Redirect($"/said?neighbourhood={neighbourhood}");
    }

    [HttpPost("said/{source:long}/told")]
    [Needs(Permission.LogConversation)]
    public async Task<IActionResult> Told(long source, string? back)
    {
        await Send(new TellNews(new SaidSourceId(source)));
        Saved("Good. They know what came of it.");
        return Redirect(Url.IsLocalUrl(back) ? back! : "/");
    }

    [HttpGet("actions/{id:long}/said")]
    [Needs(Permission.RunMeetings)]
    public async Task<IActionResult> Write(long id, [FromQuery] long? place, [FromQuery] string? q)
    {
        var said = await Send(new OpenSaid(new ActionId(id), PlaceOf(place), q));
        return FormView("Write", new SaidPage(said, SaidForm.Of(said), q));
    }

    [HttpPost("actions/{id:long}/said")]
    [Needs(Permission.RunMeetings)]
    public Task<IActionResult> Write(long id, SaidForm form, [FromQuery] string? q) => Submit(
        () => Send(form.ToRequest(new ActionId(id))),
        () =>
        {
            Saved(form.Publish ? "It is on the wall. Whoever raised it stands in the workers' lists, to be told." : "It is kept, for nobody but those at the table yet.");
            return Redirect($"/actions/{id}");
        },
        async () =>
        {
            var said = await Send(new OpenSaid(new ActionId(id), PlaceOf(form.Place), q));
            var stored = SaidForm.Of(said);
            form.Version = stored.Version;
            return FormView("Write", new SaidPage(said, form, q) { Conflict = ConflictOf(stored, form) });
        });

    /// <summary>Anybody's, by the code on the poster.</summary>
    [HttpGet("you-said/{code}")]
    [AllowAnonymous]
    public async Task<IActionResult> Public(string code, string? month)
    {
        var said = await Send(new ReadSaidPage(code, MonthOf(month))) ?? throw new NotFoundException("page");
        return View("Public", new PublicSaidPage(code, said));
    }

    private static string Query(string page, YearMonth month, long? place) => $"{page}?month={month}{(place is { } known ? $"&neighbourhood={known}" : "")}";

    private static YearMonth? MonthOf(string? month) => YearMonth.TryParse(month, out var known) ? known : null;

    private static NeighbourhoodId? PlaceOf(long? id) => id is { } known ? new NeighbourhoodId(known) : null;
}

/// <summary>Two sentences, and what raised them.</summary>
public sealed class SaidForm
{
    [Display(Name = "Whose wall does it go on?")]
    public long? Place { get; set; }

    [Display(Name = "You said")]
    public string? YouSaid { get; set; }

    [Display(Name = "We did")]
    public string? WeDid { get; set; }

    public List<long> Conversations { get; set; } = [];

    public List<long> Signposts { get; set; } = [];

    public List<long> Remove { get; set; } = [];

    [Display(Name = "Was something missing on the map?")]
    public AssetKind? Gap { get; set; }

    [Display(Name = "Everybody who spoke of it raised it")]
    public bool Theme { get; set; }

    [Display(Name = "Put it on the wall")]
    public bool Publish { get; set; }

    public long Version { get; set; }

    public static SaidForm Of(SaidView said) => new()
    {
        Place = said.Place?.Value,
        YouSaid = said.YouSaid.Length == 0 ? null : said.YouSaid,
        WeDid = said.WeDid,
        // What the agenda item came of is what raised it, until somebody says otherwise.
        Theme = said is { Version: SaidView.NotWritten, ThemeHeardIn: > 0 },
        Gap = said.Version == SaidView.NotWritten ? said.Gap : null,
        Publish = said.PublishedOn is not null,
        Version = said.Version,
    };

    public WriteSaid ToRequest(ActionId action) => new(
        action,
        Place is { } place ? new NeighbourhoodId(place) : null,
        YouSaid,
        WeDid,
        [.. Conversations.Select(c => new ConversationId(c))],
        [.. Signposts.Select(s => new SignpostId(s))],
        Gap,
        [.. Remove.Select(r => new SaidSourceId(r))],
        Publish,
        Version,
        Theme);
}

internal sealed record SaidPage(SaidView Said, SaidForm Form, string? Q) : FormPage<SaidForm>(Form);

internal sealed record PosterPage(string Where, YearMonth Month, IReadOnlyList<SaidRow> Told, string? Address, string Back, string Pdf);

internal sealed record PosterNotPrinted(string WhyNot, string Page);

internal sealed record PublicSaidPage(string Code, PublicSaid Said);
