using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AbcdConnect.Web.Features.Shared.Forms;

/// <summary>Every form that posts carries the antiforgery token, once: with none, and with two, it would be refused as a late one.
/// ASP.NET's own helper leaves it out where a form names its action.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    /// <summary>Before ASP.NET's own (-1000), which adds none where the form has one, and then forgets whether it had.</summary>
    public override int Order => -1_001;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // The page that opens without signal is the same for everybody; what is kept there is sent with a token fetched then.
        if (ViewContext.ViewData["Shell"] is true)
        {
            return;
        }

        // A form that says yes or no itself is ASP.NET's business.
        if (!context.AllAttributes.ContainsName("asp-antiforgery") && generator.GenerateAntiforgery(ViewContext) is { } token)
        {
            output.PostContent.AppendHtml(token);
        }
    }
}
