using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Outcomes.Stories.Pictures;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Web.Features.Shared;

namespace AbcdConnect.Web.Features.Outcomes;

/// <summary>A picture for a story, as a file; or as text, where a script has made it smaller.</summary>
public sealed class StoryPictureForm
{
    [Display(Name = "A picture")]
    public IFormFile? Photo { get; set; }

    public string? PhotoData { get; set; }

    [Display(Name = "What does it show?")]
    public string? Shows { get; set; }

    internal async Task<PutStoryPicture> ToRequest(StoryId id, CancellationToken token) => new(id, await PhotoBytes.Of(PhotoData, Photo, token), Shows);
}
