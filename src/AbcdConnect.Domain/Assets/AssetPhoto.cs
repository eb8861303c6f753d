using System.Buffers.Binary;
using System.Security.Cryptography;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Assets;

/// <summary>A photo of an entry of the map, without anything the camera wrote beside the picture.</summary>
public sealed class AssetPhoto
{
    private AssetPhoto()
    {
    }

    public AssetPhotoId Id { get; private set; }

    public AssetId AssetId { get; private set; }

    /// <summary>image/jpeg or image/png, by its own bytes.</summary>
    public string MediaType { get; private set; } = "";

    public int Width { get; private set; }

    public int Height { get; private set; }

    public byte[] Content { get; private set; } = [];

    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    public DateOnly AddedOn { get; private set; }

    public UserId? AddedBy { get; private set; }

    public static AssetPhoto Of(AssetId asset, Picture picture, UserId? by, DateOnly on) => new()
    {
        AssetId = asset,
        MediaType = picture.MediaType,
        Width = picture.Width,
        Height = picture.Height,
        Content = picture.Content,
        Hash = Convert.ToHexStringLower(SHA256.HashData(picture.Content)),
        AddedOn = on,
        AddedBy = by,
    };
}

/// <summary>A JPEG or PNG read by its bytes and written anew with the picture alone: where and when it was taken, by which camera, any
/// preview, any comment, and anything after its end are left out.</summary>
public sealed record Picture(string MediaType, int Width, int Height, byte[] Content)
{
    public const int MostBytes = 5 * 1024 * 1024;
    public const int MostAcross = 6_000;

    private static ReadOnlySpan<byte> PngMark => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <exception cref="DomainRuleException">It is no such picture, broken, or too big; in the reader's words.</exception>
    public static Picture Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw new DomainRuleException("The photo is too big. Choose a smaller size on your phone: five megabytes are the most.");
        }

        var picture = bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg(bytes)
            : bytes.StartsWith(PngMark) ? Png(bytes)
            : throw new DomainRuleException("That is not a photo we can keep. Choose a JPEG or a PNG; most phones offer it as “most compatible”.");
        return picture switch
        {
            null or { Width: 0 } or { Height: 0 } => throw new DomainRuleException("The photo is not whole. Take it again, or choose another."),
            { Width: > MostAcross } or { Height: > MostAcross } => throw new DomainRuleException($"The photo is {picture.Width} by {picture.Height} points; {MostAcross} are the most. Choose a smaller size on your phone."),
            _ => picture,
        };
    }

    // ITU-T T.81, annex B: markers and segments; the picture's own bytes follow a start of scan.
    private static Picture? Jpeg(ReadOnlySpan<byte> bytes)
    {
        using var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes[..2]);
        var (width, height, scanned) = (0, 0, false);
        for (var at = 2; at + 4 <= bytes.Length || (at + 2 <= bytes.Length && bytes[at + 1] == 0xD9);)
        {
            if (bytes[at] != 0xFF)
            {
                return null;
            }

            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == 0xD9)
            {
                kept.Write(bytes.Slice(at, 2));
                return scanned ? new Picture("image/jpeg", width, height, kept.ToArray()) : null;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || at + 2 + length > bytes.Length)
            {
                return null;
            }

            var segment = bytes.Slice(at, 2 + length);
            at += 2 + length;
            if (marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC)
            {
                if (length < 8)
                {
                    return null;
                }

                (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[5..]), BinaryPrimitives.ReadUInt16BigEndian(segment[7..]));
            }

            // Of the application's segments only those without which the colours are wrong; of comments none.
            var wanted = marker switch
            {
                0xE0 => segment[4..].StartsWith("JFIF\0"u8) && length == 16,
                0xEE => segment[4..].StartsWith("Adobe"u8) && length == 14,
                >= 0xE1 and <= 0xEF or 0xFE => false,
                _ => true,
            };
            if (wanted)
            {
                kept.Write(segment);
            }

            if (marker == 0xDA)
            {
                scanned = true;
                var from = at;
                while (at + 1 < bytes.Length && !(bytes[at] == 0xFF && bytes[at + 1] is not 0x00 and not (>= 0xD0 and <= 0xD7)))
                {
                    at++;
                }

                kept.Write(bytes[from..at]);
            }
        }

        return null;
    }

    // ISO/IEC 15948: chunks of length, name, content and check sum.
    private static Picture? Png(ReadOnlySpan<byte> bytes)
    {
        using var kept = new MemoryStream(bytes.Length);
        kept.Write(PngMark);
        var (width, height, data) = (0, 0, false);
        for (var at = PngMark.Length; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - 12)
            {
                return null;
            }

            var chunk = bytes.Slice(at, 12 + (int)length);
            var name = chunk.Slice(4, 4);
            at += chunk.Length;
            if (name.SequenceEqual("IHDR"u8) && length == 13)
            {
                (width, height) = ((int)Math.Min(int.MaxValue, BinaryPrimitives.ReadUInt32BigEndian(chunk[8..])), (int)Math.Min(int.MaxValue, BinaryPrimitives.ReadUInt32BigEndian(chunk[12..])));
            }

            data |= name.SequenceEqual("IDAT"u8);
            if (name.SequenceEqual("IHDR"u8) || name.SequenceEqual("PLTE"u8) || name.SequenceEqual("IDAT"u8) || name.SequenceEqual("tRNS"u8) || name.SequenceEqual("gAMA"u8) || name.SequenceEqual("sRGB"u8) || name.SequenceEqual("IEND"u8))
            {
                kept.Write(chunk);
            }

            if (name.SequenceEqual("IEND"u8))
            {
                return data ? new Picture("image/png", width, height, kept.ToArray()) : null;
            }
        }

        return null;
    }
}
