using System.Text;

namespace AbcdConnect.Domain.Metrics;

/// <summary>A metric's name in addresses and files: new-conversations.</summary>
public static class MetricName
{
    private static readonly Dictionary<Metric, string> Names = Enum.GetValues<Metric>().ToDictionary(m => m, Written);

    public static string Of(Metric metric) => Names[metric];

    public static bool TryParse(string? name, out Metric metric)
    {
        foreach (var (known, written) in Names)
        {
            if (string.Equals(written, name, StringComparison.Ordinal))
            {
                metric = known;
                return true;
            }
        }

        metric = default;
        return false;
    }

    private static string Written(Metric metric)
    {
        var name = new StringBuilder();
        foreach (var letter in metric.ToString())
        {
            if (char.IsUpper(letter) && name.Length > 0)
            {
                name.Append('-');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}

/// <summary>The parts that some metrics have beside the whole. They are kept in the database by these names.</summary>
public static class MetricPart
{
    /// <summary>The metric itself.</summary>
    public const string Whole = "";

    public const string PersonPerson = "person-person";
    public const string PersonAsset = "person-asset";
    public const string AssetAsset = "asset-asset";
    public const string Introduced = "introduced";
    public const string MetAtActivity = "activity";
    public const string Existing = "existing";

    /// <summary>All signposts given: those that landed, those that did not and those of which it is not known.</summary>
    public const string Given = "given";
    public const string DidNotGo = "did-not-go";
    public const string NotYetKnown = "not-yet-known";

    /// <summary>Activities that reached the age of six months.</summary>
    public const string Reached6 = "reached-6-months";
    public const string Running6 = "running-at-6-months";
    public const string ResidentLed6 = "resident-led-at-6-months";
    public const string Reached12 = "reached-12-months";
    public const string Running12 = "running-at-12-months";
    public const string ResidentLed12 = "resident-led-at-12-months";

    public static IReadOnlyList<string> Of(Metric metric) => metric switch
    {
        Metric.ConnectionsMade => [Whole, PersonPerson, PersonAsset, AssetAsset, Introduced, MetAtActivity, Existing],
        Metric.SignpostsLanded => [Whole, Given, DidNotGo, NotYetKnown],
        Metric.SelfSustainingActivities => [Whole, Reached6, Running6, ResidentLed6, Reached12, Running12, ResidentLed12],
        _ => [Whole],
    };
}
