using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Outcomes.Stories.Pictures;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Web.Features.Assets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

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

/// <summary>Pictures as answers.</summary>
internal static class PictureFiles
{
    /// <summary>Shown as a picture and nothing else, whatever its bytes might be taken for.</summary>
    public static FileContentResult Show(ControllerBase controller, StoryPictureFile file)
    {
        controller.Response.Headers.ContentDisposition = "inline";
        return controller.File(file.Content, file.MediaType, lastModified: null, new EntityTagHeaderValue($"\"{file.Hash[..32]}\""));
    }
}
