using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AbcdConnect.Web.Features.Shared.Forms;

/// <summary>One of a list. Without items, an enumeration's own.</summary>
[HtmlTargetElement("abcd-select", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectTagHelper : FieldTagHelper
{
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>What stands there while nothing is chosen; without it the first item is.</summary>
    public string? Empty { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var select = Html.Element("select", Error is null ? "govuk-select" : "govuk-select govuk-select--error")
            .Set("name", Name)
            .Set("id", Id)
            .Set("aria-describedby", DescribedBy)
            .Set("aria-invalid", Error is null ? null : "true");
        if (Empty is not null)
        {
            select.With(Html.Element("option", null, Empty).Set("value", ""));
        }

        var values = Values;
        foreach (var group in (Items ?? Choices.Of(For.Metadata.ModelType)).GroupBy(item => item.Group?.Name, StringComparer.Ordinal))
        {
            var into = group.Key is null ? select : Html.Element("optgroup").Set("label", group.Key);
            foreach (var item in group)
            {
                into.With(Html.Element("option", null, item.Text)
                    .Set("value", item.Value ?? item.Text)
                    .Set("selected", item.Selected || values.Contains(item.Value ?? item.Text))
                    .Set("disabled", item.Disabled));
            }

            if (group.Key is not null)
            {
                select.With(into);
            }
        }

        Frame(output, new HtmlContentBuilder().AppendHtml(LabelElement()).AppendHtml(HintAndError()), select);
        output.Content.AppendHtml(select);
    }
}

/// <summary>What radios and checkboxes share: a question over several boxes.</summary>
public abstract class BoxesTagHelper : FieldTagHelper
{
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>The question over the boxes; the same as label.</summary>
    public string? Legend { get; set; }

    /// <summary>Shows the boxes as chips: for short words that are chosen by thumb.</summary>
    public bool Chips { get; set; }

    private protected abstract string Kind { get; }

    private protected virtual bool SideBySide => false;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var values = Values;
        var items = (Items ?? Choices.Of(For.Metadata.ElementType ?? For.Metadata.ModelType)).ToList();
        var boxes = Chips ? Html.Element("ul", "abcd-chips") : Html.Element("div", BoxesClass).Set("data-module", $"govuk-{Kind}");
        for (var at = 0; at < items.Count; at++)
        {
            var item = items[at];
            var value = item.Value ?? item.Text;
            var id = at == 0 ? Id : string.Create(CultureInfo.InvariantCulture, $"{Id}-{at + 1}");
            var box = Html.Input(Kind == "radios" ? "radio" : "checkbox", Name, value)
                .Set("id", id)
                .Set("checked", item.Selected || values.Contains(value))
                .Set("disabled", item.Disabled);
            boxes.With(Chips ? Chip(item, box) : Box(item, box, id));
        }

        var fieldset = Html.Element("fieldset", "govuk-fieldset", Html.Element("legend", "govuk-fieldset__legend", Legend ?? LabelText).With(OptionalMark()))
            .Set("aria-describedby", DescribedBy)
            .With(HintAndError());
        Frame(output, fieldset.With(boxes), fieldset);
    }

    private string BoxesClass => SideBySide ? $"govuk-{Kind} govuk-{Kind}--inline" : $"govuk-{Kind}";

    private static TagBuilder Chip(SelectListItem item, TagBuilder box)
    {
        var kind = (item as Choice)?.Kind is { } named ? $"abcd-chip abcd-chip--{named}" : "abcd-chip";
        return Html.Element("li", null, Html.Element("label", kind, box).With(item.Text));
    }

    private TagBuilder Box(SelectListItem item, TagBuilder box, string id)
    {
        var hint = (item as Choice)?.Hint;
        box.Set("class", $"govuk-{Kind}__input").Set("aria-describedby", hint is null ? null : $"{id}-item-hint");
        var line = Html.Element("div", $"govuk-{Kind}__item", box)
            .With(Html.Element("label", $"govuk-label govuk-{Kind}__label", item.Text).Set("for", id));
        return hint is null
            ? line
            : line.With(Html.Element("div", $"govuk-hint govuk-{Kind}__hint", hint).Set("id", $"{id}-item-hint"));
    }
}

/// <summary>One of a few, all in sight.</summary>
[HtmlTargetElement("abcd-radios", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RadiosTagHelper : BoxesTagHelper
{
    public bool Inline { get; set; }

    private protected override string Kind => "radios";

    private protected override bool SideBySide => Inline;
}

/// <summary>Any of a few, for a list of texts, numbers or enumeration values.</summary>
[HtmlTargetElement("abcd-checkboxes", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxesTagHelper : BoxesTagHelper
{
    private protected override string Kind => "checkboxes";
}

/// <summary>Yes, if it is ticked.</summary>
[HtmlTargetElement("abcd-checkbox", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxTagHelper : FieldTagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var box = Html.Input("checkbox", Name, "true")
            .Set("id", Id)
            .Set("class", "govuk-checkboxes__input")
            .Set("checked", Values.Contains("true"))
            .Set("aria-describedby", DescribedBy);
        Frame(output, HtmlString.Empty, box);

        var line = Html.Element("div", "govuk-checkboxes__item", box)
            .With(Html.Element("label", "govuk-label govuk-checkboxes__label", LabelText).Set("for", Id).With(OptionalMark()));
        if (Hint is not null)
        {
            line.With(Html.Element("div", "govuk-hint govuk-checkboxes__hint", Hint).Set("id", $"{Id}-hint"));
        }

        if (Error is not null)
        {
            output.Content.AppendHtml(Html.Element("p", "govuk-error-message", Error).Set("id", $"{Id}-error"));
        }

        output.Content.AppendHtml(Html.Element("div", "govuk-checkboxes", line));
    }
}

/// <summary>
/// People, places or gifts found by typing. With script, suggestions come from <see cref="Url"/> and what is chosen becomes a
/// ticked chip that posts its id under the field's name. Without, the text is posted under <see cref="Text"/> for the server to look up.
/// </summary>
[HtmlTargetElement("abcd-suggest", Attributes = "for,text,url", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SuggestTagHelper : FieldTagHelper
{
    /// <summary>The form's property that takes the typed text.</summary>
    public ModelExpression Text { get; set; } = null!;

    /// <summary>Answers GET ?q= with JSON: id, label, detail.</summary>
    public string Url { get; set; } = "";

    /// <summary>What is chosen already, each a value and its words.</summary>
    public IEnumerable<SelectListItem> Chosen { get; set; } = [];

    public bool Several { get; set; }

    /// <summary>Where the names of new ones are posted. Without it, nobody new can be added from here.</summary>
    public ModelExpression? New { get; set; }

    public string? NewLabel { get; set; }

    /// <summary>The id of a list on the page that takes what is chosen, instead of one of this field's own.</summary>
    public string? Into { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var names = ViewContext.ViewData.TemplateInfo;
        var textName = names.GetFullHtmlFieldName(Text.Name);
        var typed = ViewContext.ViewData.ModelState.TryGetValue(textName, out var entry) ? entry.AttemptedValue : Text.Model as string;
        var input = Html.Input("text", textName, typed)
            .Set("id", Id)
            .Set("class", Error is null ? "govuk-input" : "govuk-input govuk-input--error")
            .Set("autocomplete", "off")
            .Set("aria-describedby", DescribedBy)
            .Set("aria-invalid", Error is null ? null : "true")
            .Set("data-suggest", Url)
            .Set("data-name", Name)
            .Set("data-several", Several)
            .Set("data-new-name", New is null ? null : names.GetFullHtmlFieldName(New.Name))
            .Set("data-new-label", NewLabel)
            .Set("data-into", Into);
        var chips = Html.Element("ul", "abcd-chips").Set("data-chosen", (object)"");
        foreach (var item in Chosen)
        {
            var box = Html.Input("checkbox", Name, item.Value).Set("checked", present: true);
            chips.With(Html.Element("li", null, Html.Element("label", "abcd-chip", box).With(item.Text)));
        }

        Frame(output, new HtmlContentBuilder().AppendHtml(LabelElement()).AppendHtml(HintAndError()), input);
        output.Content.AppendHtml(Html.Element("div", "abcd-suggest", input));
        if (Into is null)
        {
            output.Content.AppendHtml(chips);
        }
    }
}
