using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace AbcdConnect.Web.Features.Shared;

/// <summary>A QR code as inline SVG: one path of squares, with its quiet zone, readable when printed small and when a quarter of it is
/// smudged (error correction Q of ISO/IEC 18004).</summary>
public static class QrCode
{
    /// <summary>Light modules around the code, which a reader needs to find it.</summary>
    public const int QuietZone = 4;

    public static IHtmlContent Svg(string text, string label)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        // Its matrix has the quiet zone in it.
        var modules = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules.Count; x++)
            {
                var run = 0;
                while (x + run < modules.Count && modules[y][x + run])
                {
                    run++;
                }

                if (run > 0)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{run}v1h-{run}z");
                    x += run;
                }
            }
        }

        var size = modules.Count;
        return new HtmlString(string.Create(
            CultureInfo.InvariantCulture,
            $"<svg class=\"abcd-qr\" role=\"img\" aria-label=\"{System.Text.Encodings.Web.HtmlEncoder.Default.Encode(label)}\" viewBox=\"0 0 {size} {size}\" width=\"120\" height=\"120\" shape-rendering=\"crispEdges\"><rect width=\"{size}\" height=\"{size}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>"));
    }
}

/// <summary>&lt;abcd-qr text="https://…" label="…"&gt;: a code to scan; <c>label</c> says where it leads.</summary>
[HtmlTargetElement("abcd-qr", TagStructure = TagStructure.WithoutEndTag)]
public sealed class QrTagHelper : TagHelper
{
    public string Text { get; set; } = "";

    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(QrCode.Svg(Text, Label));
        output.TagMode = TagMode.StartTagAndEndTag;
    }
}
