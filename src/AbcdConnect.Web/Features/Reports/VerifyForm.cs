using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using AbcdConnect.Application.Reports;

namespace AbcdConnect.Web.Features.Reports;

/// <summary>The file itself, or what stands at its foot, or its hash.</summary>
public sealed class VerifyForm
{
    [Display(Name = "Its identifier, or its SHA-256")]
    public string? Sha256 { get; set; }

    public IFormFile? File { get; init; }

    public bool Asked { get; private init; }

    public VerifiedReport? Found { get; private init; }

    /// <summary>The file is only read, and kept nowhere.</summary>
    public async Task<string> Mark(CancellationToken token)
    {
        if (File is not { Length: > 0 } file)
        {
            return Sha256 ?? "";
        }

        await using var stream = file.OpenReadStream();
        return Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, token));
    }

    public VerifyForm Answered(VerifiedReport? found) => new() { Sha256 = Sha256, Asked = true, Found = found };
}
