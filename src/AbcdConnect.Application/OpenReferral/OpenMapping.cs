using System.Globalization;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Application.OpenReferral;

/// <summary>An entry of the asset map in the standard's words: an organisation, the one service it is, and where that is.
/// Which becomes what, and why: docs/decisions/0014.</summary>
internal sealed class OpenMapping(OpenIds ids)
{
    public const string TaxonomyName = "Community assets";
    public const string TaxonomyVersion = "1";
    private const string TaxonomyAbout = "What a neighbourhood has, in five of the six kinds of community asset, each with its categories. The sixth, individuals, is never shared.";

    private static readonly DayOfWeek[] Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static string KindName(AssetKind kind) => kind switch
    {
        AssetKind.Association => "Association",
        AssetKind.Institution => "Institution",
        AssetKind.Place => "Place",
        AssetKind.Exchange => "Local economy",
        _ => "Culture",
    };

    /// <summary>TU, as RFC 5545 writes a day.</summary>
    public static string DayCode(DayOfWeek day) => day.ToString()[..2].ToUpperInvariant();

    public Guid TaxonomyId => ids.Of(OpenKind.Taxonomy, 1);

    public OpenOrganization Organization(OpenAsset asset) => new(
        ids.Of(OpenKind.Organization, asset.Id.Value), asset.Name, Description(asset), asset.PublicEmail, asset.PublicWebsite, asset.PublicWebsite);

    /// <summary>As lists show it: by itself, with its organisation.</summary>
    public OpenService Service(OpenAsset asset) => Bare(asset) with { Organization = Organization(asset) };

    /// <summary>With everything that hangs on it.</summary>
    public OpenService FullService(OpenAsset asset, IEnumerable<OpenSession> hours, IReadOnlyDictionary<string, Postcode> postcodes) =>
        WithParts(asset, hours) with { Organization = Organization(asset), ServiceAtLocations = [AtLocation(asset, postcodes, full: true)] };

    public OpenOrganization FullOrganization(OpenAsset asset, IEnumerable<OpenSession> hours, IReadOnlyDictionary<string, Postcode> postcodes) =>
        Organization(asset) with { Services = [WithParts(asset, hours) with { ServiceAtLocations = [AtLocation(asset, postcodes, full: true)] }] };

    public OpenServiceAtLocation ListedAtLocation(OpenAsset asset, IReadOnlyDictionary<string, Postcode> postcodes) =>
        AtLocation(asset, postcodes, full: false) with { Service = Service(asset) };

    public OpenServiceAtLocation FullAtLocation(OpenAsset asset, IEnumerable<OpenSession> hours, IReadOnlyDictionary<string, Postcode> postcodes) =>
        AtLocation(asset, postcodes, full: true) with { Service = WithParts(asset, hours) with { Organization = Organization(asset) } };

    public OpenTaxonomy Taxonomy() => new(TaxonomyId, TaxonomyName, TaxonomyAbout, TaxonomyVersion);

    public OpenTerm Term(AssetKind kind) => new(
        ids.Of(OpenKind.KindTerm, (int)kind), KindName(kind), $"{KindName(kind)}: one of the kinds of community asset.", null, TaxonomyName, TaxonomyId, KindName(kind));

    public OpenTerm Term(AssetKind kind, AssetCategoryId category, string name) => new(
        ids.Of(OpenKind.CategoryTerm, category.Value), name, $"{name}, among {KindName(kind).ToLowerInvariant()}.", ids.Of(OpenKind.KindTerm, (int)kind), TaxonomyName, TaxonomyId, name);

    private static string Description(OpenAsset asset) =>
        asset.PublicDescription ?? $"{asset.Category ?? KindName(asset.Kind)}{(asset.Neighbourhood is null ? "" : $" in {asset.Neighbourhood}")}";

