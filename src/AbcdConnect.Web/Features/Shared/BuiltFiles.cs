using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace AbcdConnect.Web.Features.Shared;

/// <summary>Styles, scripts, typefaces and pictures: sent as the build has compressed them, and kept by the browser for good where
/// the address says which version it is.</summary>
internal static partial class BuiltFiles
{
    private const string ForGood = "public, max-age=31536000, immutable";
    private const string AskFirst = "no-cache";

    // Best first. They hold nothing of anybody's, so their compressed size gives nothing away.
    private static readonly (string Encoding, string Ending)[] Compressed = [("br", ".br"), ("gzip", ".gz")];

    private static readonly FileExtensionContentTypeProvider Types = new();

    public static void UseBuiltFiles(this WebApplication app)
    {
        var files = app.Environment.WebRootFileProvider;
        app.Use((http, next) =>
        {
            var asked = http.Request.Path.Value ?? "";
            if ((HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
                && Types.TryGetContentType(asked, out var type)
                && Array.Exists(Compressed, c => files.GetFileInfo(asked + c.Ending).Exists))
            {
                http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
                var accepted = http.Request.GetTypedHeaders().AcceptEncoding;
                foreach (var (encoding, ending) in Compressed)
                {
                    if (accepted.Any(a => a.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && a.Quality is not 0) && files.GetFileInfo(asked + ending).Exists)
                    {
                        http.Items[typeof(BuiltFiles)] = (encoding, type);
                        http.Request.Path = asked + ending;
                        break;
                    }
                }
            }

            return next(http);
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            ContentTypeProvider = new FileExtensionContentTypeProvider(new Dictionary<string, string>(Types.Mappings, StringComparer.OrdinalIgnoreCase) { [".br"] = "application/octet-stream", [".gz"] = "application/octet-stream" }),
            OnPrepareResponse = prepared =>
            {
                var http = prepared.Context;
                http.Response.Headers.CacheControl = http.Request.Query.ContainsKey("v") || Versioned().IsMatch(prepared.File.Name) ? ForGood : AskFirst;
                if (http.Items[typeof(BuiltFiles)] is (string encoding, string type))
                {
                    http.Response.Headers.ContentEncoding = encoding;
                    http.Response.ContentType = type;
                }
            },
        });
    }

    // As the build names what a script imports: govuk-73H2G5SX.js.
    [GeneratedRegex(@"-[0-9A-Z]{8}\.js(\.br|\.gz)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Versioned();
}
