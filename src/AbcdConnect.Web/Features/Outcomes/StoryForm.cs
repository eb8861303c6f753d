using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Outcomes;
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

    public long Version { get; set; }

    public static StoryForm Of(StoryView story) => new()
    {
        Title = story.Story.Title,
        Words = story.Words,
        Language = story.Story.Language,
        ToldOn = story.Story.ToldOn,
        Outcome = story.Story.Outcome,
        Version = story.Version,
    };

    public TellStory ToRequest(PersonId person) => new(person, ToDetails());

    public ChangeStory ToRequest(StoryId id) => new(id, ToDetails(), Version);

    private StoryDetails ToDetails() => new(Title ?? "", Words ?? "", Language ?? "", ToldOn, Outcome);
}
