using System.Security.Cryptography;
using System.Text;
using AbcdConnect.Application.Feeds;
using AbcdConnect.Application.Reports;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Web.Features.OpenReferral;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace AbcdConnect.Web.Features.Feeds;

/// <summary>What is on near somebody, for anybody, where the programme shares: pages that are the same for everybody, and a booklet.</summary>
[Route("whats-on")]
[AllowAnonymous]
[OpenData(AsPages = true, MembersToo = true)]
[EnableRateLimiting(OpenDataSetup.Name)]
public sealed class WhatsOnController(IMediator mediator, IServiceProvider services) : AbcdController(mediator)
{
    private const string Html = "text/html; charset=utf-8";

    [HttpGet]
    public async Task<IActionResult> Index(string? near)
    {
        if (string.IsNullOrWhiteSpace(near))
        {
            return await Kept("whats-on", async () => ("WhatsOnIndex", await Send(new ListWhatsOn())));
        }

        var places = await Send(new ListWhatsOn(near));
        // What somebody typed is in no answer that is kept.
        Response.Headers.CacheControl = "no-store";
        return places.Here is { } here ? Redirect($"/whats-on/{here}") : Content(await Page("WhatsOnIndex", places), Html);
    }

    [HttpGet("{id:long}")]
    public Task<IActionResult> Neighbourhood(long id) => Kept($"whats-on {id}", async () => ("WhatsOn", await Send(new SeeWhatsOn(new NeighbourhoodId(id)))));

    [HttpGet("/whats-on/{id:long}.pdf")]
    public async Task<IActionResult> Booklet(long id)
    {
        var whatsOn = await Send(new SeeWhatsOn(new NeighbourhoodId(id)));
        var answer = await services.GetRequiredService<Booklets>().Of(whatsOn, $"{Request.Scheme}://{Request.Host}/whats-on/{id}", HttpContext.RequestAborted);
        if (answer is not BookletPrinted booklet)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = "60";
            return Content(await Page("WhatsOnNoBooklet", whatsOn), Html);
        }

        Response.Headers.CacheControl = "public, max-age=600";
        return File(booklet.Bytes, "application/pdf", $"whats-on-{id}.pdf", lastModified: null, new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{booklet.Hash}\""));
    }

    private async Task<IActionResult> Kept(string question, Func<Task<(string View, object Model)>> read) =>
        new KeptResult(await services.GetRequiredService<KeptAnswers>().Of(HttpContext.Features.Get<SharedBy>()!.Stamped(question), Html, async body =>
        {
            var (view, model) = await read();
            await body.WriteAsync(Encoding.UTF8.GetBytes(await Page(view, model)), HttpContext.RequestAborted);
        }));

    private Task<string> Page(string view, object model) => services.GetRequiredService<PageText>().Of($"/Features/Feeds/{view}.cshtml", model, Request);
}

internal abstract record BookletAnswer;

internal sealed record BookletPrinted(byte[] Bytes, string Hash) : BookletAnswer;

/// <summary>It cannot be printed now: there is no browser here, it took too long, or too many are waiting.</summary>
internal sealed record NoBooklet : BookletAnswer;

/// <summary>Booklets as they were printed, until a word in them changes: anybody may ask for one, so each is printed once.</summary>
internal sealed class Booklets(IServiceScopeFactory scopes, Reports.ReportStyle style) : IDisposable
{
    private const int MostKept = 50;
    private const int MostWaiting = 4;

    private readonly Lock turn = new();
    private readonly Dictionary<string, byte[]> kept = new(StringComparer.Ordinal);
    private readonly Queue<string> oldest = new();
    private readonly SemaphoreSlim one = new(1);
    private int waiting;

    public async Task<BookletAnswer> Of(WhatsOn whatsOn, string address, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        // The day it was read is not what it says: the same words are the same booklet until they change.
        var words = string.Concat(whatsOn.Activities.SelectMany(a => new[] { a.Name, a.Words, a.Where }).Concat(whatsOn.Places.SelectMany(p => new[] { p.Name, p.Words, p.Where, p.OpeningTimes, p.Cost, p.Access }))) + whatsOn.Programme + whatsOn.Neighbourhood;
        var html = await scope.ServiceProvider.GetRequiredService<PageText>().Of("/Features/Feeds/Booklet.cshtml", new BookletModel(whatsOn, address, style.For(words)), null);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)))[..32];
        if (Known(hash) is { } before)
        {
            return new BookletPrinted(before, hash);
        }

        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            return new NoBooklet();
        }

        try
        {
            await one.WaitAsync(token);
            try
            {
                if (Known(hash) is { } meanwhile)
                {
                    return new BookletPrinted(meanwhile, hash);
                }

                var dated = new DateTimeOffset(whatsOn.On.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
                if (await scope.ServiceProvider.GetRequiredService<IPdfPrinter>().Print(html, new PdfPrintOptions(dated), token) is not PdfPrinted printed)
                {
                    return new NoBooklet();
                }

                Keep(hash, printed.Bytes);
                return new BookletPrinted(printed.Bytes, hash);
            }
            finally
            {
                one.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    public void Dispose() => one.Dispose();

    private byte[]? Known(string hash)
    {
        lock (turn)
        {
            return kept.GetValueOrDefault(hash);
        }
    }

    private void Keep(string hash, byte[] bytes)
    {
        lock (turn)
        {
            kept[hash] = bytes;
            oldest.Enqueue(hash);
            if (oldest.Count > MostKept)
            {
                kept.Remove(oldest.Dequeue());
            }
        }
    }
}

/// <param name="Address">Where the same stands on the web.</param>
/// <param name="Css">Styles, with the typefaces it needs.</param>
public sealed record BookletModel(WhatsOn WhatsOn, string Address, string Css);
