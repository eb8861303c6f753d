using AbcdConnect.Application.Meetings;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Meetings.Room;
using AbcdConnect.Testing;
using AbcdConnect.Web.Features.Meetings.Room;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Web.Tests.Meetings.Room;

public sealed class RoomHubTests
{
    [Fact]
    public async Task What_one_types_is_in_the_database_when_answered_and_comes_to_the_others_and_not_to_the_wall()
    {
        await using var app = await TestApp.Start();
        var (meeting, item) = await Plan(app);
        await using var joan = await Connect(app, Role.Coordinator);
        await using var amina = await Connect(app, Role.Worker);
        await using var priya = await Connect(app, Role.Partner);
        await using var wall = await Connect(app, Role.Coordinator);
        (await joan.InvokeAsync<NotesNow>("Join", meeting.Value)).MayWrite.ShouldBeTrue();
        await amina.InvokeAsync<NotesNow>("Join", meeting.Value);
        (await priya.InvokeAsync<NotesNow>("Join", meeting.Value)).MayWrite.ShouldBeFalse();
        await wall.InvokeAsync("Watch", meeting.Value);
        var (toAmina, toPriya, toWall, changed) = (Hears(amina), Hears(priya), Hears(wall), new TaskCompletionSource<string>());
        wall.On<string>("changed", changed.SetResult);
        var text = new SharedText();

        await joan.InvokeAsync("Type", meeting.Value, item.Value, new[] { WireEdit.Of(text.Type(5, 0, 0, "The hall opens.")!) });
        (await app.Database.Db(db => db.NoteEdits.SingleAsync())).Text.ShouldBe("The hall opens.");
        foreach (var heard in new[] { toAmina, toPriya })
        {
            (await heard.Task.WaitAsync(TimeSpan.FromSeconds(30))).ShouldSatisfyAllConditions(h => h.Item.ShouldBe(item.Value), h => h.Edits.ShouldHaveSingleItem().Text.ShouldBe("The hall opens."));
        }

        // The forms tell the wall that something changed. What was typed before never came there.
        using (await app.As(Role.Coordinator).Post($"/meetings/{meeting}/room", [new("Decision", "Yes")], $"/meetings/{meeting}/room/decisions")) { }
        (await changed.Task.WaitAsync(TimeSpan.FromSeconds(30))).ShouldBe("Decisions");
        toWall.Task.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Only_those_who_belong_come_in_and_only_those_who_may_write_write()
    {
        await using var app = await TestApp.Start();
        var (meeting, item) = await Plan(app);
        var other = await app.Database.Send(new PlanMeeting(new MeetingDetails("Another table", app.Database.Clock.Today)), app.Database.Coordinator);
        await using var priya = await Connect(app, Role.Partner);
        await using var colin = await Connect(app, Role.Commissioner);
        object edits = new[] { new WireEdit(5, 1, null, null, "Mine", null) };

        await Out(priya.InvokeAsync("Join", other.Value));
        await Out(priya.InvokeAsync("Watch", other.Value));
        await Out(priya.InvokeAsync("Type", meeting.Value, item.Value, edits));
        await Out(colin.InvokeAsync("Join", meeting.Value));
        (await app.Database.Db(db => db.NoteEdits.CountAsync())).ShouldBe(0);
        var nobody = await Should.ThrowAsync<HttpRequestException>(Connect(app, null));
        nobody.StatusCode.ShouldNotBe(System.Net.HttpStatusCode.OK);
        await using var amina = await Connect(app, Role.Worker);
        (await Should.ThrowAsync<HubException>(amina.InvokeAsync("Type", meeting.Value, item.Value, new[] { new WireEdit(5, 0, null, null, "Mine", null) }))).Message.ShouldContain("This edit has no number");
    }

    [Fact]
    public async Task Whoever_is_locked_or_taken_off_the_list_drops_out()
    {
        await using var app = await TestApp.Start();
        var (meeting, item) = await Plan(app);
        var seats = app.Services.GetRequiredService<RoomSeats>();
        await using var priya = await Connect(app, Role.Partner);
        await using var amina = await Connect(app, Role.Worker);
        await using var joan = await Connect(app, Role.Coordinator);
        var (priyaIsOut, aminaIsOut, joanIsOut) = (Closes(priya), Closes(amina), Closes(joan));
        await priya.InvokeAsync<NotesNow>("Join", meeting.Value);
        await amina.InvokeAsync<NotesNow>("Join", meeting.Value);
        await joan.InvokeAsync<NotesNow>("Join", meeting.Value);

        await app.Database.Send(new UninvitePractitioner(meeting, new PractitionerId(1)), app.Database.Coordinator);
        await seats.Look(CancellationToken.None);
        await priyaIsOut.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await app.Database.Db(async db =>
        {
            (await db.Members.SingleAsync(m => m.Id == app.Database.Worker.UserId)).Lock(app.Database.Clock.Today);
            return await db.SaveChangesAsync();
        });
        await Should.ThrowAsync<Exception>(amina.InvokeAsync("Type", meeting.Value, item.Value, new[] { new WireEdit(5, 1, null, null, "Mine", null) }));
        await aminaIsOut.Task.WaitAsync(TimeSpan.FromSeconds(30));
        (await app.Database.Db(db => db.NoteEdits.CountAsync())).ShouldBe(0);
        joanIsOut.Task.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Many_edits_are_folded_into_the_notes()
    {
        await using var app = await TestApp.Start();
        var (meeting, item) = await Plan(app);
        await using var joan = await Connect(app, Role.Coordinator);
        var text = new SharedText();

        await joan.InvokeAsync("Type", meeting.Value, item.Value, Enumerable.Range(0, 210).Select(at => WireEdit.Of(text.Type(5, at, 0, "a")!)).ToArray());

        (await app.Database.Db(db => db.NoteEdits.CountAsync())).ShouldBe(0);
        (await app.Database.Db(db => db.ItemNotes.SingleAsync())).Text.ShouldBe(new string('a', 210));
    }

    [Fact]
    public async Task A_page_of_another_site_is_put_out()
    {
        await using var app = await TestApp.Start();
        var (meeting, _) = await Plan(app);

        await Should.ThrowAsync<Exception>(async () =>
        {
            await using var stranger = await Connect(app, Role.Coordinator, "https://elsewhere.example");
            await stranger.InvokeAsync<NotesNow>("Join", meeting.Value);
        });
        await using var own = await Connect(app, Role.Coordinator, "https://localhost");
        (await own.InvokeAsync<NotesNow>("Join", meeting.Value)).Items.ShouldHaveSingleItem();
    }

    private static async Task Out(Task call) => (await Should.ThrowAsync<HubException>(call)).Message.ShouldEndWith(": out");

    private static TaskCompletionSource<(long Item, IReadOnlyList<WireEdit> Edits)> Hears(HubConnection connection)
    {
        var heard = new TaskCompletionSource<(long, IReadOnlyList<WireEdit>)>();
        connection.On<long, IReadOnlyList<WireEdit>>("typed", (item, edits) => heard.TrySetResult((item, edits)));
        return heard;
    }

    private static TaskCompletionSource Closes(HubConnection connection)
    {
        var closed = new TaskCompletionSource();
        connection.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        return closed;
    }

    private static async Task<HubConnection> Connect(TestApp app, Role? role, string? origin = null)
    {
        var server = (TestServer)app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>();
        var connection = new HubConnectionBuilder()
            .WithUrl("https://localhost" + RoomHub.Address, HttpTransportType.LongPolling, options =>
            {
                options.HttpMessageHandlerFactory = _ => server.CreateHandler();
                if (role is { } known)
                {
                    options.Headers["X-Test-Member"] = $"{app.Database.As(known).UserId}";
                }

                if (origin is not null)
                {
                    options.Headers["Origin"] = origin;
                }
            })
            .Build();
        await connection.StartAsync();
        return connection;
    }

    private static async Task<(MeetingId Meeting, AgendaItemId Item)> Plan(TestApp app)
    {
        var joan = app.Database.Coordinator;
        var sam = await app.Database.Send(new AddPractitioner(app.Database.Housing, new PractitionerDetails("Sam Reed")), joan);
        var meeting = await app.Database.Send(new PlanMeeting(new MeetingDetails("Fernhill round table", app.Database.Clock.Today)), joan);
        await app.Database.Send(new InvitePractitioners(meeting, [sam]), joan);
        return (meeting, await app.Database.Send(new AddAgendaItem(meeting, new AgendaItemDetails("Rooms", 20)), joan));
    }
}
