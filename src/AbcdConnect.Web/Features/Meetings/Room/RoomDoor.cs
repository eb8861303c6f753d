using System.Security.Claims;
using AbcdConnect.Application.Meetings.Room;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Web.Features.Access;
using AbcdConnect.Web.Features.Shared;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.SignalR;

namespace AbcdConnect.Web.Features.Meetings.Room;

/// <summary>Lets each call of a live connection in as a page is let in: the session must still hold, the member still be one. A connection lives for
/// hours; who they are is read anew each time.</summary>
public sealed class RoomDoor(SignInStanding standing, SignedIn signedIn)
{
    /// <returns>False: nobody, any more.</returns>
    public async Task<bool> Enter(ClaimsPrincipal? user, CancellationToken token) =>
        user is not null && await standing.Holds(user, token) && await signedIn.ReadAsync(user, token);
}

/// <summary>Stands before every method of <see cref="RoomHub"/>.</summary>
internal sealed class RoomFilter : IHubFilter
{
    /// <summary>What a page is told that is to stop trying: its session is over, or the meeting is not theirs.</summary>
    public const string Out = "out";

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (!await invocationContext.ServiceProvider.GetRequiredService<RoomDoor>().Enter(invocationContext.Context.User, invocationContext.Context.ConnectionAborted))
        {
            invocationContext.Context.Abort();
            throw new HubException(Out);
        }

        try
        {
            return await next(invocationContext);
        }
        catch (Exception refused) when (refused is NotFoundException or NotAllowedException)
        {
            throw new HubException(Out, refused);
        }
        catch (ValidationException wrong)
        {
            throw new HubException(string.Join(". ", wrong.Errors.Select(e => e.ErrorMessage)), wrong);
        }
        catch (DomainRuleException broken)
        {
            throw new HubException(broken.Message, broken);
        }
    }
}

/// <summary>Who is connected to which meeting, on this server. Looks every few seconds whether they still may be.</summary>
public sealed class RoomSeats(IServiceScopeFactory scopes)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Seat> taken = new(StringComparer.Ordinal);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<AgendaItemId, byte> folding = new();

    public void Sit(HubCallerContext caller, long meeting)
    {
        ArgumentNullException.ThrowIfNull(caller);
        taken[caller.ConnectionId] = new Seat(caller, new MeetingId(meeting));
    }

    public void Leave(string connection) => taken.TryRemove(connection, out _);

    /// <summary>Puts out those whose session was ended, whose role or place at the meeting is gone.</summary>
    public async Task Look(CancellationToken token)
    {
        foreach (var together in taken.Values.GroupBy(s => (Who: s.Caller.User?.FindFirstValue(ClaimTypes.NameIdentifier), Session: s.Caller.User?.Device(), s.Meeting)))
        {
            if (!await MayStay(together.First().Caller.User, together.Key.Meeting, token))
            {
                foreach (var seat in together)
                {
                    seat.Caller.Abort();
                    Leave(seat.Caller.ConnectionId);
                }
            }
        }
    }

    /// <summary>Folds an item's edits, unless that is being done; beside the connection's own work, which goes on.</summary>
    public async Task Fold(MeetingId meeting, AgendaItemId item, ClaimsPrincipal user)
    {
        if (!folding.TryAdd(item, 0))
        {
            return;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<RoomDoor>().Enter(user, CancellationToken.None))
            {
                await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new FoldNotes(meeting, item));
            }
        }
        catch (Exception first) when (first is OvertakenException or Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            // Another server folded the same edits, and was first.
        }
        finally
        {
            folding.TryRemove(item, out _);
        }
    }

    private async Task<bool> MayStay(ClaimsPrincipal? user, MeetingId meeting, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<RoomDoor>().Enter(user, token))
        {
            return false;
        }

        try
        {
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new MayBeInRoom(meeting), token);
            return true;
        }
        catch (Exception refused) when (refused is NotFoundException or NotAllowedException)
        {
            return false;
        }
    }

    private sealed record Seat(HubCallerContext Caller, MeetingId Meeting);
}

/// <summary>Asks <see cref="RoomSeats"/> to look, for as long as the server runs.</summary>
internal sealed partial class RoomWatch(RoomSeats seats, ILogger<RoomWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await seats.Look(stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                // The database is busy or away: those who sit stay seated until it answers; each of their calls asks for itself.
                LogNotLooked(trouble.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether everybody may still be in the room was not looked at: {Trouble}")]
    private partial void LogNotLooked(string trouble);
}

internal static class RoomSetup
{
    /// <summary>The live connections of meetings.</summary>
    public static IServiceCollection AddRooms(this IServiceCollection services)
    {
        services.AddScoped<RoomDoor>();
        services.AddSingleton<RoomSeats>();
        services.AddSingleton<RoomNews>();
        services.AddHostedService<RoomWatch>();
        services.AddSignalR(signalR =>
        {
            signalR.AddFilter<RoomFilter>();
            // What somebody typed for an hour without a signal comes in one piece.
            signalR.MaximumReceiveMessageSize = 1024 * 1024;
            signalR.KeepAliveInterval = TimeSpan.FromSeconds(10);
            signalR.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
        });
        return services;
    }

    public static void MapRooms(this IEndpointRouteBuilder app) => app.MapHub<RoomHub>(RoomHub.Address, connection => connection.CloseOnAuthenticationExpiration = true);
}
