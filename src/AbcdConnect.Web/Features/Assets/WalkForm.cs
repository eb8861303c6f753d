using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Assets.Map;
using AbcdConnect.Domain.Assets;

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

/// <summary>A photo as a form brings it.</summary>
internal static class PhotoBytes
{
    private const string DataUrl = "data:image/jpeg;base64,";

    /// <param name="data">As text, where a script has made it smaller.</param>
    /// <param name="photo">As a file, where none has.</param>
    public static async Task<byte[]?> Of(string? data, IFormFile? photo, CancellationToken token)
    {
        if (data is { Length: > 0 } text)
        {
            // What cannot be read is refused as no photo.
            var into = new byte[text.Length];
            return text.StartsWith(DataUrl, StringComparison.Ordinal) && Convert.TryFromBase64String(text[DataUrl.Length..], into, out var length) ? into[..length] : [];
        }

        if (photo is not { Length: > 0 } file)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, token);
        return bytes.ToArray();
    }
}
