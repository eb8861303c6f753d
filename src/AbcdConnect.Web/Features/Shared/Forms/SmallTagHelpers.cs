using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AbcdConnect.Web.Features.Shared.Forms;

/// <summary>At the top of a form that could not be taken: everything to put right, each leading to its field. Nothing while all is well.</summary>
[HtmlTargetElement("abcd-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var problems = ViewContext.ViewData.ModelState
            .SelectMany(entry => entry.Value!.Errors.Take(1).Select(error => (entry.Key, error.ErrorMessage)))
            .Where(problem => problem.ErrorMessage.Length > 0)
            .Distinct()
            .OrderBy(problem => PlaceOnPage(problem.Key))
            .ToList();
        if (problems.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var list = Html.Element("ul", "govuk-list govuk-error-summary__list");
        foreach (var (key, message) in problems)
        {
            list.With(Html.Element("li", null, key.Length == 0
                ? message
                : Html.Element("a", null, message).Set("href", "#" + TagBuilder.CreateSanitizedId(key, "_"))));
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-error-summary");
        output.Attributes.SetAttribute("data-module", "govuk-error-summary");
        output.Content.SetHtmlContent(Html.Element("div", null, Html.Element("h2", "govuk-error-summary__title", "There is something to put right"))
            .Set("role", "alert")
            .With(Html.Element("div", "govuk-error-summary__body", list)));
    }

    /// <summary>ModelState is kept by the alphabet; people read down the page, in the order of the form's properties.</summary>
    private int PlaceOnPage(string key)
    {
        var properties = ViewContext.ViewData.ModelMetadata.Properties;
        var end = key.AsSpan().IndexOfAny('.', '[');
        var name = end < 0 ? key : key[..end];
        for (var at = 0; at < properties.Count; at++)
        {
            if (string.Equals(properties[at].PropertyName, name, StringComparison.OrdinalIgnoreCase))
            {
                return at;
            }
        }

        return key.Length == 0 ? -1 : properties.Count;
    }
}

/// <summary>A button that sends the form, or with href a link that looks like one.</summary>
[HtmlTargetElement("abcd-button")]
public sealed class ButtonTagHelper : TagHelper
{
    /// <summary>main (the one thing of the page), secondary, warning, link. Nothing for the plain one.</summary>
    public string? Kind { get; set; }

    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Href is null ? "button" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        var given = output.Attributes.TryGetAttribute("class", out var attribute) ? $" {attribute.Value}" : "";
        output.Attributes.SetAttribute("class", Class + given);
        if (Href is not null)
        {
            output.Attributes.SetAttribute("href", Href);
        }
    }

    private string Class => Kind switch
    {
        null => "govuk-button",
        "main" => "govuk-button abcd-button--main",
        "link" => "abcd-button--link",
        _ => $"govuk-button govuk-button--{Kind}",
    };
}

/// <summary>A word about a thing. The word carries the meaning, the colour only helps to find it.</summary>
[HtmlTargetElement("abcd-tag")]
public sealed class TagTagHelper : TagHelper
{
    /// <summary>sun, teal, coral, plum or grey.</summary>
    public string Kind { get; set; } = "grey";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", Kind == "grey" ? "abcd-tag" : $"abcd-tag abcd-tag--{Kind}");
    }
}

/// <summary>More for those who want it, folded away.</summary>
[HtmlTargetElement("abcd-details", Attributes = "summary")]
public sealed class DetailsTagHelper : TagHelper
{
    public string Summary { get; set; } = "";

    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "details";
        var given = output.Attributes.TryGetAttribute("class", out var attribute) ? $" {attribute.Value}" : "";
        output.Attributes.SetAttribute("class", "govuk-details" + given);
        if (Open)
        {
            output.Attributes.SetAttribute(new TagHelperAttribute("open"));
        }

        output.Content.SetHtmlContent(Html.Element("summary", "govuk-details__summary", Html.Element("span", "govuk-details__summary-text", Summary)));
        output.Content.AppendHtml(Html.Element("div", "govuk-details__text", content));
    }
}

/// <summary>
/// The version that a form was opened at. Always the model's: after a conflict it must be the newer one,
/// where the usual hidden field would keep the one that was sent.
/// </summary>
[HtmlTargetElement("abcd-hidden-version", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HiddenVersionTagHelper : TagHelper
{
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name));
        output.Attributes.SetAttribute("value", For.Model is byte[] bytes ? Convert.ToBase64String(bytes) : Convert.ToString(For.Model, CultureInfo.InvariantCulture));
    }
}

/// <summary>In each form that makes something: the number by which the server knows the form again when it is sent twice. It stays
/// the same while the form is shown again to be put right.</summary>
[HtmlTargetElement("abcd-once", TagStructure = TagStructure.WithoutEndTag)]
public sealed class OnceTagHelper : TagHelper
{
    public const string Field = "SubmissionId";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var sent = HttpMethods.IsPost(request.Method) && request.HasFormContentType && Guid.TryParse(request.Form[Field], out var before) ? before : Guid.NewGuid();
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", Field);
        output.Attributes.SetAttribute("value", sent);
    }
}
