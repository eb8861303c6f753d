using System.Text;
using AbcdConnect.Application.Reports;
using AbcdConnect.Application.Reports.Places;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace AbcdConnect.Web.Features.Reports;

/// <summary>The report as one HTML page for print, from the same view as the page in the browser, with styles and typefaces inside it.</summary>
internal sealed class RazorReportPage(IRazorViewEngine views, ITempDataProvider tempData, IServiceProvider services, ReportStyle style) : IReportPage, IPlacePage
{
    public Task<string> Html(ReportSheet sheet, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return Render("/Features/Reports/Print.cshtml", new PrintModel(sheet, style.For(Words(sheet))));
    }

    public Task<string> Html(PlaceSheet sheet, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return Render("/Features/Reports/PlacePrint.cshtml", new PlacePrintModel(sheet, style.For(Words(sheet.Sheet))));
    }

    private async Task<string> Render<TModel>(string page, TModel model)
    {
        var http = new DefaultHttpContext { RequestServices = services };
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        var found = views.GetView(null, page, isMainPage: true);
        if (found.View is not { } view)
        {
            throw new InvalidOperationException($"The view {page} is not there.");
        }

        await using var html = new StringWriter();
        var data = new ViewDataDictionary<TModel>(new EmptyModelMetadataProvider(), new ModelStateDictionary())
        {
            Model = model,
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

        foreach (var passage in sheet.Figures.More?.Layout ?? [])
        {
            words.Append(passage.Words);
        }

        foreach (var activity in sheet.Figures.More?.Together?.Most ?? [])
        {
            words.Append(activity.Name);
        }

        foreach (var value in sheet.Figures.More?.Values ?? [])
        {
            words.Append(value.Source);
        }

        return words.ToString();
    }
}

/// <param name="Css">The report's styles, with the typefaces it needs as data addresses.</param>
public sealed record PrintModel(ReportSheet Sheet, string Css);

/// <inheritdoc cref="PrintModel"/>
public sealed record PlacePrintModel(PlaceSheet Place, string Css);
