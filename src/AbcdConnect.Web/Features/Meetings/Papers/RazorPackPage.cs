using System.Text;
using AbcdConnect.Application.Meetings.Papers;
using AbcdConnect.Web.Features.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace AbcdConnect.Web.Features.Meetings.Papers;

/// <summary>The pack as one HTML page for print, with styles and typefaces inside it, as the outcome report's.</summary>
internal sealed class RazorPackPage(IRazorViewEngine views, ITempDataProvider tempData, IServiceProvider services, ReportStyle style) : IPackPage
{
    private const string View = "/Features/Meetings/Papers/Pack.cshtml";

    public async Task<string> Html(PackSheet sheet, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var http = new DefaultHttpContext { RequestServices = services };
        var found = views.GetView(null, View, isMainPage: true).View ?? throw new InvalidOperationException($"The view {View} is not there.");
        await using var html = new StringWriter();
        var data = new ViewDataDictionary<PackModel>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = new PackModel(sheet, style.For(Words(sheet))) };
        await found.RenderAsync(new ViewContext(new ActionContext(http, new RouteData(), new ActionDescriptor()), found, data, new TempDataDictionary(http, tempData), html, new HtmlHelperOptions()));
        return html.ToString();
    }

    // Everything that somebody typed: it decides which typefaces the page brings with it.
    private static string Words(PackSheet sheet)
    {
        var words = new StringBuilder(sheet.Programme).Append(sheet.Title).Append(sheet.Neighbourhood).Append(sheet.Place).Append(sheet.PlaceAddress);
        foreach (var item in sheet.Agenda)
        {
            words.Append(item.Title).Append(item.Note).Append(item.Presenter).Append(item.Reason);
        }

        foreach (var action in sheet.Open)
        {
            words.Append(action.Text).Append(action.Owner).Append(action.Agency);
        }

        foreach (var guest in sheet.Invited)
        {
            words.Append(guest.Name).Append(guest.Agency);
        }

        foreach (var paper in sheet.Papers)
        {
            words.Append(paper.Name);
        }

        return words.ToString();
    }
}

/// <param name="Css">The styles, with the typefaces the pack needs as data addresses.</param>
public sealed record PackModel(PackSheet Sheet, string Css)
{
    /// <summary>Minutes used up to and with each item.</summary>
    public IReadOnlyList<int> Running => [.. Sheet.Agenda.Select((_, at) => Sheet.Agenda.Take(at + 1).Sum(a => a.Minutes))];
}
