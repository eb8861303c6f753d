using AbcdConnect.Application.Metrics;
using AbcdConnect.Application.Reports.Sections;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Reports.Disclosure;

namespace AbcdConnect.Application.Reports;

/// <summary>Says to a coordinator which hidden counts could be worked out, and how nearly.</summary>
internal static class BreachWords
{
    public static IReadOnlyList<string> Of(IReadOnlyList<Breach> breaches, IReadOnlyList<BookPlace> places) => [.. breaches.Select(b => Of(b, places)).Distinct(StringComparer.Ordinal)];

    private static string Of(Breach breach, IReadOnlyList<BookPlace> places)
    {
        var key = breach.Cell;
        var title = MetricName.TryParse(key.What, out var metric) ? MetricDefinitions.Of(metric).Title : TitleOf(key.What);
        // Of what counts in a listing the last word says what it is.
        var name = key.PartsOf is null ? key.Part : key.Part[(key.Part.LastIndexOf('~') + 1)..];
        var part = name.Length == 0 ? "" : $", {MetricDefinitions.PartTitle(name)}";
        var place = key.Place switch
        {
            null => "",
            0 => " in no neighbourhood",
            { } id => $" in {places.FirstOrDefault(p => p.Id.Value == id)?.Name ?? "a neighbourhood that is no more"}",
        };
        var when = key.From == key.To ? key.To.ToWords() : $"{key.From.ToWords()} to {key.To.ToWords()}";
        return $"{title}{part}{place}, {when}: whoever keeps every report could work out {breach.Known}, and everything from {breach.Low} to {breach.High} should stay possible.";
    }

    private static string TitleOf(string what) => what switch
    {
        MoreCells.Reached => "People reached",
        MoreCells.Visits => "Visits to activities",
        MoreCells.Ties => "Ties that stand",
        MoreCells.Tied => "People with a tie",
        _ when what.StartsWith("measure-", StringComparison.Ordinal) => $"Answers to {what["measure-".Length..what.LastIndexOf('-')]}",
        _ => what,
    };
}
