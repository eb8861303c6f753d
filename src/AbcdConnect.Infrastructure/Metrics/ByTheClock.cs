using AbcdConnect.Application.Access;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Infrastructure.Database;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Infrastructure.Metrics;

/// <summary>What the scheduler sends: the same requests as anybody's, in the programme's name.</summary>
internal static class ByTheClock
{
    /// <summary>Sends one for each programme. One programme's trouble is not another's: each is tried, and what failed is thrown at the end.</summary>
    /// <exception cref="AggregateException">Of what failed.</exception>
    public static async Task ForEach<T>(IEnumerable<ProgrammeId> programmes, Func<ProgrammeId, Task<T>> send, CancellationToken token)
    {
        var failures = new List<Exception>();
        foreach (var programme in programmes)
        {
            var sending = send(programme);
            await ((Task)sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (sending.IsFaulted)
            {
                failures.AddRange(sending.Exception!.InnerExceptions);
            }
        }

        token.ThrowIfCancellationRequested();
        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }

    /// <inheritdoc cref="ForEach{T}"/>
    public static async Task ForEachProgramme<T>(this IServiceScopeFactory scopes, Func<ProgrammeId, Task<T>> send, CancellationToken token)
    {
        List<ProgrammeId> programmes;
        await using (var scope = scopes.CreateAsyncScope())
        {
            programmes = await scope.ServiceProvider.GetRequiredService<AbcdDbContext>().Programmes.OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(token);
        }

        await ForEach(programmes, send, token);
    }

    public static async Task<T> SendFor<T>(this IServiceScopeFactory scopes, ProgrammeId programme, IRequest<T> request, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AmbientViewer>().Viewer = Viewer.System(programme, "The scheduler");
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, token);
    }
}
