using AbcdConnect.Application.Meetings.Minutes;
using AbcdConnect.Web.Features.Reports;

namespace AbcdConnect.Web.Features.Meetings.Minutes;

/// <summary>The minutes for print, from the same view as the page in the browser.</summary>
internal sealed class RazorMinutesPage(PrintedPages pages) : IMinutesPage
{
    public Task<string> Html(MinutesView minutes, CancellationToken token) =>
        pages.Html("/Features/Meetings/Minutes/Print.cshtml", minutes, minutes.Sheet.ToJson() + string.Concat(minutes.Corrections.Select(c => c.About + c.Words)));
}
