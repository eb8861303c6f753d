using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets.Map;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Agenda;

/// <summary>An agenda drafted from what is actually happening, beside the agenda as it stands: what is strong first.</summary>
[Requires(Permission.RunMeetings)]
public sealed record DraftAgenda(MeetingId Meeting) : IRequest<AgendaDraft>;

/// <param name="Suggestions">Neither on the agenda nor dropped.</param>
/// <param name="Dropped">Suggested and not wanted; they may be brought back.</param>
/// <param name="Since">From which day on the draft looked.</param>
/// <param name="Presenters">Who may present, to choose from: those invited, and whoever works for the programme.</param>
public sealed record AgendaDraft(
    MeetingId Id,
    string Title,
    DateOnly HeldOn,
    TimeOnly? StartsAt,
    int? LastsMinutes,
    string? Neighbourhood,
    MeetingStatus Status,
    DateOnly Since,
    IReadOnlyList<DraftItem> Items,
    IReadOnlyList<DraftSuggestion> Suggestions,
    IReadOnlyList<DraftSuggestion> Dropped,
    IReadOnlyList<string> Presenters)
{
    public int Minutes => Items.Sum(i => i.Minutes);
}

public sealed record DraftItem(AgendaItemId Id, string Title, int Minutes, string? Note, string? Presenter, string? Reason, string? Link, string? Origin, long Edition);

/// <param name="Words">What people said of it, or whom it is about, of those alone who agree today to share with every agency invited; never kept.</param>
public sealed record DraftSuggestion(Suggested What, IReadOnlyList<string> Words)
{
    /// <summary>The words are people's own.</summary>
    public bool IsQuoted => DraftedThemes.TermOf(What.Key) is not null;
}

internal sealed class DraftAgendaHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, GiftTermCache terms, KindsOfLate late) : IRequestHandler<DraftAgenda, AgendaDraft>
{
    private const int MostPresenters = 100;

    public async Task<AgendaDraft> Handle(DraftAgenda request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var meeting = await db.Meetings.VisibleTo(viewer, db).Where(m => m.Id == request.Meeting)
            .Select(m => new { m.Id, m.Title, m.HeldOn, m.StartsAt, m.LastsMinutes, m.NeighbourhoodId, m.Status, Neighbourhood = db.Neighbourhoods.Where(n => n.Id == m.NeighbourhoodId).Select(n => n.Name).FirstOrDefault() })
            .SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("meeting");
        var itself = db.Meetings.Where(m => m.Id == request.Meeting);
        var items = await itself.SelectMany(m => m.Agenda).OrderBy(a => a.Position)
            .Select(a => new DraftItem(a.Id, a.Title, a.Minutes, a.Note, a.Presenter, a.Reason, a.Link, a.Origin, a.Edition))
            .ToListAsync(cancellationToken);
        var dropped = (await itself.SelectMany(m => m.Dropped).Select(d => d.Key).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var scope = await DraftScope.Of(db, viewer, meeting.NeighbourhoodId, meeting.HeldOn, clock.Today(), cancellationToken);
        var suggested = meeting.Status == MeetingStatus.Planned ? await Drafting.Of(db, scope, terms, late, clock.GetUtcNow(), cancellationToken) : [];
        var kept = items.Select(i => i.Origin).ToHashSet(StringComparer.Ordinal);
        var open = new List<DraftSuggestion>();
        var agencies = await db.MeetingAttendances.Where(a => a.MeetingId == request.Meeting).Select(a => a.AgencyId).Distinct().ToListAsync(cancellationToken);
        foreach (var suggestion in suggested.Where(s => !kept.Contains(s.Key)))
        {
            open.Add(new DraftSuggestion(suggestion, dropped.Contains(suggestion.Key) ? [] : suggestion.Key == DraftedIntroductions.Key
                ? await DraftedIntroductions.Words(db, scope, agencies, clock.Today(), cancellationToken)
                : DraftedThemes.TermOf(suggestion.Key) is { } theme ? await DraftedThemes.Words(db, scope, theme, agencies, clock.Today(), cancellationToken) : []));
        }

        var invited = await (
            from a in db.MeetingAttendances
            join p in db.Practitioners on a.PractitionerId equals p.Id
            where a.MeetingId == request.Meeting
            orderby p.Name
            select p.Name).Take(MostPresenters).ToListAsync(cancellationToken);
        return new AgendaDraft(
            meeting.Id,
            meeting.Title,
            meeting.HeldOn,
            meeting.StartsAt,
            meeting.LastsMinutes,
            meeting.Neighbourhood,
            meeting.Status,
            scope.Since,
            items,
            open.FindAll(s => !dropped.Contains(s.What.Key)),
            open.FindAll(s => dropped.Contains(s.What.Key)),
            [.. invited.Prepend(viewer.Name).Distinct(StringComparer.Ordinal)]);
    }
}

/// <summary>All that a draft looks at, in the order of a good meeting: what is strong, what is done, what is left, what is heard.</summary>
internal static class Drafting
{
    public static async Task<IReadOnlyList<Suggested>> Of(IAbcdDbContext db, DraftScope scope, GiftTermCache terms, KindsOfLate late, DateTimeOffset now, CancellationToken token) =>
    [
        .. await DraftedPlaces.Moved(db, scope, token),
        .. await DraftedWork.WeDid(db, scope, token),
        .. await DraftedWork.StillOpen(db, scope, token),
        .. await DraftedThemes.Of(db, scope, terms, token),
        .. await DraftedLandings.NotLanded(db, scope, token),
        .. await DraftedIntroductions.Waiting(db, scope, token),
        .. await DraftedPlaces.Gaps(db, scope, late, now, token),
    ];
}
