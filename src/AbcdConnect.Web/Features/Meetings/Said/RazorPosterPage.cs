using System.Text;
using AbcdConnect.Application.Meetings.Said;
using AbcdConnect.Web.Features.Reports;

namespace AbcdConnect.Web.Features.Meetings.Said;

/// <summary>The poster as one HTML page for print.</summary>
internal sealed class RazorPosterPage(PrintedPages pages) : IPosterPage
{
    public Task<string> Html(PosterSheet sheet, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var words = new StringBuilder(sheet.Where);
        foreach (var row in sheet.Told)
        {
            words.Append(row.YouSaid).Append(row.WeDid);
        }

        return pages.Html("/Features/Meetings/Said/PosterPrint.cshtml", sheet, words.ToString());
    }
}
