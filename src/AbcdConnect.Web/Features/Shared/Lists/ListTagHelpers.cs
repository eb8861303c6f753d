using System.Globalization;
using AbcdConnect.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AbcdConnect.Web.Features.Shared.Lists;

/// <summary>A column's name that sorts by it: ?sort=name, and the other way round ?sort=-name.</summary>
[HtmlTargetElement("abcd-sort-header", Attributes = "name,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SortHeaderTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    /// <summary>How the list stands when the address says nothing: "name" or "-name".</summary>
    public string? Default { get; set; }

    /// <summary>A column of numbers stands to the right.</summary>
    public bool Number { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var sort = request.Query["sort"].FirstOrDefault() is { Length: > 0 } asked ? asked : Default;
        var (up, down) = (sort == Name, sort == "-" + Name);
        var link = Html.Element("a", "abcd-sort", Label)
            .Set("href", ListQuery.With(request, ("sort", up ? "-" + Name : Name), ("page", null)))
            .With(Arrows(up, down));

        output.TagName = "th";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("scope", "col");
        output.Attributes.SetAttribute("aria-sort", up ? "ascending" : down ? "descending" : "none");
        if (Number)
        {
            output.Attributes.SetAttribute("class", "abcd-number");
        }

        output.Content.SetHtmlContent(link);
    }

    private static HtmlString Arrows(bool up, bool down)
    {
        string Shade(bool on) => on ? "currentColor" : "#b9b1a1";
        return new HtmlString($"""<svg viewBox="0 0 10 14" width="10" height="14" aria-hidden="true" focusable="false"><path d="M5 0 10 6H0z" fill="{Shade(up)}"/><path d="M5 14 0 8h10z" fill="{Shade(down)}"/></svg>""");
    }
}

/// <summary>Where one is in a long list, and the way on. Keeps filters and order.</summary>
[HtmlTargetElement("abcd-pager", Attributes = "page", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper : TagHelper
{
    public int Page { get; set; } = 1;

    /// <summary>How many pages there are; where counting them would cost too much, say <see cref="HasMore"/> instead.</summary>
    public int? Pages { get; set; }

    public bool HasMore { get; set; }

    public long? Total { get; set; }

    /// <summary>What is counted: "people".</summary>
    public string What { get; set; } = "in all";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        TagBuilder Link(int page, string text) =>
            Html.Element("a")
                .Set("href", ListQuery.With(request, ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture))))
                .Set("rel", text == "Back" ? "prev" : text == "Next" ? "next" : null);

        var hasNext = Pages is { } last ? Page < last : HasMore;
        if (Page <= 1 && !hasNext)
        {
            if (Total is null)
            {
                output.SuppressOutput();
                return;
            }

            output.TagName = "p";
            output.TagMode = TagMode.StartTagAndEndTag;
            output.Attributes.SetAttribute("class", "abcd-count");
            output.Content.SetContent(InWords(Total.Value));
            return;
        }

        var list = Html.Element("ul");
        if (Page > 1)
        {
            list.With(Html.Element("li", null, Link(Page - 1, "Back").With("Back")));
        }

        var before = 0;
        foreach (var page in Shown())
        {
            if (page > before + 1)
            {
                list.With(Html.Element("li", null, Html.Element("span", null, "…")));
            }

            var text = page.ToString(CultureInfo.InvariantCulture);
            list.With(Html.Element("li", null, page == Page
                ? Html.Element("span", null, HiddenPage()).Set("aria-current", (object)"page").With(text)
                : Link(page, text).With(HiddenPage()).With(text)));
            before = page;
        }

        if (hasNext)
        {
            list.With(Html.Element("li", null, Link(Page + 1, "Next").With("Next")));
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "abcd-pager");
        output.Attributes.SetAttribute("aria-label", "Pages");
        output.Content.SetHtmlContent(list);
        if (Total is { } total)
        {
            output.Content.AppendHtml(Html.Element("span", "abcd-muted abcd-small", InWords(total)));
        }
    }

    private string InWords(long total) => string.Create(UkText.Culture, $"{total:N0} {(total == 1 ? Words.One(What) : What)}");

    private static TagBuilder HiddenPage() => Html.Element("span", "govuk-visually-hidden", "Page ");

    /// <summary>First, last, this one and its neighbours.</summary>
    private IEnumerable<int> Shown() => Pages is { } last
        ? new[] { 1, Page - 1, Page, Page + 1, last }.Where(page => page >= 1 && page <= last).Distinct()
        : [Page];
}

/// <summary>Over a list: search, the filters given inside (folded away until one is used), and the same rows as a file.</summary>
[HtmlTargetElement("abcd-list-tools")]
public sealed class ListToolsTagHelper : TagHelper
{
    /// <summary>What the search box finds: "Find a person by name".</summary>
    public string Search { get; set; } = "Search this list";

    /// <summary>False for a list that is not offered as a file.</summary>
    public bool Csv { get; set; } = true;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var filters = await output.GetChildContentAsync();
        var filtering = request.Query.Any(part => part.Key is not ("q" or "page" or "sort") && part.Value.Any(value => !string.IsNullOrEmpty(value)));
        var searching = !string.IsNullOrEmpty(request.Query["q"]);

        output.TagName = "form";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "abcd-tools");
        output.Attributes.SetAttribute("method", "get");
        output.Attributes.SetAttribute("action", $"{request.PathBase}{request.Path}");
        output.Attributes.SetAttribute("role", "search");
        output.Attributes.SetAttribute("aria-label", Search);

        output.Content.SetHtmlContent(Html.Element("div", "abcd-tools__search")
            .With(Html.Element("label", "govuk-visually-hidden", Search).Set("for", "list-q"))
            .With(Html.Input("search", "q", request.Query["q"]).Set("id", "list-q").Set("class", "govuk-input").Set("placeholder", Search).Set("autocomplete", "off"))
            .With(Html.Element("button", "govuk-button govuk-button--secondary", "Find")));
        if (request.Query["sort"].FirstOrDefault() is { Length: > 0 } sort)
        {
            output.Content.AppendHtml(Html.Input("hidden", "sort", sort));
        }

        if (!filters.IsEmptyOrWhiteSpace)
        {
            var inside = Html.Element("div", "govuk-details__text", Html.Element("div", "abcd-tools__filters", filters))
                .With(Html.Element("button", "govuk-button govuk-button--secondary abcd-button--inline", "Show these"));
            output.Content.AppendHtml(Html.Element("details", "govuk-details", Html.Element("summary", "govuk-details__summary", Html.Element("span", "govuk-details__summary-text", "Filter")))
                .Set("open", filtering)
                .With(inside));
        }

        var foot = Html.Element("div", "abcd-tools__foot");
        if (searching || filtering)
        {
            foot.With(Html.Element("a", "govuk-link", "Show all").Set("href", $"{request.PathBase}{request.Path}"));
        }

        if (Csv)
        {
            foot.With(Html.Element("a", "govuk-link", "Download as CSV").Set("href", ListQuery.Csv(request)).Set("download", (object)""));
        }

        output.Content.AppendHtml(foot);
    }
}
