using System.Diagnostics;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Domain.Common;

namespace AbcdConnect.Benchmarks;

/// <summary>Compiling the figures of one month among sixty, and of all sixty.</summary>
internal static class Compiling
{
    public static async Task<int> Measure(Settings settings)
    {
        await using var city = await CityData.Ready(settings);
        Console.WriteLine("| | seconds |\n|---|---:|");
        foreach (var (name, month) in new (string, YearMonth)[] { ("The last month, again", city.LastMonth), ("A month in the middle of the history", city.LastMonth.AddMonths(-30)) })
        {
            var times = new List<double>();
            for (var i = 0; i < 11; i++)
            {
                var watch = Stopwatch.StartNew();
                await city.Send(new CompileMonth(month));
                if (i > 0)
                {
                    times.Add(watch.Elapsed.TotalSeconds);
                }
            }

            Console.WriteLine($"| {name}: p50 | {times.At(0.5):0.00} |\n| {name}: p95 | {times.At(0.95):0.00} |");
        }

        await city.Db(async db =>
        {
            db.RemoveRange(db.MonthlyMetrics);
            return await db.SaveChangesAsync();
        });
        var whole = Stopwatch.StartNew();
        await city.Send(new CompileAll());
        Console.WriteLine($"| All sixty months, from nothing | {whole.Elapsed.TotalSeconds:0.0} |");
        whole.Restart();
        await city.Send(new CompileAll());
        Console.WriteLine($"| All sixty months, again | {whole.Elapsed.TotalSeconds:0.0} |");
        return 0;
    }
}
