using System.Security.Cryptography;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Outcomes.Stories;

/// <summary>The picture beside a story, without anything the camera wrote with it. Which one is the story's says <see cref="Story.Picture"/>;
/// from the moment it may not be shown no page shows it, and it is let go: at once where somebody said so, that night where the time agreed ran out.</summary>
public sealed class StoryPicture
{
    private StoryPicture()
    {
    }

    public StoryId StoryId { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    /// <summary>image/jpeg or image/png, by its own bytes.</summary>
    public string MediaType { get; private set; } = "";

    public int Width { get; private set; }

    public int Height { get; private set; }

    public byte[] Content { get; private set; } = [];

    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Puts a picture beside a story whose teller agreed to one.</summary>
    /// <param name="shows">In words, for those who cannot see it.</param>
    public static StoryPicture Beside(Story story, Picture picture, string shows)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(picture);
        var kept = new StoryPicture
        {
            StoryId = story.Id,
            ProgrammeId = story.ProgrammeId,
            MediaType = picture.MediaType,
            Width = picture.Width,
            Height = picture.Height,
            Content = picture.Content,
            Hash = Convert.ToHexStringLower(SHA256.HashData(picture.Content)),
        };
        story.Show(kept.Hash, Words.Required(shows, "What the picture shows"));
        return kept;
    }
}
