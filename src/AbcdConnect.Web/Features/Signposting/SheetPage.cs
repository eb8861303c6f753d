using AbcdConnect.Application.Signposting;
using AbcdConnect.Web.Features.Assets;

namespace AbcdConnect.Web.Features.Signposting;

/// <summary>The sheet, with its small map and the ways to send it.</summary>
public sealed class SheetPage(Sheet sheet)
{
    public Sheet Sheet => sheet;

    public AssetMap? Map { get; } = sheet.Latitude is null ? null : AssetMap.Draw(sheet.Boundary, sheet.Latitude, sheet.Longitude) is { X: not null } drawn ? drawn : null;

    public string Direction => sheet.Language.RightToLeft ? "rtl" : "ltr";

    /// <summary>The phone's own message, begun with the words; whom it goes to is chosen there, so that no number stands in a link.</summary>
    public string Sms => "sms:?&body=" + Uri.EscapeDataString(sheet.Text);

    public string Mail => $"mailto:?subject={Uri.EscapeDataString(sheet.Name)}&body={Uri.EscapeDataString(sheet.Text.Replace("\n", "\r\n", StringComparison.Ordinal))}";
}
