using System.Globalization;
using AbcdConnect.Domain.Common;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AbcdConnect.Web.Features.Shared.Forms;

/// <summary>One line of text.</summary>
[HtmlTargetElement("abcd-input", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public class InputTagHelper : FieldTagHelper
{
    public string Type { get; set; } = "text";

    /// <summary>About how many letters are expected: 2, 3, 4, 5, 10 or 20. Nothing for the full width.</summary>
    public int? Width { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var content = new HtmlContentBuilder().AppendHtml(LabelElement()).AppendHtml(HintAndError());
        var input = Html.Input(Type, Name, Type == "password" ? null : Value)
            .Set("id", Id)
            .Set("class", string.Join(' ', Classes()))
            .Set("aria-describedby", DescribedBy)
            .Set("aria-invalid", Error is null ? null : "true");
        Frame(output, content, Prepare(input));
        output.Content.AppendHtml(input);
    }

    private protected virtual TagBuilder Prepare(TagBuilder input) => input;

    private IEnumerable<string> Classes()
    {
        yield return "govuk-input";
        if (Width is { } width)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"govuk-input--width-{width}");
        }

        if (Error is not null)
        {
            yield return "govuk-input--error";
        }
    }
}

/// <summary>A day in one box, as people type it. Shown back as 12 November 2026.</summary>
[HtmlTargetElement("abcd-date", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper : InputTagHelper
{
    private readonly TimeProvider clock;

    public DateTagHelper(TimeProvider clock)
    {
        this.clock = clock;
        Width = 20;
    }

    private protected override string? HintText
    {
        get
        {
            var today = clock.Today();
            var words = (For.Metadata as DefaultModelMetadata)?.Attributes.Attributes.OfType<LeaningAttribute>().FirstOrDefault()?.Leaning switch
            {
                DateLeaning.Past => " or yesterday",
                DateLeaning.Future => " or next Friday",
                _ => ", yesterday or next Friday",
            };
            return Hint ?? $"Such as {today.ToString("d MMMM", UkText.Culture)}, {today.ToString("d/M/yy", UkText.Culture)}{words}";
        }
    }

    private protected override TagBuilder Prepare(TagBuilder input) =>
        input.Set("autocomplete", "off").Set("spellcheck", "false");

    private protected override string? InWords(object? value) => value is DateOnly date ? UkText.Date(date) : base.InWords(value);
}

/// <summary>A time in one box, as people type it. Shown back as 2.30pm.</summary>
[HtmlTargetElement("abcd-time", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimeTagHelper : InputTagHelper
{
    public TimeTagHelper() => Width = 10;

    private protected override string? HintText => Hint ?? "Such as 2pm or 14:30";

    private protected override TagBuilder Prepare(TagBuilder input) =>
        input.Set("autocomplete", "off").Set("spellcheck", "false");

    private protected override string? InWords(object? value) => value is TimeOnly time ? UkText.Time(time) : base.InWords(value);
}

/// <summary>Several lines of text.</summary>
[HtmlTargetElement("abcd-textarea", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextareaTagHelper : FieldTagHelper
{
    public int Rows { get; set; } = 5;

    /// <summary>How many letters fit. The count is shown once the text comes near it.</summary>
    public int? Limit { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var content = new HtmlContentBuilder().AppendHtml(LabelElement()).AppendHtml(HintAndError());
        // A browser drops one line break at the start; this one, so that none of the writer's is lost.
        var area = Html.Element("textarea", "govuk-textarea", "\n" + Value)
            .Set("name", Name)
            .Set("id", Id)
            .Set("rows", Rows)
            .Set("aria-describedby", Limit is null ? DescribedBy : $"{DescribedBy} {Id}-info".Trim())
            .Set("aria-invalid", Error is null ? null : "true");
        if (Error is not null)
        {
            area.AddCssClass("govuk-textarea--error");
        }

        if (Limit is not null)
        {
            area.AddCssClass("govuk-js-character-count");
        }

        Frame(output, content, area);
        output.Content.AppendHtml(area);
        if (Limit is { } limit)
        {
            output.Attributes.SetAttribute("class", output.Attributes["class"].Value + " govuk-character-count");
            output.Attributes.SetAttribute("data-module", "govuk-character-count");
            output.Attributes.SetAttribute("data-maxlength", limit.ToString(CultureInfo.InvariantCulture));
            output.Attributes.SetAttribute("data-threshold", "75");
            output.Content.AppendHtml(Html.Element("div", "govuk-hint govuk-character-count__message", $"Up to {limit.ToString("N0", UkText.Culture)} letters").Set("id", $"{Id}-info"));
        }
    }
}
