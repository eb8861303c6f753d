using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace AbcdConnect.Web.Features.Shared;

/// <summary>The page may be compressed on its way. Only for pages that show nothing taken from the request: where an outsider's words
/// and somebody's secrets are compressed together, the size tells whether they are alike (BREACH). An address with a query is
/// therefore never compressed, nor an answer to a form.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CompressedAttribute : Attribute;

internal static class PageCompression
{
    public static IServiceCollection AddPageCompression(this IServiceCollection services) => services
        .AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html"];
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        })
        .Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal)
        .Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);

    /// <summary>After routing, so that the page has said whether it may be.</summary>
    public static IApplicationBuilder UsePageCompression(this IApplicationBuilder app) => app.UseWhen(
        http => HttpMethods.IsGet(http.Request.Method)
            && !http.Request.QueryString.HasValue
            && http.GetEndpoint()?.Metadata.GetMetadata<CompressedAttribute>() is not null,
        branch => branch.UseResponseCompression());
}
