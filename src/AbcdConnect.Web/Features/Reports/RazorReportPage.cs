using System.Text;
using AbcdConnect.Application.Reports;
using AbcdConnect.Application.Reports.Places;

namespace AbcdConnect.Web.Features.Reports;

/// <summary>The report as one HTML page for print, from the same view as the page in the browser, with styles and typefaces inside it.</summary>
internal sealed class RazorReportPage(PrintedPages pages) : IReportPage, IPlacePage
{
    public Task<string> Html(ReportSheet sheet, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return pages.Html("/Features/Reports/Print.cshtml", sheet, Words(sheet));
    }

    public Task<string> Html(PlaceSheet sheet, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return pages.Html("/Features/Reports/PlacePrint.cshtml", sheet, Words(sheet.Sheet));
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
