using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.People;

namespace AbcdConnect.Web.Features.People;

public sealed class TermForm
{
    public GiftKind Kind { get; set; }

    [Display(Name = "Group")]
    public string? Group { get; set; }

    [Display(Name = "The word people choose")]
    public string? Name { get; set; }

    [Display(Name = "Other words it is found by")]
    public string? Synonyms { get; set; }

    public ChangeGiftTerm ToRequest(long? id) => new(id is { } number ? new GiftTermId(number) : null, Kind, Group, Name, Synonyms);
}

public sealed class TaxonomyFilter
{
    public string? Q { get; set; }

    public string? Sort { get; set; }

    public int Page { get; set; } = 1;

    public GiftKind? Kind { get; set; }

    internal ListTaxonomy ToRequest(bool all = false) => new(new ListRequest(Q, Sort, Page) { All = all }, Kind);
}
