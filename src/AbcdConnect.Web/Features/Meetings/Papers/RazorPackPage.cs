using System.Text;
using AbcdConnect.Application.Meetings.Papers;
using AbcdConnect.Web.Features.Reports;

namespace AbcdConnect.Web.Features.Meetings.Papers;

/// <summary>The pack as one HTML page for print.</summary>
internal sealed class RazorPackPage(PrintedPages pages) : IPackPage
{
    public Task<string> Html(PackSheet sheet, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return pages.Html("/Features/Meetings/Papers/Pack.cshtml", new PackModel(sheet), Words(sheet));
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
            words.Append(paper.Row.Name);
        }

        return words.ToString();
    }
}

public sealed record PackModel(PackSheet Sheet)
{
    /// <summary>Minutes used up to and with each item.</summary>
    public IReadOnlyList<int> Running => [.. Sheet.Agenda.Select((_, at) => Sheet.Agenda.Take(at + 1).Sum(a => a.Minutes))];
}
