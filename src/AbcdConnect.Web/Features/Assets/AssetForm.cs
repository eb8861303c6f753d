using System.ComponentModel.DataAnnotations;
using System.Globalization;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Buses;
using AbcdConnect.Application.Assets.Map;
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

    [Display(Name = "E-mail")]
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

    [Display(Name = "Near")]
    public string? Place { get; set; }

    [Display(Name = "How far")]
    public int? Within { get; set; }

    [Display(Name = "By direct bus")]
    public int? ByBus { get; set; }

    [Display(Name = "Open now")]
    public bool OpenNow { get; set; }

    [Display(Name = "Open on")]
    public DayOfWeek? OpenOn { get; set; }

    [Display(Name = "Open at")]
    public TimeOnly? OpenAt { get; set; }

    [Display(Name = "Cost")]
    public AssetCost? Cost { get; set; }

    [Display(Name = "Language")]
    public string? Language { get; set; }

    [Display(Name = "Getting in and joining")]
    public List<AssetAccess> Access { get; set; } = [];

    /// <summary>West, south, east, north: only what that piece of the map shows.</summary>
    public string? Box { get; set; }

    [Display(Name = "Not confirmed since")]
    [Leaning(DateLeaning.Past)]
    public DateOnly? ConfirmedBefore { get; set; }

    [Display(Name = "Only those to ask about before sending somebody")]
    public bool AskFirst { get; set; }

    [Display(Name = "Show those that have closed")]
    public bool Closed { get; set; }

    [Display(Name = "Only those in no neighbourhood yet")]
    public bool Unplaced { get; set; }

    [Display(Name = "Only those nothing is tied to")]
    public bool Unconnected { get; set; }

    [BindNever]
    [ValidateNever]
    public PointFound? Point { get; set; }

    /// <summary>Where a direct bus takes somebody from the point.</summary>
    [BindNever]
    [ValidateNever]
    public BusReach? Bus { get; set; }

    /// <summary>The bus timetable that has been brought in.</summary>
    [BindNever]
    [ValidateNever]
    public Timetable? Timetable { get; set; }

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

    /// <summary>How far around a place is looked where nobody says.</summary>
    public const int UsualReach = 1400;

    internal int Reach => Math.Clamp(Within ?? UsualReach, 10, (int)NearPoint.Most);

    internal ListAssets ToRequest(bool all = false) => new(new Application.Common.ListRequest(Q, Sort, Page) { All = all }, ToFilters());

    internal AssetFilters ToFilters() => new(
        Kind, Category is { } category ? new AssetCategoryId(category) : null, Neighbourhood is { } neighbourhood ? new NeighbourhoodId(neighbourhood) : null,
        OpenOn, OpenAt, OpenNow, Cost, Access, Language, Point is { } point ? new NearPoint(point.Latitude, point.Longitude, Bus is null ? Reach : NearPoint.Most) : null, BoundsOf(Box), ConfirmedBefore, Closed, Unplaced, Unconnected, AskFirst, Bus);

    /// <summary>Four numbers as the map writes them; null where they are none or no piece of the Earth.</summary>
    internal static MapBounds? BoundsOf(string? box)
    {
        var numbers = (box ?? "").Split(',').Select(n => double.TryParse(n, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : (double?)null).ToList();
        return numbers is [{ } west, { } south, { } east, { } north] && new MapBounds(west, south, east, north) is { IsSound: true } bounds ? bounds : null;
    }
}

/// <summary>One entry's page.</summary>
public sealed record AssetPage(AssetView Asset, AssetMap? Map, bool MayChange, bool MaySuggest, DateOnly Today);

/// <summary>How the asset pages say things.</summary>
internal static class AssetWords
{
    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static IReadOnlyList<Choice> Days { get; } = [.. Week.Select(d => new Choice(d.ToString(), d))];

    public static IReadOnlyList<Choice> Costs { get; } = [new("Free, or what you can", AssetCost.Nothing), new("Nothing above £5", AssetCost.UpToFive)];

    public static IReadOnlyList<Choice> Accesses { get; } =
    [
        new("Step-free", AssetAccess.StepFree),
        new("Accessible toilet", AssetAccess.AccessibleToilet),
        new("Hearing loop", AssetAccess.HearingLoop),
        new("Sign language", AssetAccess.SignLanguage),
        new("A quiet room or corner", AssetAccess.Quiet),
        new("Parking", AssetAccess.Parking),
        new("You just turn up", AssetAccess.TurnUp),
    ];

    /// <summary>By the alphabet, as people look for theirs.</summary>
    public static IReadOnlyList<Choice> Languages { get; } = [.. AssetTraits.Languages.Order(StringComparer.Ordinal).Select(l => new Choice(l, l))];

    /// <summary>How far, as people think of it; the distance as well when another was asked for.</summary>
    public static IEnumerable<Choice> Reaches(int? asked)
    {
        (string Words, int Metres)[] usual = [("5 minutes' walk", 350), ("10 minutes' walk", 700), ("20 minutes' walk", AssetFilter.UsualReach), ("A short bus ride, 4 km", 4000), ("10 km", 10_000)];
        return usual.Select(r => new Choice(r.Words, r.Metres))
            .Concat(asked is { } metres && !Array.Exists(usual, r => r.Metres == metres) ? [new Choice(Away(metres), metres)] : []);
    }

    public static IReadOnlyList<Choice> Rides { get; } = [.. new[] { 10, 20, 30, 45 }.Select(m => new Choice($"Within {m} minutes", m))];

    /// <summary>What a bus reaches, as the map's corners.</summary>
    public static string? BoxOf(BusReach? bus)
    {
        if (bus is null)
        {
            return null;
        }

        var ((north, west), (south, east)) = (bus.NorthWest.Degrees, bus.SouthEast.Degrees);
        return string.Create(CultureInfo.InvariantCulture, $"{west:0.#####},{south:0.#####},{east:0.#####},{north:0.#####}");
    }

    /// <summary>350 m, 1.2 km.</summary>
    public static string Away(double metres) => metres < 950
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(10, Math.Round(metres / 10) * 10):0} m")
        : string.Create(CultureInfo.InvariantCulture, $"{metres / 1000:0.0} km");

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

    public static string Several(AssetKind kind) => kind switch
    {
        AssetKind.Individual => "Individuals",
        AssetKind.Association => "Associations",
        AssetKind.Institution => "Institutions",
        AssetKind.Place => "Places",
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
