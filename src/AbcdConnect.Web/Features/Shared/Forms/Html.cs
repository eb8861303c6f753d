using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace AbcdConnect.Web.Features.Shared.Forms;

/// <summary>Short ways to write elements; text and attribute values are encoded when they are written out.</summary>
internal static class Html
{
    public static TagBuilder Element(string name, string? cssClass = null, object? content = null)
    {
        var element = new TagBuilder(name);
        if (!string.IsNullOrEmpty(cssClass))
        {
            element.Attributes["class"] = cssClass;
        }

        return element.With(content);
    }

    public static TagBuilder Input(string type, string name, string? value)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        return input.Set("type", type).Set("name", name).Set("value", value);
    }

    /// <summary>Nothing is set for null, so that conditions read as values.</summary>
    public static TagBuilder Set(this TagBuilder element, string attribute, object? value)
    {
        if (value is not null)
        {
            element.Attributes[attribute] = Convert.ToString(value, CultureInfo.InvariantCulture);
        }

        return element;
    }

    public static TagBuilder Set(this TagBuilder element, string attribute, bool present) =>
        present ? element.Set(attribute, (object)attribute) : element;

    public static TagBuilder With(this TagBuilder element, object? content)
    {
        switch (content)
        {
            case null:
                break;
            case IHtmlContent html:
                element.InnerHtml.AppendHtml(html);
                break;
            default:
                element.InnerHtml.Append(content.ToString()!);
                break;
        }

        return element;
    }
}
