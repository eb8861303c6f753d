using System.Diagnostics;
using AbcdConnect.Infrastructure.Database;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace AbcdConnect.Web.Features.Shared;

/// <summary>The outermost step: notes each request by its route, never by its address or what was sent; turns whatever
/// goes wrong into a page.</summary>
internal sealed partial class Failures(RequestDelegate next, ProblemPages pages, ILogger<Failures> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // They went elsewhere; nobody waits for an answer.
            http.Response.StatusCode = 499;
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            var status = ProblemPages.StatusOf(exception);
            if (status >= 500)
            {
                // Database errors can quote the very values that were being saved: their words are left out, their numbers kept.
                LogFailed(http.TraceIdentifier, Route(http), Chain(exception), exception.StackTrace);
            }

            http.Response.Clear();
            await Answer(http, status, exception);
        }

        if (http.Response is { HasStarted: false, StatusCode: >= 400 and not 499, ContentLength: null, ContentType: null })
        {
            await Answer(http, http.Response.StatusCode, http.Features.Get<Exception>());
        }

        LogAnswered(http.Request.Method, Route(http), http.Response.StatusCode, (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    private static string Route(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-";

    private static string Chain(Exception exception)
    {
        var parts = new List<string>();
        for (var at = exception; at is not null; at = at.InnerException)
        {
            parts.Add(at switch
            {
                SqliteException sqlite => $"{nameof(SqliteException)} {sqlite.SqliteErrorCode}/{sqlite.SqliteExtendedErrorCode}",
                SqlException server => $"{nameof(SqlException)} {server.Number}",
                _ => at.GetType().Name,
            });
        }

        return string.Join(" < ", parts) + (DatabaseTroubles.Of(exception) is { } trouble ? $" ({trouble})" : "");
    }

    private async Task Answer(HttpContext http, int status, Exception? exception)
    {
        if (!ProblemPages.WantsPage(http.Request))
        {
            http.Response.StatusCode = status;
            return;
        }

        try
        {
            await pages.WriteAsync(http, status, exception);
        }
        catch (Exception again) when (!http.Response.HasStarted)
        {
            // The page itself could not be drawn: the same words, without the frame.
            LogFailed(http.TraceIdentifier, "problem page", Chain(again), again.StackTrace);
            var page = ProblemPages.Describe(status, exception, http.TraceIdentifier);
            http.Response.Clear();
            http.Response.StatusCode = status;
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync($"{page.Title}\n\n{page.What}\n{page.WhatToDo}\n");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Reference} {Route} failed: {Chain}\n{Where}")]
    private partial void LogFailed(string reference, string route, string chain, string? where);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} {Milliseconds} ms")]
    private partial void LogAnswered(string method, string route, int status, long milliseconds);
}
