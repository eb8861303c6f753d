using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AbcdConnect.Web.Features.Shared.Forms;

/// <summary>
/// What every field shares: its name and id, label, hint, error, and the value as it was typed.
/// Attributes that a helper does not know (maxlength, data-…) go to the control itself.
/// </summary>
public abstract class FieldTagHelper : TagHelper
{
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>The question, by default the property's [Display] name.</summary>
    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Says so beside the label. Fields that must be filled in are the ones that say nothing.</summary>
    public bool Optional { get; set; }

    /// <summary>Other words than "optional": "if there is one".</summary>
    public string? OptionalText { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => TagBuilder.CreateSanitizedId(Name, "_");

    private protected string LabelText => Label ?? For.Metadata.DisplayName ?? Words.Apart(For.Metadata.PropertyName ?? For.Name);

    private protected virtual string? HintText => string.IsNullOrEmpty(Hint) ? null : Hint;

    private protected string? Error =>
        Entry is { Errors: [var first, ..] }
            ? first.ErrorMessage.Length > 0 ? first.ErrorMessage : MistypedWords.Otherwise
            : null;

    private protected string? DescribedBy
    {
        get
        {
            var ids = string.Join(' ', new[] { HintText is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-error" }.Where(id => id is not null));
            return ids.Length == 0 ? null : ids;
        }
    }

    /// <summary>What was typed where something was, otherwise what the model holds.</summary>
    private protected string? Value => Entry?.AttemptedValue ?? InWords(For.Model);

    /// <summary>All values chosen, each as its option's value may be written: an enumeration by name and by number.</summary>
    private protected HashSet<string> Values
    {
        get
        {
            var values = Entry?.RawValue switch
            {
                string[] several => several,
                string one => [one],
                _ => For.Model is IEnumerable list and not string ? list.Cast<object?>().SelectMany(Names) : Names(For.Model),
            };

            return new HashSet<string>(values, StringComparer.OrdinalIgnoreCase);
        }
    }

    private ModelStateEntry? Entry => ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) ? entry : null;

    private protected virtual string? InWords(object? value) => Convert.ToString(value, CultureInfo.CurrentCulture);

    /// <summary>Makes the helper's own element the field's frame and hands its unknown attributes to the control.</summary>
    private protected void Frame(TagHelperOutput output, IHtmlContent content, TagBuilder? control)
    {
        if (control is not null)
        {
            foreach (var attribute in output.Attributes)
            {
                if (attribute.Name.Equals("class", StringComparison.OrdinalIgnoreCase))
                {
                    control.AddCssClass(Convert.ToString(attribute.Value, CultureInfo.InvariantCulture)!);
                }
                else
                {
                    control.Attributes[attribute.Name] = attribute.Value is IHtmlContent html ? Plain(html) : Convert.ToString(attribute.Value ?? "", CultureInfo.InvariantCulture);
                }
            }
        }

        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error");
        output.Content.SetHtmlContent(content);
    }

    private protected TagBuilder LabelElement() =>
        Html.Element("label", "govuk-label", LabelText).Set("for", Id).With(OptionalMark());

    private protected IHtmlContent? OptionalMark()
    {
        if (!Optional && OptionalText is null)
        {
            return null;
        }

        return new HtmlContentBuilder().Append(" ").AppendHtml(Html.Element("span", "abcd-optional", OptionalText ?? "optional"));
    }

    private protected IHtmlContent HintAndError()
    {
        var content = new HtmlContentBuilder();
        if (HintText is not null)
        {
            content.AppendHtml(Html.Element("div", "govuk-hint", HintText).Set("id", $"{Id}-hint"));
        }

        if (Error is not null)
        {
            content.AppendHtml(Html.Element("p", "govuk-error-message", Html.Element("span", "govuk-visually-hidden", "Error: ")).Set("id", $"{Id}-error").With(Error));
        }

        return content;
    }

    private static IEnumerable<string> Names(object? value) => value switch
    {
        null => [],
        Enum choice => [choice.ToString(), Convert.ToInt64(choice, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)],
        bool yes => [yes ? "true" : "false"],
        _ => [Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""],
    };

    private static string Plain(IHtmlContent html)
    {
        using var writer = new StringWriter();
        html.WriteTo(writer, NullHtmlEncoder.Default);
        return System.Net.WebUtility.HtmlDecode(writer.ToString());
    }
}
