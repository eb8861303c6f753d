using AbcdConnect.Domain.Common;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Web.Features.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Net.Http.Headers;

namespace AbcdConnect.Web.Features.Shared;

/// <summary>Every answer that is not what was asked for: calm, plain, with what to do next. Reads nothing from the database, so
/// that it can be shown when there is none.</summary>
internal sealed class ProblemPages(IModelMetadataProvider metadata, IActionResultExecutor<ViewResult> views, KeptWordsKeeper keeper)
{
    /// <summary>What to say. Never the words of an exception that is not meant for readers.</summary>
    public static ProblemPage Describe(int status, Exception? exception, string reference) => (status, exception) switch
    {
        (_, not null) when DatabaseTroubles.Of(exception) is { } trouble => OfDatabase(trouble, reference),
        (400, _) => new("This could not be read", "What your browser sent was not complete, or the page had been open for a very long time.", "Go back, load the page again, and try once more. If you had typed something long, copy it first."),
        (403, NotAllowedException no) => new("This is not open to you", no.Message, "What is open to you starts on the first page."),
        (403, _) => new("This is not open to you", "Your role does not include this page.", "If your work needs it, ask your programme's administrator."),
        (404, NotFoundException no) => new("We could not find that", no.Message, "Check the address, or look for it from the first page."),
        (404, _) => new("We could not find that page", "There is nothing at this address. It may have moved, or the address may have a slip in it.", "Check the address, or start from the first page."),
        (405, _) => new("This page cannot be opened like that", "The address belongs to a button, not to a page.", "Start from the first page and use the button there."),
        (409, _) => new("Somebody else changed this while you were typing", "Nothing of theirs was overwritten, and yours was not saved.", "Open it again to see what they wrote, and add yours."),
        (413, _) => new("That is too much for one go", "What you sent is bigger than we can take in one form, so nothing was saved.", "Go back: most browsers still have what you typed. Copy it into a note, and send less at a time, or a smaller picture: a text box takes up to 100,000 letters, about forty pages. Something longer is better kept as a document of its own."),
        (415, _) => new("This could not be read", "What was sent is of a kind that this page does not take.", "Go back and use the form on the page."),
        (422, DomainRuleException rule) => new("This cannot be saved as it is", rule.Message, "Go back, put it right, and save again."),
        (422, FluentValidation.ValidationException wrong) => new("This cannot be saved as it is", string.Join(". ", wrong.Errors.Select(e => e.ErrorMessage).Distinct()) + ".", "Go back, put it right, and save again."),
        (422, _) => new("This cannot be saved as it is", "Something in it does not fit.", "Go back, put it right, and save again."),
        (429, _) => new("Too many tries", "There have been many tries from where you are in a short time, so we are slowing down.", "Wait five minutes and try again. Nothing else is wrong."),
        (503, _) => new("We are not ready just now", "AbcdConnect is starting or being looked after.", "Try again in a few minutes."),
        _ => new("Something went wrong on our side", "It is not your doing, and we have written down what happened.", $"Try once more. If it happens again, tell your administrator this reference: {reference}"),
    };

    /// <summary>Writes the page as the answer, where nothing has been sent yet.</summary>
    public async Task WriteAsync(HttpContext http, int status, Exception? exception)
    {
        if (http.Response.HasStarted)
        {
            return;
        }

        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        if (status >= 500)
        {
            // The frame asks nothing of the database for nobody.
            http.User = new();
        }

        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = "30";
        }

        var page = Describe(status, exception, http.TraceIdentifier) with { ReturnUrl = CameFrom(http.Request) };
        if (await Typed(http.Request) is { } typed)
        {
            page = page with { Kept = typed, CanTryAgain = status is StatusCodes.Status429TooManyRequests or >= 500, Seal = http.Request.Form["__RequestVerificationToken"] };
        }

        var result = new ViewResult
        {
            ViewName = "/Features/Shared/Problem.cshtml",
            StatusCode = status,
            ViewData = new ViewDataDictionary<ProblemPage>(metadata, new ModelStateDictionary()) { Model = page },
        };
        await views.ExecuteAsync(new ActionContext(http, http.GetRouteData() ?? new RouteData(), new ActionDescriptor()), result);
    }

    public static int StatusOf(Exception exception) => exception switch
    {
        _ when DatabaseTroubles.Of(exception) is not null => StatusCodes.Status503ServiceUnavailable,
        BadHttpRequestException bad => bad.StatusCode,
        NotFoundException => StatusCodes.Status404NotFound,
        NotAllowedException => StatusCodes.Status403Forbidden,
        OvertakenException => StatusCodes.Status409Conflict,
        DomainRuleException or FluentValidation.ValidationException => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>A person who asked for a page; a script that asked for data only wants the number.</summary>
    public static bool WantsPage(HttpRequest request)
    {
        var accept = request.GetTypedHeaders().Accept;
        return accept.Count == 0 || accept.Any(a => a.MatchesMediaType("text/html") && a.Quality is not 0) || !accept.Any(a => a.IsSubsetOf(new MediaTypeHeaderValue("application/json")));
    }

    // The page with the form or the button, where the browser says it was one of ours.
    private static string? CameFrom(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.GetTypedHeaders().Referer is { IsAbsoluteUri: true } from && from.Authority == request.Host.Value ? from.PathAndQuery : null;

    // Bigger than we take, cut short: there is nothing whole to give back.
    private async Task<KeptWords?> Typed(HttpRequest request)
    {
        try
        {
            return await keeper.ReadAsync(request, null);
        }
        catch (Exception broken) when (broken is BadHttpRequestException or InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static ProblemPage OfDatabase(DatabaseTrouble trouble, string reference) => trouble switch
    {
        DatabaseTrouble.Busy => new("Many people are saving just now", "Yours had to wait too long and was not saved.", "Try again in a moment."),
        DatabaseTrouble.Full => new("The disk is full", "Nothing more can be saved until there is room, and what you sent was not saved. What was saved before is safe.", $"Keep what you typed, by copying it into a note, and tell your administrator: the disk with the database is full. Reference: {reference}"),
        DatabaseTrouble.Missing => new("The database cannot be reached", "AbcdConnect is running, but its database is not where it should be or does not answer. What you sent was not saved.", $"Try again in a few minutes. If it stays like this, tell your administrator: the database cannot be opened. Reference: {reference}"),
        DatabaseTrouble.NotUpToDate => new("AbcdConnect is being brought up to date", "The database is not ready for this version yet. What you sent was not saved.", $"Try again in a few minutes. If it stays like this, tell your administrator to run “abcd migrate”. Reference: {reference}"),
        _ => new("The database cannot be written", "What you sent was not saved. What was saved before is kept.", $"Tell your administrator: the database's file or disk cannot be read or written. Reference: {reference}"),
    };
}
