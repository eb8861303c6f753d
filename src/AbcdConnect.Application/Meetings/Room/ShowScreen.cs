using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Room;

/// <summary>What the projector shows everybody in the room: agenda, clock, decisions; no notes, no names of residents. A person who is
/// talked about is "a person".</summary>
[Requires(Permission.SeeMeetings)]
public sealed record ShowScreen(MeetingId Id) : IRequest<ScreenView>;

/// <param name="PersonIsDiscussed">Just now.</param>
public sealed record ScreenView(
    MeetingId Id,
    string Title,
    DateOnly HeldOn,
    DateTimeOffset At,
    AgendaItemId? Now,
    bool HasEnded,
    IReadOnlyList<ScreenItem> Items,
    IReadOnlyList<string> Decisions,
    bool PersonIsDiscussed);

public sealed record ScreenItem(AgendaItemId Id, string Title, int Minutes, TimeSpan Took)
{
    public TimeSpan Left => TimeSpan.FromMinutes(Minutes) - Took;
}

internal sealed class ShowScreenHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ShowScreen, ScreenView>
{
    private const string Somebody = "a person";

    // The index knows "Fred from the flats" by each word. These are nobody's name; An, To and By may be.
    private static readonly HashSet<string> BetweenNames = new(["and", "at", "for", "from", "of", "the", "with"], StringComparer.Ordinal);

    public async Task<ScreenView> Handle(ShowScreen request, CancellationToken cancellationToken)
    {
        var (viewer, now) = (current.Required(), clock.GetUtcNow());
        var id = request.Id;
        var meeting = await db.Meetings.VisibleTo(viewer, db).Where(m => m.Id == id).Select(m => new { m.Title, m.HeldOn, m.ProgrammeId }).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("meeting");
        var sitting = await db.Sittings.AsNoTracking().Include(s => s.Spells).SingleOrDefaultAsync(s => s.MeetingId == id, cancellationToken);
        var items = await db.Meetings.Where(m => m.Id == id).SelectMany(m => m.Agenda).OrderBy(a => a.Position).Select(a => new { a.Id, a.Title, a.Minutes }).ToListAsync(cancellationToken);
        var decisions = await db.Meetings.Where(m => m.Id == id).SelectMany(m => m.Decisions).OrderBy(d => d.Id).Select(d => d.Text).ToListAsync(cancellationToken);
        var titles = items.ConvertAll(i => i.Title);
        var without = new NameEraser(await Names([.. decisions, .. titles], id, meeting.ProgrammeId, cancellationToken));
        string Plain(string text) => without.Erase(text).Replace($"{NameEraser.Instead} {NameEraser.Instead}", NameEraser.Instead, StringComparison.Ordinal).Replace(NameEraser.Instead, Somebody, StringComparison.Ordinal);
        return new ScreenView(
            id,
            meeting.Title,
            meeting.HeldOn,
            now,
            sitting?.Now,
            sitting?.EndedAt is not null,
            items.ConvertAll(i => new ScreenItem(i.Id, Plain(i.Title), i.Minutes, (sitting?.Spells ?? []).Where(s => s.AgendaItemId == i.Id).Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Took(now)))),
            decisions.ConvertAll(Plain),
            await db.Discussions.AnyAsync(d => d.MeetingId == id && d.OpenedAt != null && d.ClosedAt == null, cancellationToken));
    }

    /// <summary>The names of the people talked about, and of every resident whose name stands in these texts with a capital letter, whoever may know of
    /// them: better to hide a word too many on a wall.</summary>
    private async Task<List<string>> Names(List<string> texts, MeetingId meeting, ProgrammeId programme, CancellationToken token)
    {
        var discussed = await (
            from d in db.Discussions
            join p in db.People on d.PersonId equals p.Id
            where d.MeetingId == meeting
            select new { p.FirstName, p.LastName, p.KnownAs }).ToListAsync(token);
        var words = texts.SelectMany(Capitalised).SelectMany(Tokens.Split).Where(w => !BetweenNames.Contains(w)).Distinct(StringComparer.Ordinal).Take(500).ToList();
        var areas = await db.Neighbourhoods.Where(n => n.ProgrammeId == programme).Select(n => n.Id.Value).ToListAsync(token);
        areas.AddRange(await db.Members.Where(m => m.ProgrammeId == programme).Select(m => -m.Id.Value).ToListAsync(token));
        areas.Add(SearchArea.Programme);
        var known = await db.SearchWords
            .Where(w => w.ProgrammeId == programme && w.Kind == SearchKind.Person && EF.Parameter(areas).Contains(w.Area) && w.InName && EF.Parameter(words).Contains(w.Word))
            .Select(w => w.Word).Distinct().ToListAsync(token);
        return [.. discussed.SelectMany(d => new[] { d.FirstName, d.LastName, d.KnownAs }).OfType<string>(), .. known];
    }

    // Parted as NameEraser parts them: Okonkwo’s is Okonkwo.
    private static IEnumerable<string> Capitalised(string text) => NameEraser.Words(text).Where(w => w.Length > 1 && !char.IsLower(w[0]));
}
