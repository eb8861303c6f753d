using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AbcdConnect.Domain.Common;

/// <summary>What makes a link private: chance that goes into its address and nowhere else, while we keep only its hash.</summary>
public static class PrivateToken
{
    /// <summary>Longer is none of ours; no need to hash it.</summary>
    public const int Longest = 100;

    /// <summary>256 bits of chance: nobody guesses one, so that no salt is needed.</summary>
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256, in hexadecimal digits.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
