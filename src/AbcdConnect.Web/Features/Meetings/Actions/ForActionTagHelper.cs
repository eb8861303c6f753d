using System.Globalization;
using AbcdConnect.Domain.Meetings;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AbcdConnect.Web.Features.Meetings.Actions;

/// <summary>In a form that makes something: which action it was opened from, and that saving closes it. Nothing where there is none.</summary>
[HtmlTargetElement("abcd-for-action", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ForActionTagHelper : TagHelper
{
    public const string Field = "foraction";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The action that a request says it is for.</summary>
    public static ActionId? In(HttpRequest request)
    {
        var said = HttpMethods.IsPost(request.Method) && request.HasFormContentType ? request.Form[Field].ToString() : request.Query[Field].ToString();
        return long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new ActionId(id) : null;
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (In(ViewContext.HttpContext.Request) is { } action)
        {
            output.Content.SetHtmlContent($"<input type=\"hidden\" name=\"{Field}\" value=\"{action}\"><div class=\"abcd-notice\"><p>When you save this, <a href=\"/actions/{action}\">the action it came from</a> is done.</p></div>");
        }
    }
}