    private OpenService Bare(OpenAsset asset) => new(
        ids.Of(OpenKind.Service, asset.Id.Value),
        ids.Of(OpenKind.Organization, asset.Id.Value),
        asset.Name,
        Description(asset),
        asset.PublicWebsite,
        asset.PublicEmail,
        asset.ClosedOn is null ? "active" : "defunct",
        asset.PublicText(asset.Cost),
        null,
        null,
        asset.ConfirmedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        asset.LastModified.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    private OpenService WithParts(OpenAsset asset, IEnumerable<OpenSession> hours)
    {
        var languages = asset.LanguageNames.Select((name, i) => new OpenLanguage(ids.Of(OpenKind.Language, asset.Id.Value, i), name)).ToList();
        var schedules = Schedules(asset, hours);
        return Bare(asset) with
        {
            Schedules = schedules.Count == 0 ? null : schedules,
            Languages = languages.Count == 0 ? null : languages,
            ServiceAreas = asset.Neighbourhood is { } place ? [new OpenArea(ids.Of(OpenKind.Area, asset.Id.Value), place, place)] : null,
            CostOptions = asset.PublicText(asset.Cost) is { } cost ? [new OpenCost(ids.Of(OpenKind.Cost, asset.Id.Value), null, PublicWords.Amount(cost), cost)] : null,
            Attributes = Attributes(asset),
        };
    }

    // Days with the same times are one schedule. Times that were not understood are told in words.
    private List<OpenSchedule> Schedules(OpenAsset asset, IEnumerable<OpenSession> hours)
    {
        var words = asset.PublicText(asset.OpeningTimes);
        var times = hours.GroupBy(h => (h.Opens, h.Closes)).OrderBy(g => g.Min(h => Array.IndexOf(Week, h.Day))).ThenBy(g => g.Key.Opens).Take(250).ToList();
        return times.Count == 0
            ? words is null ? [] : [new OpenSchedule(ids.Of(OpenKind.Schedule, asset.Id.Value), null, null, null, words, null, null)]
            : [.. times.Select((g, i) => new OpenSchedule(
                ids.Of(OpenKind.Schedule, asset.Id.Value, i),
                "WEEKLY",
                1,
                string.Join(',', g.Select(h => h.Day).Distinct().OrderBy(d => Array.IndexOf(Week, d)).Select(DayCode)),
                words,
                g.Key.Opens.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
                g.Key.Closes.ToString("HH:mm:ss", CultureInfo.InvariantCulture)))];
    }

    private OpenServiceAtLocation AtLocation(OpenAsset asset, IReadOnlyDictionary<string, Postcode> postcodes, bool full)
    {
        var point = asset.Point(postcodes);
        var number = asset.Id.Value;
        var access = asset.PublicText(asset.Access);
        var address = asset.PublicAddress;
        var postcode = asset.PublicPostcode;
        return new OpenServiceAtLocation(ids.Of(OpenKind.ServiceAtLocation, number), ids.Of(OpenKind.Service, number), ids.Of(OpenKind.Location, number), new OpenLocation(
            ids.Of(OpenKind.Location, number), "physical", asset.Name, point?.Latitude, point?.Longitude)
        {
            // The schema asks for six parts of an address; we keep one line and a postcode. What we do not know is empty, not guessed.
            Addresses = full && (address ?? postcode) is not null
                ? [new OpenAddress(ids.Of(OpenKind.Address, number), OneLine(address) ?? asset.Name, asset.Neighbourhood ?? "", "", postcode ?? "", "GB", "physical")]
                : null,
            Accessibility = full && access is not null ? [new OpenAccessibility(ids.Of(OpenKind.Accessibility, number), access, access)] : null,
        });
    }

    private List<OpenAttribute> Attributes(OpenAsset asset)
    {
        var terms = new List<OpenTerm> { Term(asset.Kind) };
        if (asset is { CategoryId: { } category, Category: { } name })
        {
            terms.Add(Term(asset.Kind, category, name));
        }

        return terms.ConvertAll(t => new OpenAttribute(ids.Of(OpenKind.Attribute, asset.Id.Value, terms.IndexOf(t)), ids.Of(OpenKind.Service, asset.Id.Value), t.Id, "service", t));
    }

    private static string? OneLine(string? text) => text is null ? null : string.Join(", ", text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
