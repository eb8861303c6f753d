using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Stories.Pictures;

/// <param name="Hash">SHA-256 of the content, in hexadecimal.</param>
public sealed record StoryPictureFile(string MediaType, byte[] Content, string Hash);

/// <summary>Pictures beside stories, such of them as may be shown. For handlers: it sends nothing.</summary>
internal static class StoryPictures
{
    /// <summary>The picture of a story among these; null where there is none.</summary>
    public static Task<StoryPictureFile?> PictureOf(this IAbcdDbContext db, IQueryable<Story> stories, StoryId id, CancellationToken token) =>
        db.StoryPictures.Where(p => p.StoryId == id && stories.Any(s => s.Id == p.StoryId && s.MayShowPicture && s.Picture == p.Hash))
            .Select(p => new StoryPictureFile(p.MediaType, p.Content, p.Hash)).FirstOrDefaultAsync(token);

    /// <summary>Such of these stories as have a picture show it no more, and it is let go. To be saved by the caller.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> LetPicturesGo(this IAbcdDbContext db, IQueryable<Story> stories, CancellationToken token)
    {
        var shown = await stories.Where(s => s.Picture != null).ToListAsync(token);
        foreach (var story in shown)
        {
            story.ShowNoPicture();
            await db.LetPictureGo(story.Id, token);
        }

        return shown.Count;
    }

    /// <summary>Lets go of the bytes. To be saved by the caller.</summary>
    public static async Task LetPictureGo(this IAbcdDbContext db, StoryId id, CancellationToken token) =>
        db.StoryPictures.RemoveRange(await db.StoryPictures.Where(p => p.StoryId == id).ToListAsync(token));
}
