using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Assets;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace AbcdConnect.Web.Features.Assets;

/// <summary>An entry of the asset map, as it is typed.</summary>
public sealed class AssetForm
{
    [Display(Name = "What do people call it?")]
    public string? Name { get; set; }

    [Display(Name = "What kind of asset is it?")]
    public AssetKind? Kind { get; set; }

    [Display(Name = "Category")]
    public long? CategoryId { get; set; }

    [Display(Name = "What is it, and what is good about it?")]
    public string? Description { get; set; }

    [Display(Name = "Address")]
    public string? Address { get; set; }

    [Display(Name = "Postcode")]
    public string? Postcode { get; set; }

    [Display(Name = "Neighbourhood")]
    public long? NeighbourhoodId { get; set; }

    [Display(Name = "Latitude")]
    public double? Latitude { get; set; }

    [Display(Name = "Longitude")]
    public double? Longitude { get; set; }

    [Display(Name = "When is it open, in words?")]
    public string? OpeningTimes { get; set; }

    [Display(Name = "Open sessions, one a line")]
    public string? OpenSessions { get; set; }

    [Display(Name = "What does it cost?")]
    public string? Cost { get; set; }

    [Display(Name = "Languages spoken")]
    public string? Languages { get; set; }

    [Display(Name = "Getting in and joining")]
    public string? Access { get; set; }

    [Display(Name = "Who to ask for")]
    public string? ContactName { get; set; }

    [Display(Name = "Telephone")]
    public string? Phone { get; set; }

    [Display(Name = "Email")]
    public string? Email { get; set; }

    [Display(Name = "Website")]
    public string? Website { get; set; }

    [Display(Name = "Who looks after this entry?")]
    public string? LookedAfterBy { get; set; }

    [HiddenInput]
    public bool EvenIfLike { get; set; }

    [HiddenInput]
    [Display(Name = "I checked it today: all of it is right now")]
    public bool AllRight { get; set; }

    public long Version { get; set; }

    public static AssetForm Of(AssetView asset)
    {
        var details = asset.Details;
        return new AssetForm
        {
            Name = details.Name,
            Kind = details.Kind,
            CategoryId = details.CategoryId?.Value,
            Description = details.Description,
            Address = details.Address,
            Postcode = details.Postcode,
            NeighbourhoodId = details.NeighbourhoodId?.Value,
            Latitude = details.Latitude,
            Longitude = details.Longitude,
            OpeningTimes = details.OpeningTimes,
            OpenSessions = string.Join('\n', (details.Hours ?? []).Select(AssetWords.Session)),
            Cost = details.Cost,
            Languages = details.Languages,
            Access = details.Access,
            ContactName = details.ContactName,
            Phone = details.Phone,
            Email = details.Email,
            Website = details.Website,
            LookedAfterBy = details.LookedAfterBy,
            Version = asset.Version,
        };
    }

    internal AddAsset ToAdd() => new(ToDetails(), OpenSessions, EvenIfLike);

    internal ChangeAsset ToChange(AssetId id) => new(id, Version, ToDetails(), OpenSessions, AllRight);

    private AssetDetails ToDetails() => new(
        Kind ?? AssetKind.Place, Name ?? "", CategoryId is { } category ? new AssetCategoryId(category) : null, Description, Address, Postcode, Latitude, Longitude,
        NeighbourhoodId is { } neighbourhood ? new NeighbourhoodId(neighbourhood) : null, OpeningTimes, Cost, Languages, Access, ContactName, Phone, Email, Website, LookedAfterBy);
}

/// <summary>The form with what stands around it.</summary>
/// <param name="Like">What is likely the same and there already.</param>
/// <param name="Conflict">The other version, where somebody else saved first.</param>
public sealed record AssetFormPage(AssetChoices Choices, string Title, string Back, IReadOnlyList<LikeAsset> Like, Shared.EditConflict? Conflict);

/// <summary>What a partner suggests.</summary>
public sealed class SuggestionForm
{
    [Display(Name = "What has changed, or is not right?")]
    public string? Suggestion { get; set; }

    [BindNever]
    [ValidateNever]
    public AssetView? About { get; set; }
}

/// <summary>When it closed.</summary>
public sealed class CloseForm
{
    [Display(Name = "When was the last day it was there?")]
    [Leaning(DateLeaning.Past)]
    public DateOnly? On { get; set; }

    [BindNever]
    [ValidateNever]
    public AssetView? About { get; set; }
}

/// <summary>The list with its filters.</summary>
public sealed class AssetFilter
{
    public string? Q { get; set; }

    public string? Sort { get; set; }

    public int Page { get; set; } = 1;

    [Display(Name = "Kind")]
    public AssetKind? Kind { get; set; }

