using System.Globalization;
using AbcdConnect.Domain.Access;

namespace AbcdConnect.Benchmarks;

/// <summary>The map's cells, three filters at once and what is nearest, over the city's 50,000 assets.</summary>
internal static class Mapping
{
    // The city is ten neighbourhoods wide, each 0.02 degrees: 0.20 to 0.40 east, from 52.80 north.
    private const double West = 0.20;
    private const double South = 52.80;

    public static async Task<int> Measure(Settings settings)
    {
        await using var city = await CityData.Ready(settings);
        await using var host = new WebHost(city.Folder);
        (string What, Func<int, string> Path)[] asked =
        [
            ("Map, the whole city on one screen (zoom 12)", _ => Cells(West, South, 0.2, 0.2, 12, "")),
            ("The same: with three filters", i => Cells(West, South, 0.2, 0.2, 12, Three(i))),
            ("The same: open now", _ => Cells(West, South, 0.2, 0.2, 12, "&OpenNow=true")),
            ("The same: a quarter of it (zoom 14)", i => Cells(West + Step(i, 0.1), South + Step(i * 3, 0.04), 0.1, 0.06, 14, "")),
            ("The same: a neighbourhood (zoom 16)", i => Cells(West + Step(i, 0.17), South + Step(i * 3, 0.08), 0.03, 0.015, 16, "")),
            ("The same: a street (zoom 18)", i => Cells(West + Step(i, 0.19), South + Step(i * 3, 0.09), 0.008, 0.004, 18, "")),
            ("Boundaries, names and main points", _ => "/assets/map/outlines"),
            ("Nearest 20 to a point", i => $"/assets/map/nearest?Place={Number(South + Step(i * 3, 0.09))},{Number(West + Step(i, 0.19))}"),
            ("The same: with three filters", i => $"/assets/map/nearest?Place={Number(South + Step(i * 3, 0.09))},{Number(West + Step(i, 0.19))}{Three(i)}"),
            ("List, three filters: kind, cost, language", i => "/assets?" + Three(i)),
            ("List, three filters: kind, open on a day at a time, step-free", i => $"/assets?Kind=Association&OpenOn={(DayOfWeek)(1 + (i % 5))}&OpenAt=11:00&Access=StepFree"),
            ("List, near a point, nearest first", i => $"/assets?Place={Number(South + Step(i * 3, 0.09))},{Number(West + Step(i, 0.19))}&Within=1400"),
            ("List, open now", _ => "/assets?OpenNow=true"),
            ("List, no filter", _ => "/assets"),
            ("Six kinds by neighbourhood, counted within ten minutes", _ => "/assets/kinds"),
        ];
        Console.WriteLine("Milliseconds of server time for the whole answer, one at a time.\n");
        foreach (var role in new[] { Role.Coordinator, Role.Partner })
        {
            using var browser = await host.SignIn(Infrastructure.Access.DemoAccounts.EmailOf(role));
            Console.WriteLine($"| {role} | p50 | p95 |\n|---|---:|---:|");
            for (var row = 0; row < asked.Length; row++)
            {
                var (what, path) = asked[row];
                var (times, status) = await PageTimes.OneAtATime(host, browser, new Asked($"{row} {what}", i => path(i)), $"map {role}", 100);
                Console.WriteLine(times.Count == 0 ? $"| {what} | answers {(int)status} | |" : $"| {what} | {times.At(0.5):0.0} | {times.At(0.95):0.0} |");
            }

            Console.WriteLine();
        }

        return 0;
    }

    private static string Cells(double west, double south, double wide, double high, int zoom, string filters) =>
        $"/assets/map/cells?bbox={Number(west)},{Number(south)},{Number(west + wide)},{Number(south + high)}&zoom={zoom}{filters}";

    private static string Three(int i) => $"&Kind={(i % 2 == 0 ? "Association" : "Place")}&Cost=Nothing&Language={(i % 3 == 0 ? "Polish" : "English")}";

    // Somewhere else each time, spread evenly (the golden ratio's fraction).
    private static double Step(int i, double within) => i * 0.6180339887 % 1 * within;

    private static string Number(double number) => number.ToString("0.#####", CultureInfo.InvariantCulture);
}
