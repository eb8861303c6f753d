using AbcdConnect.Web.Features.Shared;

namespace AbcdConnect.Web.Features.Reports;

/// <summary>A view as one HTML page for print, in the report's styles, with everything it needs inside it. The view's layout is
/// <c>/Features/Reports/_PrintLayout.cshtml</c>; <c>ViewData["Title"]</c> names the document, <c>ViewData["Foot"]</c> stands at the bottom left.</summary>
internal sealed class PrintedPages(PageText pages, ReportStyle style)
{
    /// <param name="view">From the root: "/Features/Meetings/Minutes/Print.cshtml".</param>
    /// <param name="words">Everything that somebody typed: it decides which typefaces the page brings with it.</param>
    public async Task<string> Html(string view, object model, string words) =>
        (await pages.Of(view, model, asked: null, css: style.For(words))).TrimStart();
}
