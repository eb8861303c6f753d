using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Web.Features.People;

/// <summary>What the list of people is narrowed by.</summary>
public sealed class PeopleFilter
{
    public string? Q { get; set; }

    public string? Sort { get; set; }

    public int Page { get; set; } = 1;

    public long? Neighbourhood { get; set; }

    [Display(Name = "Connectors only")]
    public bool Connector { get; set; }

    /// <summary>The number of an entry of the taxonomy.</summary>
    public long? Brings { get; set; }

    [Display(Name = "Who bring")]
    public string? BringsWords { get; set; }

    internal ListPeople ToRequest(bool all = false) => new(
        new ListRequest(Q, Sort, Page) { All = all },
        Neighbourhood is { } place ? new NeighbourhoodId(place) : null,
        Connector,
        Brings is { } term ? new GiftTermId(term) : null);
}

/// <summary>What the list of gifts is narrowed by.</summary>
public sealed class GiftsFilter
{
    public string? Q { get; set; }

    public string? Sort { get; set; }

    public int Page { get; set; } = 1;

    public GiftDirection? Direction { get; set; }

    public GiftKind? Kind { get; set; }

    public long? Term { get; set; }

    public long? Neighbourhood { get; set; }

    internal ListGifts ToRequest(bool all = false) => new(
        new ListRequest(Q, Sort, Page) { All = all },
        Direction,
        Kind,
        Term is { } term ? new GiftTermId(term) : null,
        Neighbourhood is { } place ? new NeighbourhoodId(place) : null);
}
