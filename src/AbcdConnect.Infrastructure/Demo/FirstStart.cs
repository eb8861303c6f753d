using AbcdConnect.Application.Programmes;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AbcdConnect.Infrastructure.Demo;

/// <summary>What a start in Development does before anybody is let in: the demo borough is there, and its six sign-ins
/// work. A database that holds a programme already keeps what it has.</summary>
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

        // The six may have been brought by "abcd seed", which gives nobody a password.
        var db = scope.ServiceProvider.GetRequiredService<AbcdDbContext>();
        var worker = DemoAccounts.EmailOf(Role.Worker);
        var demo = await db.Members.Where(m => m.Email == worker).Select(m => (ProgrammeId?)m.ProgrammeId).FirstOrDefaultAsync(token);
        if (demo is not { } programme)
        {
            return;
        }

        await scope.ServiceProvider.GetRequiredService<DemoAccounts>().MakeAsync(programme, token);
    }

    // At once and in order: Progress<T> would report from other threads.
    private sealed class Say(ILogger logger) : IProgress<string>
    {
        public void Report(string value) => logger.LogInformation("Demo borough: {Progress}", value);
    }
}
