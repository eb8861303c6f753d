using System.Text;
using AbcdConnect.Application.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace AbcdConnect.Web.Features.Reports;

/// <summary>The report as one HTML page for print, from the same view as the page in the browser, with styles and typefaces inside it.</summary>
internal sealed class RazorReportPage(IRazorViewEngine views, ITempDataProvider tempData, IServiceProvider services, ReportStyle style) : IReportPage
{
    private const string View = "/Features/Reports/Print.cshtml";

    public async Task<string> Html(ReportSheet sheet, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var http = new DefaultHttpContext { RequestServices = services };
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        var found = views.GetView(null, View, isMainPage: true);
        if (found.View is not { } view)
        {
            throw new InvalidOperationException($"The view {View} is not there.");
        }

        await using var html = new StringWriter();
        var data = new ViewDataDictionary<PrintModel>(new EmptyModelMetadataProvider(), new ModelStateDictionary())
        {
            Model = new PrintModel(sheet, style.For(Words(sheet))),
        };
        await view.RenderAsync(new ViewContext(action, view, data, new TempDataDictionary(http, tempData), html, new HtmlHelperOptions()));
        return html.ToString();
    }

    // Everything that somebody typed: it decides which typefaces the page brings with it.
    private static string Words(ReportSheet sheet)
    {
        var words = new StringBuilder(sheet.Figures.Programme).Append(sheet.Figures.Commissioner);
        foreach (var story in sheet.Figures.Stories)
        {
            words.Append(story.Title).Append(story.Words).Append(story.Teller).Append(story.Outcome);
        }

        foreach (var place in sheet.Figures.Neighbourhoods)
        {
            words.Append(place.Name);
        }

        return words.ToString();
    }
}

/// <param name="Css">The report's styles, with the typefaces it needs as data addresses.</param>
public sealed record PrintModel(ReportSheet Sheet, string Css);
