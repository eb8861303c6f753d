using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Assets.Map;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Web.Features.Shared;

namespace AbcdConnect.Web.Features.Assets;

/// <summary>What somebody sees on a walk. The photo comes as a file; or, where a script has made it smaller, as text, which a phone
/// without signal can keep like any other form.</summary>
public sealed class WalkForm
{
    [Display(Name = "A photo")]
    public IFormFile? Photo { get; set; }

    public string? PhotoData { get; set; }

    [Display(Name = "What is it?")]
    public AssetKind? Kind { get; set; }

    [Display(Name = "What do people call it?")]
    public string? Name { get; set; }

    [Display(Name = "What is good about it?")]
    public string? Note { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    internal async Task<NoteOnWalk> ToRequest(CancellationToken token) => new(Kind!.Value, Name, Note, Latitude, Longitude, await PhotoBytes.Of(PhotoData, Photo, token));
}
