using System.Globalization;

namespace AbcdConnect.Benchmarks;

/// <summary>The measurements of docs/performance.md.</summary>
internal static class Benchmark
{
    public static Task<int> Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var settings = Settings.From(args);
        return settings.What switch
        {
            "pages" => PageTimes.Measure(settings),
            "plans" => Plans.Measure(settings),
            "growth" => Growth.Measure(settings),
            "start" => StartUp.Measure(settings),
            "compile" => Compiling.Measure(settings),
            "search" => Searching.Measure(settings),
            "map" => Mapping.Measure(settings),
            "pan" => Panning.Measure(settings),
            "next" => Nexts.Measure(settings),
            "agenda" => Agendas.Measure(settings),
            "duplicates" => Task.FromResult(Duplicates.Measure(settings)),
            "import" => Importing.Measure(settings),
            "openref" => OpenReferralSpeed.Measure(settings),
            "pdf" => Printing.Measure(settings),
            "offline" => Offline.Measure(),
            "capture" => Capturing.Measure(settings),
            "recognise" => Task.FromResult(Recognising.Measure()),
            "disclosure" => Task.FromResult(Disclosing.Measure()),
            "room" => Rooms.Measure(settings),
            "words" => Task.FromResult(Words.Measure()),
            _ => Task.FromResult(Settings.Help()),
        };
    }
}