    [Display(Name = "Category")]
    public long? Category { get; set; }

    [Display(Name = "Neighbourhood")]
    public long? Neighbourhood { get; set; }

    [Display(Name = "Open on")]
    public DayOfWeek? OpenOn { get; set; }

    [Display(Name = "Not confirmed since")]
    [Leaning(DateLeaning.Past)]
    public DateOnly? ConfirmedBefore { get; set; }

    [Display(Name = "Only those to ask about before sending somebody")]
    public bool AskFirst { get; set; }

    [Display(Name = "Show those that have closed")]
    public bool Closed { get; set; }

    [Display(Name = "Only those in no neighbourhood yet")]
    public bool Unplaced { get; set; }

    [BindNever]
    [ValidateNever]
    public Application.Common.Page<AssetRow>? Rows { get; set; }

    [BindNever]
    [ValidateNever]
    public AssetChoices? Choices { get; set; }

    [BindNever]
    public bool MayChange { get; set; }

    [BindNever]
    public DateOnly Today { get; set; }

    internal ListAssets ToRequest(bool all = false) => new(
        new Application.Common.ListRequest(Q, Sort, Page) { All = all }, Kind, Category is { } category ? new AssetCategoryId(category) : null,
        Neighbourhood is { } neighbourhood ? new NeighbourhoodId(neighbourhood) : null, OpenOn, ConfirmedBefore, Closed, Unplaced, AskFirst);
}

/// <summary>One entry's page.</summary>
public sealed record AssetPage(AssetView Asset, AssetMap? Map, bool MayChange, bool MaySuggest, DateOnly Today);

/// <summary>How the asset pages say things.</summary>
internal static class AssetWords
{
    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static IReadOnlyList<Choice> Days { get; } = [.. Week.Select(d => new Choice(d.ToString(), d))];

    public static IReadOnlyList<Choice> KindChoices { get; } =
    [
        new("An individual", AssetKind.Individual, "A neighbour with something to offer"),
        new("An association", AssetKind.Association, "An informal club or group"),
        new("An institution", AssetKind.Institution, "A library, school, charity or surgery"),
        new("A place", AssetKind.Place, "A hall, a park, a bench people meet at"),
        new("Local economy", AssetKind.Exchange, "A shop, a market, a swap, a time bank"),
        new("Culture", AssetKind.Culture, "A story, a festival, heritage"),
    ];

    public static string Of(AssetKind kind) => kind switch
    {
        AssetKind.Individual => "Individual",
        AssetKind.Association => "Association",
        AssetKind.Institution => "Institution",
        AssetKind.Place => "Place",
        AssetKind.Exchange => "Local economy",
        _ => "Culture",
    };

    /// <summary>Categories under their kind's name.</summary>
    public static IEnumerable<SelectListItem> Categories(AssetChoices choices)
    {
        var groups = Enum.GetValues<AssetKind>().ToDictionary(k => k, k => new SelectListGroup { Name = Of(k) });
        return choices.Categories.OrderBy(c => c.Kind).Select(c => new SelectListItem(c.Name, c.Id.ToString()) { Group = groups[c.Kind] });
    }

    public static IEnumerable<Choice> Neighbourhoods(AssetChoices choices) => choices.Neighbourhoods.Select(n => new Choice(n.Name, n.Id));

    public static string Session(OpenSession session) => $"{session.Day.ToString()[..3]} {session.Opens:HH\\:mm}–{session.Closes:HH\\:mm}";

    /// <summary>Tuesday and Thursday, 10am to midday: days with the same times together, Monday first.</summary>
    public static IEnumerable<string> Hours(IEnumerable<OpenSession> hours) =>
        hours.GroupBy(h => h.Day).OrderBy(g => Array.IndexOf(Week, g.Key))
            .Select(g => (Day: g.Key.ToString(), Times: string.Join(" and ", g.OrderBy(h => h.Opens).Select(h => $"{Shared.UkText.Time(h.Opens)} to {Shared.UkText.Time(h.Closes)}"))))
            .GroupBy(d => d.Times, StringComparer.Ordinal)
            .Select(g => $"{Listed([.. g.Select(d => d.Day)])}, {g.Key}");

    /// <summary>Only what a browser may follow safely becomes a link.</summary>
    public static string? Link(string? website)
    {
        if (string.IsNullOrWhiteSpace(website))
        {
            return null;
        }

        var address = website.Contains("://", StringComparison.Ordinal) ? website : "https://" + website;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Contains('.', StringComparison.Ordinal)
            ? uri.AbsoluteUri
            : null;
    }

    private static string Listed(List<string> days) => days.Count == 1 ? days[0] : $"{string.Join(", ", days[..^1])} and {days[^1]}";
}
