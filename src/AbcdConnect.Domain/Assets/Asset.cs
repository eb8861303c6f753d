using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;

namespace AbcdConnect.Domain.Assets;

/// <summary>The six kinds of community asset.</summary>
public enum AssetKind
{
    Individual,

    /// <summary>An informal club or group.</summary>
    Association,
    Institution,
    Place,

    /// <summary>The local economy: a shop, a market, a time bank.</summary>
    Exchange,

    /// <summary>Story and heritage.</summary>
    Culture,
}

/// <summary>Anything on the asset map.</summary>
public sealed class Asset : AggregateRoot, ISearchable, ICounted
{
    public const int PublicCodeLength = 10;

    private readonly List<AssetHours> hours = [];

    private Asset()
    {
    }

    public AssetId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public NeighbourhoodId? NeighbourhoodId { get; private set; }

    public AssetKind Kind { get; private set; }

    public AssetCategoryId? CategoryId { get; private set; }

    public string Name { get; private set; } = "";

    public string? Description { get; private set; }

    public string? Address { get; private set; }

    /// <summary>As the Post Office writes it, or as typed where it is not a postcode.</summary>
    public string? Postcode { get; private set; }

    /// <summary>WGS84 degrees.</summary>
    public double? Latitude { get; private set; }

    /// <summary>WGS84 degrees.</summary>
    public double? Longitude { get; private set; }

    /// <summary>Where the map draws it (<see cref="MapSpot"/>): its own point, else its postcode's. Null where neither is known.</summary>
    public int? MapX { get; private set; }

    public int? MapY { get; private set; }

    /// <summary>What its cost, access and languages say for sure (<see cref="AssetTraits"/>). 0: not read yet.</summary>
    public long Traits { get; private set; }

    public string? OpeningTimes { get; private set; }

    public string? Cost { get; private set; }

    public string? Languages { get; private set; }

    public string? Access { get; private set; }

    public string? ContactName { get; private set; }

    public string? Phone { get; private set; }

    public string? Email { get; private set; }

    public string? Website { get; private set; }

    /// <summary>Who looks after this entry of the map.</summary>
    public string? LookedAfterBy { get; private set; }

    public DateOnly? ConfirmedOn { get; private set; }

    /// <summary>What the evidence against it since then weighs, in hundredths of a bit: <see cref="Freshness.WeightOf(IEnumerable{DoubtKind})"/>.</summary>
    public int DoubtWeight { get; private set; }

    /// <summary>From this day on somebody asks there before sending anybody: <see cref="Freshness.AskFirstFrom"/>. Null until it is
    /// reckoned, for entries older than the reckoning.</summary>
    public DateOnly? AskFirstFrom { get; private set; }

    /// <summary>Where the value of each field came from: <see cref="FieldSources"/>.</summary>
    public string? Sources { get; private set; }

    public DateOnly AddedOn { get; private set; }

    public UserId? AddedBy { get; private set; }

    /// <summary>The last day it was there.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public DateOnly? RejectedOn { get; private set; }

    /// <summary>In the address of its public page, where it was given one.</summary>
    public string? PublicCode { get; private set; }

    public AssetId? MergedInto { get; private set; }

    /// <summary>The import that brought it, and its key there: the same file twice adds nothing twice.</summary>
    public ImportBatchId? ImportBatchId { get; private set; }

    public string? SourceKey { get; private set; }

    /// <summary>What the import's row said, in short: while it says the same, words that people changed here stand.</summary>
    public string? SourceHash { get; private set; }

    public IReadOnlyList<AssetHours> Hours => hours;

    /// <summary>The entry as it stands, to change a part of it. The hours must have been loaded.</summary>
    public AssetDetails Details => new(
        Kind, Name, CategoryId, Description, Address, Postcode, Latitude, Longitude, NeighbourhoodId, OpeningTimes, Cost, Languages, Access,
        ContactName, Phone, Email, Website, LookedAfterBy, [.. hours.Select(h => h.Times).OrderBy(t => t.Day).ThenBy(t => t.Opens)]);

    SearchKind ISearchable.SearchKind => SearchKind.Asset;

    long ISearchable.SearchId => Id.Value;

    IEnumerable<string?> ISearchable.SearchNames => MergedInto is null && RejectedOn is null ? [Name] : [];

    IEnumerable<string?> ISearchable.SearchText => MergedInto is not null || RejectedOn is not null ? [] : IsHome ? [Description] : [Description, Address];

    IEnumerable<string?> ISearchable.SearchKeys => MergedInto is not null || RejectedOn is not null || IsHome ? [] : [Words.PostcodeKey(Postcode)];

    // Not everybody who may read the map may know where somebody lives, so nobody finds them by it.
    private bool IsHome => Kind == AssetKind.Individual;

    IEnumerable<DateOnly> ICounted.CountedOn => [AddedOn];

