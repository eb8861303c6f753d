using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AbcdConnect.Web.Features.OpenReferral;

/// <summary>Answers that are the same for everybody, kept for a moment: a hundred readers of one page ask the database once. So what is
/// taken off the map is gone from here within that moment; a programme that stops sharing is silent at once.</summary>
internal sealed class KeptAnswers(OpenDataSettings settings, TimeProvider clock) : IDisposable
{
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    public async Task<KeptAnswer> Of(string question, string contentType, Func<Stream, Task> write)
    {
        var now = clock.GetUtcNow();
        if (kept.TryGetValue(question, out KeptAnswer? known) && known!.Until > now)
        {
            return known;
        }

        using var body = new MemoryStream();
        await write(body);
        var bytes = body.ToArray();
        var answer = new KeptAnswer(bytes, contentType, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"", now.AddSeconds(settings.KeepSeconds));
        if (settings.KeepSeconds > 0)
        {
            kept.Set(question, answer, new MemoryCacheEntryOptions { Size = bytes.Length + (2 * question.Length) + 200, AbsoluteExpirationRelativeToNow = TimeSpan.FromSeconds(settings.KeepSeconds) });
        }

        return answer;
    }

    public void Dispose() => kept.Dispose();
}

internal sealed record KeptAnswer(byte[] Body, string ContentType, string ETag, DateTimeOffset Until)
{
    /// <summary>Sends it, or only says that what the reader has is still the same.</summary>
    public async Task Send(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ETag = ETag;
        // A page sent to somebody signed in may carry their cookie anew: no shared cache keeps that.
        headers.CacheControl = http.User.Identity?.IsAuthenticated == true ? "private, max-age=60" : "public, max-age=60";
        if (http.Request.Headers.IfNoneMatch is { Count: > 0 } asked && Knows(asked))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = ContentType;
        http.Response.ContentLength = Body.Length;
        await http.Response.Body.WriteAsync(Body, http.RequestAborted);
    }

    private bool Knows(StringValues asked) =>
        EntityTagHeaderValue.TryParseList(asked, out var tags) && tags.Any(t => t.Tag == "*" || t.Tag == ETag);
}
