using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Meetings.Room;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Web.Features.Meetings.Room;
using MediatR;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Benchmarks;

/// <summary>Thirty people on one live meeting: how long until what one types stands before the others, from key to each of the 29, database included.
/// The thirty browsers' ends run in this process, on the same cores as the server.</summary>
internal static class Rooms
{
    private const int People = 30;
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(20);

    public static async Task<int> Measure(Settings settings)
    {
        var folder = Directory.CreateTempSubdirectory("abcd-room-").FullName;
        try
        {
            await using var host = new WebHost(folder);
            var (meeting, item) = await Plan(host);
            var coordinator = await host.Cookies("coordinator@demo.example");
            var worker = await host.Cookies("worker@demo.example");
            Console.WriteLine("| 30 people on one meeting | edits | seen by the others, p50 | p95 | p99 | in the database, p95 | the room's page meanwhile, p95 |");
            Console.WriteLine("|---|---|---|---|---|---|---|");
            // A fast typist makes six strokes a second; the page sends what was typed in the last 40 ms.
            await Row(host, "2 type as fast as people talk", coordinator, worker, meeting, item, writers: 2, TimeSpan.FromMilliseconds(160));
            await Row(host, "6 type as fast as people talk", coordinator, worker, meeting, item, writers: 6, TimeSpan.FromMilliseconds(160));
            await Row(host, "all 30 type, one edit a second each", coordinator, worker, meeting, item, writers: People, TimeSpan.FromSeconds(1));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task Row(WebHost host, string name, CookieContainer coordinator, CookieContainer worker, MeetingId meeting, AgendaItemId item, int writers, TimeSpan every)
    {
        ConcurrentDictionary<(long, long), long> sent = new();
        ConcurrentBag<double> seen = [], stored = [], page = [];
        var connections = new List<HubConnection>();
        for (var who = 0; who < People; who++)
        {
            var cookies = who % 2 == 0 ? coordinator : worker;
            var connection = new HubConnectionBuilder()
                .WithUrl(new Uri(host.ClientOptions.BaseAddress, RoomHub.Address), HttpTransportType.WebSockets, options => options.Cookies = cookies)
                .Build();
            connection.On<long, IReadOnlyList<WireEdit>>("typed", (_, edits) =>
            {
                foreach (var edit in edits)
                {
                    seen.Add(Stopwatch.GetElapsedTime(sent[(edit.Writer, edit.Number)]).TotalMilliseconds);
                }
            });
            await connection.StartAsync();
            await connection.InvokeAsync<NotesNow>("Join", meeting.Value);
            connections.Add(connection);
        }

        using var over = new CancellationTokenSource(Lasts);
        var typing = connections.Take(writers).Select((connection, at) => Task.Run(async () =>
        {
            var (writer, text, number) = (Random.Shared.NextInt64(1, 1L << 40), new SharedText(), 0);
            await Task.Delay(every * at / writers);
            while (!over.IsCancellationRequested)
            {
                var edit = text.Type(writer, number, 0, "a")!;
                number++;
                var began = Stopwatch.GetTimestamp();
                sent[(edit.Id.Writer, edit.Id.Number)] = began;
                await connection.InvokeAsync("Type", meeting.Value, item.Value, new[] { WireEdit.Of(edit) });
                var took = Stopwatch.GetElapsedTime(began);
                stored.Add(took.TotalMilliseconds);
                await Task.Delay(took < every ? every - took : TimeSpan.Zero);
            }
        })).ToList();
        using (var client = new HttpClient(new SocketsHttpHandler { CookieContainer = coordinator }) { BaseAddress = host.ClientOptions.BaseAddress })
        {
            while (!over.IsCancellationRequested)
            {
                var began = Stopwatch.GetTimestamp();
                await client.GetStringAsync(new Uri($"/meetings/{meeting}/room", UriKind.Relative));
                page.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                await Task.Delay(500);
            }
        }

        await Task.WhenAll(typing);
        await Task.Delay(500);
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }

        var (all, kept, pages) = (seen.ToList(), stored.ToList(), page.ToList());
        Console.WriteLine(FormattableString.Invariant($"| {name} | {kept.Count} | {all.At(0.5):0.0} ms | {all.At(0.95):0.0} ms | {all.At(0.99):0.0} ms | {kept.At(0.95):0.0} ms | {pages.At(0.95):0.0} ms |"));
    }

    private static async Task<(MeetingId Meeting, AgendaItemId Item)> Plan(WebHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AbcdDbContext>();
        var joan = await db.Members.SingleAsync(m => m.Email == "coordinator@demo.example");
        scope.ServiceProvider.GetRequiredService<AmbientViewer>().Viewer = new(joan.Id, joan.Name, joan.Role, joan.ProgrammeId, []);
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var meeting = await mediator.Send(new PlanMeeting(new MeetingDetails("Thirty people", DateOnly.FromDateTime(DateTime.UtcNow))));
        return (meeting, await mediator.Send(new AddAgendaItem(meeting, new AgendaItemDetails("Everybody writes", 20))));
    }
}
