using System.Globalization;

namespace AbcdConnect.Benchmarks;

/// <summary>What is asked for on the command line.</summary>
/// <param name="Folder">Where the city is kept, so that it is made once.</param>
/// <param name="Scale">1 for the whole city.</param>
internal sealed record Settings(string What, string Folder, double Scale)
{
    public static Settings From(string[] args)
    {
        string Value(string name, string otherwise) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : otherwise;
        return new Settings(
            args.FirstOrDefault(a => !a.StartsWith('-')) ?? "help",
            Value("--data", Path.Combine(Path.GetTempPath(), "abcd-city")),
            double.Parse(Value("--scale", "1"), CultureInfo.InvariantCulture));
    }

    public static int Help()
    {
        Console.Error.WriteLine(
            """
            The measurements of docs/performance.md. Each prints a table in Markdown.

              pages     server time of each page and use case, one and eight at a time
              plans     the slower statements and how the database answers them
              growth    the same pages when the history doubles
              start     how long the web application takes to start, and its memory
              compile   one month's figures, and all of them
              search    the search box
              map       the map's cells, three filters at once, the nearest 20
              pan       dragging and zooming the map in Chromium, frame by frame
              next      whom and what a conversation's page suggests next
              agenda    a meeting's draft agenda, and its pack as PDF
              import    rows a second
              duplicates  looking for the same place twice among 50,000 entries
              openref   what is shared as Open Referral: a page of 50, and requests a second
              pdf       one month's report as a PDF
              offline   until a phone without signal can be typed in (needs Chromium)
              capture   the form for a conversation on a slow phone, in Chromium
              disclosure a table of 21 wards, 12 months and 8 metrics protected, and attacked
              room      thirty people on one live meeting
              recognise gifts and asks in 200 words, on the server and in Chromium
              words     taking words out of text (BenchmarkDotNet)

              --data FOLDER   where the city is kept (otherwise the temporary folder); made on first use
              --scale S       0.1 for a tenth of the city; 1 unless given
            """);
        return 1;
    }
}
