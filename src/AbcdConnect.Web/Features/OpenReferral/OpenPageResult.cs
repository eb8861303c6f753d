using System.IO.Pipelines;
using System.Text.Json;
using AbcdConnect.Application.OpenReferral;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.OpenReferral;

/// <summary>One thing, or a page of them. Small answers are kept for a moment and carry an ETag; a large page is written while it is read.</summary>
internal static class OpenAnswers
{
    public const string Json = "application/json; charset=utf-8";

    /// <summary>Pages of more rows than this are streamed.</summary>
    public const int MostKept = 100;

    public static async Task Page<T>(PipeWriter body, OpenPage<T> page, CancellationToken token)
    {
        // Into the pipe: each item's end is a flush, which to a stream would not wait for the reader.
        await using var writer = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = OpenJson.Options.Encoder });
        writer.WriteStartObject();
        writer.WriteNumber("total_items", page.TotalItems);
        writer.WriteNumber("total_pages", page.TotalPages);
        writer.WriteNumber("page_number", page.PageNumber);
        writer.WriteNumber("size", page.Size);
        writer.WriteBoolean("first_page", page.PageNumber == 1);
        writer.WriteBoolean("last_page", page.PageNumber >= page.TotalPages);
        writer.WriteBoolean("empty", page.Size == 0);
        writer.WriteStartArray("contents");
        await foreach (var item in page.Contents.WithCancellation(token))
        {
            JsonSerializer.Serialize(writer, item, OpenJson.Options);
            if (body.UnflushedBytes > 64 * 1024)
            {
                await body.FlushAsync(token);
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        await writer.FlushAsync(token);
        await body.FlushAsync(token);
    }
}

/// <summary>Sends what was kept.</summary>
internal sealed class KeptResult(KeptAnswer answer) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) => answer.Send(context.HttpContext);
}

/// <summary>Writes a large page while it is read.</summary>
internal sealed class StreamedResult<T>(OpenPage<T> page) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        http.Response.ContentType = OpenAnswers.Json;
        http.Response.Headers.CacheControl = "no-store";
        await OpenAnswers.Page(http.Response.BodyWriter, page, http.RequestAborted);
    }
}
