using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace AbcdConnect.Benchmarks;

/// <summary>Times each request inside the server, from the first middleware to the last byte written. Only the benchmark registers it.</summary>
internal sealed class ServerTimes : IStartupFilter
{
    public const string Header = "X-Benchmark";

    private readonly ConcurrentDictionary<string, ConcurrentQueue<double>> times = new(StringComparer.Ordinal);

    /// <summary>Milliseconds of each request under a name.</summary>
    public IReadOnlyList<double> Of(string name) => times.TryGetValue(name, out var found) ? [.. found] : [];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, then) =>
        {
            var began = Stopwatch.GetTimestamp();
            await then();
            if (context.Request.Headers.TryGetValue(Header, out var name))
            {
                times.GetOrAdd(name.ToString(), _ => new ConcurrentQueue<double>()).Enqueue(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        });
        next(app);
    };
}

internal static class Percentiles
{
    /// <summary>The value below which this share of them lies (nearest rank).</summary>
    public static double At(this IReadOnlyList<double> values, double share) =>
        values.Count == 0 ? double.NaN : values.Order().ElementAt(Math.Clamp((int)Math.Ceiling(values.Count * share) - 1, 0, values.Count - 1));
}
