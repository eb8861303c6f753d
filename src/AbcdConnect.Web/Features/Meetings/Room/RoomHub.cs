using System.Globalization;
using AbcdConnect.Application.Meetings.Room;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Meetings.Room;
using MediatR;
using Microsoft.AspNetCore.SignalR;

namespace AbcdConnect.Web.Features.Meetings.Room;

/// <summary>The live side of the room: an edge like a controller. Each call is let in anew (<see cref="RoomDoor"/>) and sends the same requests as
/// the forms; whoever loses their session or their place at the meeting is put out (<see cref="RoomSeats"/>).</summary>
public sealed class RoomHub(IMediator mediator, RoomSeats seats) : Hub
{
    public const string Address = "/meetings/room/live";

    /// <summary>How many edits may wait before they are folded into the notes.</summary>
    private const int FoldAt = 200;

    public static string Room(long meeting) => string.Create(CultureInfo.InvariantCulture, $"room {meeting}");

    /// <summary>Those who are told that something changed and are never sent what was typed.</summary>
    public static string Screen(long meeting) => string.Create(CultureInfo.InvariantCulture, $"screen {meeting}");

    public override Task OnConnectedAsync()
    {
        // A page of another site can open a connection, with the cookie of whoever looks at it where a browser lets it.
        if (Context.GetHttpContext() is { } http && http.Request.Headers.Origin is [{ Length: > 0 } origin] && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority.Equals(http.Request.Host.Value, StringComparison.OrdinalIgnoreCase)))
        {
            Context.Abort();
        }

        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        seats.Leave(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    /// <summary>Joins a meeting: from now on this page hears of what the others do. Answers with the notes as they stand.</summary>
    public async Task<NotesNow> Join(long meeting)
    {
        await mediator.Send(new MayBeInRoom(new MeetingId(meeting)), Context.ConnectionAborted);
        // First in, then read: what comes between is heard twice, and counts once.
        seats.Sit(Context, meeting);
        await Groups.AddToGroupAsync(Context.ConnectionId, Room(meeting), Context.ConnectionAborted);
        var notes = await mediator.Send(new ReadNotes(new MeetingId(meeting)), Context.ConnectionAborted);
        return new NotesNow(notes.MayWrite, [.. notes.Items.Select(i => new ItemNow(i.Item.Value, i.Letters, i.Clock, [.. i.Waiting.Select(WireEdit.Of)]))]);
    }

    /// <summary>A projector's page: hears that something changed, and nothing of what was typed.</summary>
    public async Task Watch(long meeting)
    {
        await mediator.Send(new MayBeInRoom(new MeetingId(meeting)), Context.ConnectionAborted);
        seats.Sit(Context, meeting);
        await Groups.AddToGroupAsync(Context.ConnectionId, Screen(meeting), Context.ConnectionAborted);
    }

    /// <summary>What was typed since the last time. When this answers, it is in the database.</summary>
    public async Task Type(long meeting, long item, IReadOnlyList<WireEdit> edits)
    {
        var (inMeeting, under) = (new MeetingId(meeting), new AgendaItemId(item));
        var edited = await mediator.Send(new EditNotes(inMeeting, under, [.. edits.Select(e => e.ToEdit())]), Context.ConnectionAborted);
        if (edited.New.Count > 0)
        {
            await Clients.OthersInGroup(Room(meeting)).SendAsync("typed", item, edited.New.Select(WireEdit.Of), Context.ConnectionAborted);
        }

        if (edited.Unfolded >= FoldAt)
        {
            await seats.Fold(inMeeting, under, Context.User!);
        }
    }
}

/// <summary>The notes of a meeting, for a page that has just come.</summary>
public sealed record NotesNow(bool MayWrite, IReadOnlyList<ItemNow> Items);

public sealed record ItemNow(long Item, string Letters, long Clock, IReadOnlyList<WireEdit> Waiting);

/// <summary>An edit as it travels.</summary>
/// <param name="Removed">Each span as writer, number and count.</param>
public sealed record WireEdit(long Writer, long Number, long? AfterWriter, long? AfterNumber, string? Text, IReadOnlyList<long[]>? Removed)
{
    public static WireEdit Of(TextEdit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return new(edit.Id.Writer, edit.Id.Number, edit.After?.Writer, edit.After?.Number, edit.Text, [.. edit.Removed.Select(s => new[] { s.First.Writer, s.First.Number, s.Count })]);
    }

    public TextEdit ToEdit() => new(
        new LetterId(Number, Writer),
        AfterNumber is { } number && AfterWriter is { } writer ? new LetterId(number, writer) : null,
        Text ?? "",
        [.. (Removed ?? []).Select(s => s is [var writer, var number, > 0 and < int.MaxValue and var count] ? new LetterSpan(new LetterId(number, writer), (int)count) : default)]);
}