    /// <param name="from">Where its fields came from; whoever adds it, unless said otherwise.</param>
    public static Asset Add(ProgrammeId programme, UserId? addedBy, DateOnly on, AssetDetails details, FieldSource? from = null)
    {
        var asset = new Asset { ProgrammeId = programme, AddedBy = addedBy, AddedOn = on };
        asset.Change(details, from ?? (addedBy is null ? null : new FieldSource(SourceKind.Member, on, addedBy)));
        if (asset.Sources is not null && details.Kind == default)
        {
            asset.Sources = FieldSources.Put(asset.Sources, [AssetField.Kind], from ?? new FieldSource(SourceKind.Member, on, addedBy));
        }

        return asset;
    }

    /// <param name="from">Where the fields that change now come from; null where that is not known.</param>
    public void Change(AssetDetails details, FieldSource? from = null)
    {
        var before = Details;
        if (details.Latitude is null != details.Longitude is null)
        {
            throw new DomainRuleException("A point needs both a latitude and a longitude.");
        }

        if (details.Latitude is < -90 or > 90 || details.Longitude is < -180 or > 180)
        {
            throw new DomainRuleException("The point is not on this Earth: latitude lies between −90 and 90, longitude between −180 and 180.");
        }

        var (pointBefore, postcodeBefore) = (Latitude, Postcode);
        Kind = details.Kind;
        CategoryId = details.CategoryId;
        Name = Words.Required(details.Name, "The asset's name");
        Description = Words.Tidy(details.Description);
        Address = Words.Tidy(details.Address);
        Postcode = Words.Postcode(details.Postcode) ?? Words.Tidy(details.Postcode);
        Latitude = details.Latitude;
        Longitude = details.Longitude;
        NeighbourhoodId = details.NeighbourhoodId;
        OpeningTimes = Words.Tidy(details.OpeningTimes);
        Cost = Words.Tidy(details.Cost);
        Languages = Words.Tidy(details.Languages);
        Access = Words.Tidy(details.Access);
        ContactName = Words.Tidy(details.ContactName);
        Phone = Words.Tidy(details.Phone);
        Email = Words.Tidy(details.Email);
        Website = Words.Tidy(details.Website);
        LookedAfterBy = Words.Tidy(details.LookedAfterBy);
        Traits = AssetTraits.Of(Cost, Access, Languages);
        // A postcode's point stands while the postcode does; whoever changes it draws it again.
        if (Latitude is not null || pointBefore is not null || Postcode != postcodeBefore)
        {
            Draw(null, null);
        }

        var wanted = details.Hours ?? [];
        hours.RemoveAll(h => !wanted.Contains(h.Times));
        hours.AddRange(wanted.Where(w => hours.TrueForAll(h => h.Times != w)).Distinct().Select(AssetHours.Of));
        Sources = FieldSources.Put(Sources, AssetFields.Changed(before, Details), from);
        ReckonFreshness();
    }

    public void CameFrom(ImportBatchId batch, string key, string hash)
    {
        ImportBatchId = batch;
        SourceKey = key;
        SourceHash = hash;
    }

    /// <summary>What its list's row says by now. The import that first brought it stays the one it came from.</summary>
    public void SaysNow(string? hash) => SourceHash = hash;

    /// <summary>The import that brought it is taken back: it is off the map, and the same row may come again as a new entry.</summary>
    public void TakeBack(DateOnly on)
    {
        Reject(on);
        (SourceKey, SourceHash) = (null, null);
    }

    /// <summary>Says in which neighbourhood it lies, and changes nothing else.</summary>
    public void Place(NeighbourhoodId? neighbourhood) => NeighbourhoodId = neighbourhood;

    /// <summary>Says where the map draws it: its own point wherever it has one, else its postcode's.</summary>
    public void Draw(double? postcodeLatitude, double? postcodeLongitude)
    {
        var at = (Latitude ?? postcodeLatitude) is { } north && (Latitude is null ? postcodeLongitude : Longitude) is { } east ? MapSpot.Of(north, east) : (MapSpot?)null;
        (MapX, MapY) = (at?.X, at?.Y);
    }

    /// <summary>Reads the traits of an entry from before there were any.</summary>
    public void ReadTraits() => Traits = AssetTraits.Of(Cost, Access, Languages);

    /// <summary>Somebody checked that the entry is true: what spoke against it speaks no more.</summary>
    public void Confirm(DateOnly on)
    {
        ConfirmedOn = on;
        DoubtWeight = 0;
        ReckonFreshness();
    }

    /// <summary>This is all that speaks against it now.</summary>
    public void Doubted(IEnumerable<DoubtKind> open)
    {
        DoubtWeight = Freshness.WeightOf(open);
        ReckonFreshness();
    }

