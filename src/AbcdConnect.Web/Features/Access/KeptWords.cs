using System.IO.Compression;
using System.Text.Json;
using AbcdConnect.Web.Features.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace AbcdConnect.Web.Features.Access;

/// <summary>What somebody typed into a form whose sign-in had run out. It waits in the sign-in page itself, sealed, so that it
/// works without script and lies nowhere; passwords are never kept.</summary>
/// <param name="Path">Where the form was going: an address of ours.</param>
/// <param name="Owner">Who had been signed in, where that could still be read.</param>
public sealed record KeptWords(string Path, long? Owner, DateTimeOffset At, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>The fields as people know them; the machine's own are sent along unseen.</summary>
    public IEnumerable<(string Label, string Value)> Shown =>
        from typed in Fields
        where !string.IsNullOrWhiteSpace(typed.Value) && !Guid.TryParse(typed.Value, out _)
        let name = typed.Key.Split('.')[^1].Split('[')[0]
        where name is not ("Version" or "SubmissionId" or "ReturnUrl" or "do" or nameof(SignInForm.Kept)) && typed.Value != "false" && !IsNumberOfRecord(name, typed.Value)
        select (Words.Apart(name), typed.Value == "true" ? "Yes" : typed.Value);

    // Chosen from a list: nobody knows it by its number.
    private static bool IsNumberOfRecord(string name, string value) =>
        value.All(char.IsAsciiDigit) && (name.EndsWith("Id", StringComparison.Ordinal) || name.EndsWith("Ids", StringComparison.Ordinal) || name == "Neighbourhood");
}

/// <summary>Seals and opens <see cref="KeptWords"/>.</summary>
public sealed class KeptWordsKeeper(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Longer than a night, shorter than a computer changes hands.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    // Sealed and written into a page it grows by a third, and has to fit into a form again.
    private const int MostSealed = 4 * 1024 * 1024;

    private readonly IDataProtector protector = protection.CreateProtector("AbcdConnect.KeptWords.v1");

    /// <summary>What was typed, or null where there is nothing to keep: no form of our own pages, or only passwords.</summary>
    public async Task<KeptWords?> ReadAsync(HttpRequest request, long? owner)
    {
        if (!HttpMethods.IsPost(request.Method) || request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true || !IsOurs(request))
        {
            return null;
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        // Of a form with a password, only what was typed before the sign-in ran out and travels with it.
        var secret = AsksForPassword(request.Path) || form.Keys.Any(k => k.Contains("password", StringComparison.OrdinalIgnoreCase));
        var fields = form
            .Where(f => secret ? f.Key is nameof(SignInForm.Kept) or nameof(SignInForm.ReturnUrl) : f.Key != "__RequestVerificationToken")
            .SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")))
            .ToList();
        return fields.Exists(f => f.Value.Length > 0 && (!secret || f.Key == nameof(SignInForm.Kept)))
            ? new KeptWords(request.PathBase + request.Path + request.QueryString, owner, clock.GetUtcNow(), fields)
            : null;
    }

    /// <summary>Null where it is too much to keep.</summary>
    public string? Seal(KeptWords words)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(deflate, words);
        }

        return packed.Length > MostSealed ? null : WebEncoders.Base64UrlEncode(protector.Protect(packed.ToArray()));
    }

    /// <summary>Null where it was not sealed by us, is too old, or is somebody else's.</summary>
    public KeptWords? Open(string? kept, long reader)
    {
        if (string.IsNullOrEmpty(kept))
        {
            return null;
        }

        try
        {
            using var packed = new MemoryStream(protector.Unprotect(WebEncoders.Base64UrlDecode(kept)));
            using var inflate = new DeflateStream(packed, CompressionMode.Decompress);
            var words = JsonSerializer.Deserialize<KeptWords>(inflate);
            return words is not null && words.At + Lasts > clock.GetUtcNow() && (words.Owner is null || words.Owner == reader) ? words : null;
        }
        catch (Exception broken) when (broken is System.Security.Cryptography.CryptographicException or FormatException or JsonException or InvalidDataException)
        {
            return null;
        }
    }

    // Not every box of theirs is named so.
    private static bool AsksForPassword(PathString path) =>
        path.StartsWithSegments("/sign-in", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/account/password", StringComparison.OrdinalIgnoreCase);

    // Another site must not be able to put words into somebody's mouth; a browser says where a form came from.
    private static bool IsOurs(HttpRequest request) =>
        StringValues.IsNullOrEmpty(request.Headers.Origin)
        || string.Equals(request.Headers.Origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
