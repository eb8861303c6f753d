using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace AbcdConnect.Web.Features.Shared;

/// <summary>A view as text, with nothing of any reader's in it: to be kept and given to everybody, or printed.</summary>
internal sealed class PageText(IRazorViewEngine views, ITempDataProvider tempData, IServiceProvider services)
{
    /// <param name="asked">Gives the page its own address; null for print.</param>
    /// <param name="css">The styles that a page for print brings with it, for its layout.</param>
    public async Task<string> Of(string path, object model, HttpRequest? asked, string? css = null)
    {
        var http = new DefaultHttpContext { RequestServices = services };
        if (asked is not null)
        {
            (http.Request.Scheme, http.Request.Host, http.Request.PathBase) = (asked.Scheme, asked.Host, asked.PathBase);
        }

        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        if (views.GetView(null, path, isMainPage: true).View is not { } view)
        {
            throw new InvalidOperationException($"The view {path} is not there.");
        }

        await using var html = new StringWriter();
        var data = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model, ["Css"] = css };
        await view.RenderAsync(new ViewContext(action, view, data, new TempDataDictionary(http, tempData), html, new HtmlHelperOptions()));
        return html.ToString();
    }
}
