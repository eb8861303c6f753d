using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace AbcdConnect.Web.Features.Reports;

/// <summary>A view as one HTML page for print, in the report's styles, with everything it needs inside it. The view's layout is
/// <c>/Features/Reports/_PrintLayout.cshtml</c>; <c>ViewData["Title"]</c> names the document, <c>ViewData["Foot"]</c> stands at the bottom left.</summary>
internal sealed class PrintedPages(IRazorViewEngine views, ITempDataProvider tempData, IServiceProvider services, ReportStyle style)
{
    /// <param name="view">From the root: "/Features/Meetings/Minutes/Print.cshtml".</param>
    /// <param name="words">Everything that somebody typed: it decides which typefaces the page brings with it.</param>
    public async Task<string> Html<TModel>(string view, TModel model, string words)
    {
        var http = new DefaultHttpContext { RequestServices = services };
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        if (views.GetView(null, view, isMainPage: true).View is not { } found)
        {
            throw new InvalidOperationException($"The view {view} is not there.");
        }

        await using var html = new StringWriter();
        var data = new ViewDataDictionary<TModel>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        data["Css"] = style.For(words);
        await found.RenderAsync(new ViewContext(action, found, data, new TempDataDictionary(http, tempData), html, new HtmlHelperOptions()));
        return html.ToString().TrimStart();
    }
}
