using AbcdConnect.Domain.Metrics;
using CsvHelper;

namespace AbcdConnect.Application.Metrics;

/// <summary>What a metric is called and how it is defined: shown wherever its figure is.</summary>
/// <param name="Title">New conversations.</param>
/// <param name="Unit">What stands after the figure: "57 contacts added".</param>
/// <param name="CountsPeople">Whether a small figure could say something about one person, and is hidden where it is published.</param>
public sealed record MetricDefinition(Metric Metric, string Name, string Title, string Unit, string Definition, bool CountsPeople);

/// <summary>The definitions, as data: <c>database/metrics/definitions.csv</c>.</summary>
public static class MetricDefinitions
{
    private static readonly Dictionary<Metric, MetricDefinition> Read = Load();

    /// <summary>In the order in which they are shown.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } = [.. Enum.GetValues<Metric>().Select(m => Read[m])];

    public static MetricDefinition Of(Metric metric) => Read[metric];

    /// <summary>A part of a metric in words.</summary>
    public static string PartTitle(string part) => part switch
    {
        MetricPart.Whole => "all",
        MetricPart.PersonPerson => "between people",
        MetricPart.PersonAsset => "between a person and a place or group",
        MetricPart.AssetAsset => "between places or groups",
        MetricPart.Introduced => "introduced by a worker",
        MetricPart.MetAtActivity => "met at an activity",
        MetricPart.Existing => "there already when the programme noticed",
        MetricPart.Given => "signposts given",
        MetricPart.DidNotGo => "did not go within 12 weeks",
        MetricPart.NotYetKnown => "not yet known",
        MetricPart.Reached6 => "reached six months of age",
        MetricPart.Running6 => "running at six months",
        MetricPart.ResidentLed6 => "led by residents at six months",
        MetricPart.Reached12 => "reached twelve months of age",
        MetricPart.Running12 => "running at twelve months",
        MetricPart.ResidentLed12 => "led by residents at twelve months",
        _ => part,
    };

    private static Dictionary<Metric, MetricDefinition> Load()
    {
        using var stream = typeof(MetricDefinitions).Assembly.GetManifestResourceStream("metric-definitions.csv")
            ?? throw new InvalidOperationException("The metrics' definitions are not in the assembly.");
        using var csv = CsvReader.Create(stream, new CsvReaderOptions());
        var read = new Dictionary<Metric, MetricDefinition>();
        while (csv.Read())
        {
            var name = csv.GetString("metric");
            if (!MetricName.TryParse(name, out var metric))
            {
                throw new InvalidOperationException($"The definitions name '{name}', which is no metric.");
            }

            read.Add(metric, new MetricDefinition(metric, name, csv.GetString("title"), csv.GetString("unit"), csv.GetString("definition"), csv.GetString("counts") == "people"));
        }

        return read;
    }
}
