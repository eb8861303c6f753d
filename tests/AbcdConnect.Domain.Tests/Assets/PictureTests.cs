using System.Text;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Tests.Assets;

public sealed class PictureTests
{
    private static readonly byte[] Frame = [0xFF, 0xC0, 0x00, 0x0B, 8, 0x00, 0x30, 0x00, 0x40, 1, 1, 0x11, 0];
    private static readonly byte[] Scan = [0xFF, 0xDA, 0x00, 0x08, 1, 1, 0, 0, 63, 0, 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56];

    [Fact]
    public void Of_a_jpeg_the_picture_stays_and_the_camera_its_place_its_preview_and_what_follows_do_not()
    {
        byte[] file =
        [
            0xFF, 0xD8, .. Segment(0xE0, "JFIF\0", 9), .. Segment(0xE1, "Exif\0\0 53.4651 -2.2604"), .. Segment(0xE2, "ICC_PROFILE"), .. Segment(0xED, "Photoshop 3.0"), .. Segment(0xFE, "made by Sheila"),
            .. Frame, .. Scan, 0xFF, 0xD9, .. "<script>alert(1)</script>"u8,
        ];

        var picture = Picture.Read(file);

        (picture.MediaType, picture.Width, picture.Height).ShouldBe(("image/jpeg", 64, 48));
        picture.Content.ShouldBe([0xFF, 0xD8, .. Segment(0xE0, "JFIF\0", 9), .. Frame, .. Scan, 0xFF, 0xD9]);
        Picture.Read(picture.Content).Content.ShouldBe(picture.Content);
    }

    [Fact]
    public void Of_a_png_as_well()
    {
        byte[] header = [0, 0, 0, 64, 0, 0, 0, 48, 8, 2, 0, 0, 0];
        byte[] mark = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        byte[] file = [.. mark, .. Chunk("IHDR", header), .. Chunk("tEXt", "Author\0Sheila"u8), .. Chunk("eXIf", "53.4651"u8), .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", []), .. "PK"u8];

        var picture = Picture.Read(file);

        (picture.MediaType, picture.Width, picture.Height).ShouldBe(("image/png", 64, 48));
        picture.Content.ShouldBe([.. mark, .. Chunk("IHDR", header), .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", [])]);
    }

    [Fact]
    public void What_is_no_picture_is_broken_or_too_big_is_refused_in_plain_words()
    {
        Said("<svg onload=alert(1)>"u8.ToArray()).ShouldContain("Choose a JPEG or a PNG");
        Said("GIF89a"u8.ToArray()).ShouldContain("Choose a JPEG or a PNG");
        Said([]).ShouldContain("Choose a JPEG or a PNG");
        Said(new byte[Picture.MostBytes + 1]).ShouldContain("too big");
        byte[] whole = [0xFF, 0xD8, .. Frame, .. Scan, 0xFF, 0xD9];
        for (var length = 3; length < whole.Length - 1; length++)
        {
            Said(whole[..length]).ShouldContain("not whole");
        }

        Said([0xFF, 0xD8, 0xFF, 0xC0, 0x00, 0x0B, 8, 0x00, 0x30, 0xFF, 0xFF, 1, 1, 0x11, 0, .. Scan, 0xFF, 0xD9]).ShouldContain("65535 by 48");
    }

    private static string Said(byte[] bytes) => Should.Throw<DomainRuleException>(() => Picture.Read(bytes)).Message;

    private static byte[] Segment(byte marker, string words, int after = 0)
    {
        byte[] content = [.. Encoding.ASCII.GetBytes(words), .. new byte[after]];
        return [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];
    }

    private static byte[] Chunk(string name, ReadOnlySpan<byte> content) => [0, 0, 0, (byte)content.Length, .. Encoding.ASCII.GetBytes(name), .. content, 1, 2, 3, 4];
}
