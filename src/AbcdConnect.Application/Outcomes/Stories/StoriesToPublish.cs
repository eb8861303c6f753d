using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.Outcomes.Stories;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Stories;

/// <summary>Where stories are to be shown: each has its own yes.</summary>
public enum StoryOutlet
{
    Report,
    Web,
}

/// <summary>A story as it may be shown there, that day.</summary>
/// <param name="Language">BCP 47.</param>
/// <param name="Teller">As they agreed to be called: Sheila, of Fernhill; or a resident.</param>
/// <param name="Why">Why a panel chose it; null where none did.</param>
public sealed record StoryToPublish(StoryId Id, string Title, string Words, string Language, DateOnly ToldOn, string Teller, string? Outcome, string? Why, PictureToPublish? Picture = null);

/// <param name="Hash">SHA-256, in hexadecimal.</param>
/// <param name="Shows">In words.</param>
public sealed record PictureToPublish(string Hash, string Shows);

/// <summary>The stories whose tellers let us show them, on a day. For handlers: it sends nothing.</summary>
internal static class StoriesToPublish
{
    /// <summary>Those that a panel chose first, then the newest.</summary>
    /// <param name="on">The day they are published: all consents are asked of that day.</param>
    /// <param name="place">Only of tellers who live there; null for all.</param>
    public static async Task<IReadOnlyList<StoryToPublish>> Read(IAbcdDbContext db, ProgrammeId programme, NeighbourhoodId? place, DateOnly from, DateOnly to, DateOnly on, StoryOutlet outlet, int most, CancellationToken token)
    {
        var found = await db.Stories.AsNoTracking()
            .Where(s => s.ProgrammeId == programme && s.ToldOn >= from && s.ToldOn <= to && s.PersonId != null && (place == null || (s.NeighbourhoodId == place && !s.HidesPlace)))
            .Where(s => outlet == StoryOutlet.Web ? s.MayGoOnWeb : !s.StaysOutOfReports)
            .UsableOn(on, db)
            .OrderByDescending(s => db.StoriesInRounds.Any(r => r.StoryId == s.Id && r.IsChosen)).ThenByDescending(s => s.ToldOn).ThenByDescending(s => s.Id)
            .Take(most)
            .Select(s => new
            {
                Story = s,
                Name = db.People.Where(p => p.Id == s.PersonId).Select(p => p.FirstName).FirstOrDefault(),
                Neighbourhood = db.Neighbourhoods.Where(n => n.Id == s.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
                Why = db.StoriesInRounds.Where(r => r.StoryId == s.Id && r.IsChosen).OrderByDescending(r => r.RoundId).Select(r => r.Why).FirstOrDefault(),
            })
            .ToListAsync(token);
        return [.. found.Select(f => new StoryToPublish(f.Story.Id, f.Story.Title, f.Story.Words, f.Story.Language, f.Story.ToldOn, Teller(f.Story, f.Name, f.Neighbourhood), f.Story.Outcome, f.Why, PictureOf(f.Story)))];
    }

    /// <summary>Notes where stories went; noting it twice is noting it once. To be saved by the caller.</summary>
    /// <param name="place">In words: the report of October 2026, edition 1.</param>
    public static async Task Note(IAbcdDbContext db, ProgrammeId programme, IReadOnlyCollection<StoryId> stories, string place, DateOnly on, CancellationToken token)
    {
        var ids = stories.ToList();
        var there = await db.StoryTrails.Where(t => EF.Parameter(ids).Contains(t.StoryId) && t.Place == place).Select(t => t.StoryId).ToListAsync(token);
        db.StoryTrails.AddRange(ids.Except(there).Select(id => new StoryTrail { StoryId = id, ProgrammeId = programme, Place = place, On = on }));
    }

    private static PictureToPublish? PictureOf(Story story) =>
        story is { MayShowPicture: true, Picture: { } hash, PictureShows: { } shows } ? new PictureToPublish(hash, shows) : null;

    private static string Teller(Story story, string? name, string? place)
    {
        var who = story.MayNameTeller && name is not null ? name : "A resident";
        return (story.HidesPlace ? null : place) is { } where ? $"{who} of {where}, shared with their consent" : $"{who}, shared with their consent";
    }
}
