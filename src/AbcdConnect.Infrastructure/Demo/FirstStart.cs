using AbcdConnect.Application.Programmes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AbcdConnect.Infrastructure.Demo;

/// <summary>What a start in Development does before anybody is let in: the demo borough is there. A database that holds a
/// programme already keeps what it has.</summary>
public static class FirstStart
{
    public static async Task LoadDemoAsync(this IServiceProvider services, CancellationToken token = default)
    {
        await using var scope = services.CreateAsyncScope();
        var logger = scope.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("AbcdConnect.FirstStart");
        var loaded = await scope.ServiceProvider.GetRequiredService<IDemoBorough>().LoadAsync(new Say(logger), token);
        if (loaded)
        {
            logger.LogInformation("The demo borough is loaded.");
        }
    }

    // At once and in order: Progress<T> would report from other threads.
    private sealed class Say(ILogger logger) : IProgress<string>
    {
        public void Report(string value) => logger.LogInformation("Demo borough: {Progress}", value);
    }
}
