namespace AbcdConnect.Application.OpenReferral;

// The records of HSDS-UK 3.0, as its schemas name them. What is not known is left out; nothing is made up but what a schema requires.

/// <summary>One page of a list, and the rows of it as they are read.</summary>
/// <param name="Size">How many rows this page holds.</param>
public sealed record OpenPage<T>(int TotalItems, int PageNumber, int PerPage, int Size, IAsyncEnumerable<T> Contents)
{
    public int TotalPages => (TotalItems + PerPage - 1) / PerPage;
}

public sealed record OpenOrganization(Guid Id, string Name, string Description, string? Email, string? Website, string? Uri)
{
    public IReadOnlyList<OpenService>? Services { get; init; }
}

public sealed record OpenService(
    Guid Id, Guid? OrganizationId, string Name, string? Description, string? Url, string? Email, string Status, string? Fees, decimal? MinimumAge, decimal? MaximumAge, string? AssuredDate, string LastModified)
{
    public IReadOnlyList<OpenSchedule>? Schedules { get; init; }

    public IReadOnlyList<OpenArea>? ServiceAreas { get; init; }

    public IReadOnlyList<OpenServiceAtLocation>? ServiceAtLocations { get; init; }

    public IReadOnlyList<OpenLanguage>? Languages { get; init; }

    public OpenOrganization? Organization { get; init; }

    public IReadOnlyList<OpenCost>? CostOptions { get; init; }

    public IReadOnlyList<OpenAttribute>? Attributes { get; init; }
}

public sealed record OpenServiceAtLocation(Guid Id, Guid? ServiceId, Guid? LocationId, OpenLocation? Location)
{
    public OpenService? Service { get; init; }
}

public sealed record OpenLocation(Guid Id, string LocationType, string? Name, double? Latitude, double? Longitude)
{
    public IReadOnlyList<OpenAddress>? Addresses { get; init; }

    public IReadOnlyList<OpenAccessibility>? Accessibility { get; init; }
}

public sealed record OpenAddress(
    Guid Id,
    [property: System.Text.Json.Serialization.JsonPropertyName("address_1")] string Address1,
    string City,
    string StateProvince,
    string PostalCode,
    string Country,
    string AddressType);

public sealed record OpenAccessibility(Guid Id, string Description, string Accessibility);

public sealed record OpenSchedule(Guid Id, string? Freq, int? Interval, string? Byday, string? Description, string? OpensAt, string? ClosesAt);

public sealed record OpenArea(Guid Id, string Name, string ServiceArea);

/// <param name="Name">Of the standard's own Language object; the UK profile's schema neither asks for it nor forbids it.</param>
public sealed record OpenLanguage(Guid Id, string Name);

public sealed record OpenCost(Guid Id, string? Option, decimal? Amount, string? AmountDescription);

public sealed record OpenAttribute(Guid Id, Guid LinkId, Guid TaxonomyTermId, string LinkType, OpenTerm TaxonomyTerm);

public sealed record OpenTaxonomy(Guid Id, string Name, string Description, string Version)
{
    public IReadOnlyList<OpenTerm>? TaxonomyTerms { get; init; }
}

public sealed record OpenTerm(Guid Id, string Name, string Description, Guid? ParentId, string Taxonomy, Guid TaxonomyId, string Term);
