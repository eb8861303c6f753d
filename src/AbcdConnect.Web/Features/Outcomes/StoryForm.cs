using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Outcomes;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.People;
using AbcdConnect.Web.Features.Shared.Forms;

namespace AbcdConnect.Web.Features.Outcomes;

public sealed class StoryForm
{
    [Display(Name = "What would you call it?")]
    public string? Title { get; set; }

    [Display(Name = "The story, in their words")]
    public string? Words { get; set; }

    [Display(Name = "Which language is it told in?")]
    public string? Language { get; set; }

    [Display(Name = "When was it told?")]
    [Leaning(DateLeaning.Past)]
    public DateOnly? ToldOn { get; set; }

    [Display(Name = "What does it speak of?")]
    public string? Outcome { get; set; }

    [Display(Name = "What did they agree to for this story?")]
    public List<string> Uses { get; set; } = [];

    [Display(Name = "Until when may it be used?")]
    [Leaning(DateLeaning.Future)]
    public DateOnly? Until { get; set; }

    [Display(Name = "Which hopes does it speak of?")]
    public List<string> Codes { get; set; } = [];

    /// <summary>The conversation it was heard in.</summary>
    public long? Conversation { get; set; }

    public long Version { get; set; }

    internal static IReadOnlyList<Choice> AllUses { get; } =
    [
        new("It may stand in reports", "Reports"),
        new("It may stand on the web, for anybody", "Web"),
        new("With their first name", "Name"),
        new("With where they live", "Place"),
        new("With a picture of them", "Picture"),
    ];

    public static StoryForm Of(StoryView story) => new()
    {
        Title = story.Story.Title,
        Words = story.Words,
        Language = story.Story.Language,
        ToldOn = story.Story.ToldOn,
        Outcome = story.Story.Outcome,
        Uses = [.. new[] { (story.Agreed.InReports, "Reports"), (story.Agreed.OnWeb, "Web"), (story.Agreed.NamesTeller, "Name"), (story.Agreed.NamesPlace, "Place"), (story.Agreed.Picture, "Picture") }.Where(u => u.Item1).Select(u => u.Item2)],
        Until = story.Agreed.Until,
        Codes = [.. story.Codes],
        Version = story.Version,
    };

    public TellStory ToRequest(PersonId person) => new(person, ToDetails(), Conversation is { } heard ? ConversationId.From(heard) : null);

    public ChangeStory ToRequest(StoryId id) => new(id, ToDetails(), Version);

    private StoryDetails ToDetails() => new(Title ?? "", Words ?? "", Language ?? "", ToldOn, Outcome, new StoryAgreement(Uses.Contains("Reports"), Uses.Contains("Web"), Uses.Contains("Name"), Uses.Contains("Place"), Uses.Contains("Picture"), Until), Codes);
}
