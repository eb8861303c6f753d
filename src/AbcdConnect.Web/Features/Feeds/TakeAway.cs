using AbcdConnect.Application.Activities;
using AbcdConnect.Application.Assets;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Web.Features.Feeds;

/// <summary>What of a page may be taken along: into a calendar, an address book, a map. Only what is public is in these files.</summary>
public sealed record TakeAway(string Heading, IReadOnlyList<(string What, string Address)> Files)
{
    /// <summary>The partial's place: it stands on pages of other features.</summary>
    public const string View = "/Features/Feeds/_TakeAway.cshtml";

    public static TakeAway Of(AssetView asset) => new(
        "Take it along",
        asset.Details.Kind == AssetKind.Individual
            ? []
            : [("How to reach it, for an address book (vCard)", $"/open-data/assets/{asset.Id}.vcf"), ("For search engines (schema.org)", $"/open-data/assets/{asset.Id}.jsonld")]);

    public static TakeAway Of(ActivityView activity)
    {
        if (activity.Details.Status == ActivityStatus.Idea)
        {
            return new("", []);
        }

        var hasDay = activity.FirstSessionOn is not null || (activity.Details.Frequency != ActivityFrequency.Once && activity.Details.Day is not null);
        (string, string)[] calendar = hasDay ? [("Into my calendar", $"/open-data/activities/{activity.Id}.ics")] : [];
        return new("Take it along", [.. calendar, ("For search engines (schema.org)", $"/open-data/activities/{activity.Id}.jsonld")]);
    }

    public static TakeAway Of(NeighbourhoodId neighbourhood) => new("Take it along",
    [
        ("What's on here, as anybody may read it where you share", $"/whats-on/{neighbourhood}"),
        ("The same as a booklet to print (PDF, A5)", $"/whats-on/{neighbourhood}.pdf"),
        ("What's on here, as a calendar to subscribe to", $"/open-data/activities.ics?neighbourhood={neighbourhood}"),
        ("Its assets as points (GeoJSON)", $"/open-data/assets.geojson?neighbourhood={neighbourhood}"),
        ("For Kumu: what there is (CSV)", $"/open-data/kumu-elements.csv?neighbourhood={neighbourhood}"),
        ("For Kumu: what is tied (CSV)", $"/open-data/kumu-connections.csv?neighbourhood={neighbourhood}"),
        ("For Kumu: both (JSON)", $"/open-data/kumu.json?neighbourhood={neighbourhood}"),
    ]);

    /// <param name="query">The list's own, with its question mark.</param>
    public static TakeAway OfAssets(string query) => new("Take the map along",
    [
        ("These as points (GeoJSON), without individuals", $"/assets.geojson{query}"),
        ("For Kumu: what there is (CSV)", "/open-data/kumu-elements.csv"),
        ("For Kumu: what is tied (CSV)", "/open-data/kumu-connections.csv"),
    ]);

    public static TakeAway OfActivities(long? neighbourhood) => new("Take them along",
        [("What's on, as a calendar to subscribe to", $"/open-data/activities.ics{(neighbourhood is { } place ? $"?neighbourhood={place}" : "")}")]);
}
