using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using MediatR;

namespace AbcdConnect.Application.Outcomes;

/// <summary>The stories people let us tell, the newest first.</summary>
/// <param name="Usable">True: only those whose consent holds today; false: only those whose does not.</param>
[Requires(Permission.SeePeople)]
public sealed record ListStories(ListRequest List, NeighbourhoodId? Neighbourhood = null, string? Language = null, bool? Usable = null) : IRequest<Page<StoryRow>>;

/// <param name="IsUsable">Not withdrawn, and the teller's consent holds today.</param>
public sealed record StoryRow(StoryId Id, string Title, string Language, DateOnly ToldOn, PersonId? PersonId, string? Teller, string? Neighbourhood, string? Outcome, DateOnly? ConsentUntil, DateOnly? WithdrawnOn, bool IsUsable);

internal sealed class ListStoriesHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ListStories, Page<StoryRow>>
{
    public Task<Page<StoryRow>> Handle(ListStories request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var stories = db.Stories.VisibleTo(current.Required(), db, today);
        if (request.Neighbourhood is { } neighbourhood)
        {
            stories = stories.Where(s => s.NeighbourhoodId == neighbourhood);
        }

        if (request.Language is { Length: > 0 } language)
        {
            stories = stories.Where(s => s.Language == language);
        }

        if (request.Usable is { } usable)
        {
            var usables = stories.UsableOn(today, db);
            stories = usable ? usables : stories.Where(s => !usables.Any(u => u.Id == s.Id));
        }

        stories = request.List.Sort switch
        {
            "told" => stories.OrderBy(s => s.ToldOn).ThenBy(s => s.Id),
            "title" => stories.OrderBy(s => s.Title).ThenBy(s => s.Id),
            "-title" => stories.OrderByDescending(s => s.Title).ThenByDescending(s => s.Id),
            _ => stories.OrderByDescending(s => s.ToldOn).ThenByDescending(s => s.Id),
        };
        return stories.Rows(today, db).PageAsync(request.List, cancellationToken);
    }
}

internal static class StoryRows
{
    /// <summary>Stories that may be shown to others that day: not withdrawn, not past the agreed end, and where the teller is
    /// known, their consent still stands. Withdrawing the consent is enough; nobody has to find the story as well.</summary>
    public static IQueryable<Story> UsableOn(this IQueryable<Story> stories, DateOnly day, IAbcdDbContext db)
    {
        var live = db.Consents.LiveOn(day);
        return stories.Where(s =>
            (s.WithdrawnOn == null || s.WithdrawnOn > day)
            && (s.ConsentUntil == null || s.ConsentUntil >= day)
            && (s.PersonId == null || live.Any(c => c.PersonId == s.PersonId && c.Use == ConsentUse.UseMyStory)));
    }

    public static IQueryable<StoryRow> Rows(this IQueryable<Story> stories, DateOnly day, IAbcdDbContext db)
    {
        var usable = db.Stories.UsableOn(day, db);
        return stories.Select(s => new StoryRow(
            s.Id,
            s.Title,
            s.Language,
            s.ToldOn,
            s.PersonId,
            db.People.Where(p => p.Id == s.PersonId).Select(p => p.FirstName).FirstOrDefault(),
            db.Neighbourhoods.Where(n => n.Id == s.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
            s.Outcome,
            s.ConsentUntil,
            s.WithdrawnOn,
            usable.Any(u => u.Id == s.Id)));
    }
}