    public void ReckonFreshness() => AskFirstFrom = Freshness.AskFirstFrom(Kind, AddedOn, ConfirmedOn, DoubtWeight);

    public void Close(DateOnly on)
    {
        if (ClosedOn is { } closed)
        {
            throw new DomainRuleException($"{Name} is closed since {closed:d MMMM yyyy} already.");
        }

        ClosedOn = on;
    }

    public void Reopen() => ClosedOn = null;

    /// <summary>Gives it a public page, at which anybody may say that it is wrong. One that has a page keeps its address.</summary>
    public void OfferPublicPage(string code)
    {
        if (IsHome)
        {
            throw new DomainRuleException("This is a person's own entry. It has no public page.");
        }

        PublicCode ??= code;
    }

    public void WithdrawPublicPage() => PublicCode = null;

    /// <summary>It is the same as another entry, which stays.</summary>
    public void MergeInto(Asset kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        if (kept.Id == Id)
        {
            throw new DomainRuleException("An entry cannot be made one with itself.");
        }

        if (MergedInto is not null || kept.MergedInto is not null)
        {
            throw new DomainRuleException("One of these entries has been made one with another already.");
        }

        MergedInto = kept.Id;
    }

    public void UndoMerge() => MergedInto = null;

    /// <summary>These fields come from where they came from before.</summary>
    /// <param name="text">As <see cref="Sources"/> was.</param>
    public void PutSourcesBack(IReadOnlyCollection<AssetField> fields, string? text)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var before = FieldSources.Read(text);
        Sources = fields.Aggregate(Sources, (now, field) => FieldSources.Put(now, [field], before.GetValueOrDefault(field)));
    }

    /// <summary>It should not have been on the map: it no longer counts.</summary>
    public void Reject(DateOnly on) => RejectedOn ??= on;
}

public sealed record AssetDetails(
    AssetKind Kind,
    string Name,
    AssetCategoryId? CategoryId = null,
    string? Description = null,
    string? Address = null,
    string? Postcode = null,
    double? Latitude = null,
    double? Longitude = null,
    NeighbourhoodId? NeighbourhoodId = null,
    string? OpeningTimes = null,
    string? Cost = null,
    string? Languages = null,
    string? Access = null,
    string? ContactName = null,
    string? Phone = null,
    string? Email = null,
    string? Website = null,
    string? LookedAfterBy = null,
    IReadOnlyList<OpenSession>? Hours = null);

/// <summary>Open on a day of the week from one time to another. Where it closes at an earlier hour than it opens, that is the next
/// day's: Friday 20:00 to 02:00 is one session, and so is Friday 20:00 to 00:00.</summary>
public sealed record OpenSession
{
    public OpenSession(DayOfWeek day, TimeOnly opens, TimeOnly closes)
    {
        if (closes == opens)
        {
            throw new DomainRuleException($"It would close at {closes:HH:mm}, the moment it opens. Say when it closes.");
        }

        Day = day;
        Opens = opens;
        Closes = closes;
    }

    public DayOfWeek Day { get; }

    public TimeOnly Opens { get; }

    public TimeOnly Closes { get; }

    /// <summary>It closes on the day after <see cref="Day"/>.</summary>
    public bool PastMidnight => Closes < Opens;

    /// <summary>Whether it is open on that day of the week at that time of the clock on the wall.</summary>
    public bool Holds(DayOfWeek day, TimeOnly at) => PastMidnight
        ? (day == Day && at >= Opens) || (day == Next(Day) && at < Closes)
        : day == Day && at >= Opens && at < Closes;

    private static DayOfWeek Next(DayOfWeek day) => (DayOfWeek)(((int)day + 1) % 7);
}

/// <summary>One open session, as stored.</summary>
public sealed class AssetHours
{
    private AssetHours()
    {
    }

    public long Id { get; private set; }

    public AssetId AssetId { get; private set; }

    public DayOfWeek Day { get; private set; }

    public TimeOnly Opens { get; private set; }

    public TimeOnly Closes { get; private set; }

    public OpenSession Times => new(Day, Opens, Closes);

    internal static AssetHours Of(OpenSession times) => new() { Day = times.Day, Opens = times.Opens, Closes = times.Closes };
}

public sealed class AssetCategory
{
    public AssetCategoryId Id { get; private set; }

    public required AssetKind Kind { get; init; }

    public required string Name { get; set; }
}

/// <summary>A partner's suggestion that an entry be changed, for a worker or coordinator to act on.</summary>
public sealed class AssetSuggestion
{
    public AssetSuggestionId Id { get; private set; }

    public required AssetId AssetId { get; set; }

    public required UserId SuggestedBy { get; init; }

    public required DateTimeOffset SuggestedAt { get; init; }

    public required string Suggestion { get; init; }

    public DateTimeOffset? SettledAt { get; set; }
}
