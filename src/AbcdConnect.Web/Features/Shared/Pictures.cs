using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace AbcdConnect.Web.Features.Shared;

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

/// <summary>Pictures as answers.</summary>
internal static class PictureFiles
{
    /// <summary>Shown as a picture and nothing else, whatever its bytes might be taken for.</summary>
    /// <param name="hash">SHA-256 of the content, in hexadecimal.</param>
    public static FileContentResult ShowPicture(this ControllerBase controller, byte[] content, string mediaType, string hash)
    {
        controller.Response.Headers.ContentDisposition = "inline";
        return controller.File(content, mediaType, lastModified: null, new EntityTagHeaderValue($"\"{hash[..32]}\""));
    }
}
