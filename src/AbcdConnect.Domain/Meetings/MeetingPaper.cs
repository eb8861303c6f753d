using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Meetings;

/// <summary>A file for a meeting. It is kept in the database, as photos are, and opens for those alone who may see the meeting.</summary>
public sealed class MeetingPaper
{
    /// <summary>So many go into one pack that somebody reads.</summary>
    public const int Most = 20;

    private MeetingPaper()
    {
    }

    public MeetingPaperId Id { get; private set; }

    public MeetingId MeetingId { get; private set; }

    /// <summary>As people know it, ending as what it is.</summary>
    public string Name { get; private set; } = "";

    public string MediaType { get; private set; } = "";

    public int Size { get; private set; }

    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    public byte[] Content { get; private set; } = [];

    public UserId? AddedBy { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    public static MeetingPaper Of(MeetingId meeting, PaperFile file, UserId? by, DateTimeOffset at) => new()
    {
        MeetingId = meeting,
        Name = file.Name,
        MediaType = file.MediaType,
        Size = file.Content.Length,
        Hash = Convert.ToHexStringLower(SHA256.HashData(file.Content)),
        Content = file.Content,
        AddedBy = by,
        AddedAt = at,
    };
}

/// <summary>A file that is what it says it is, by its own bytes and not by its name.</summary>
public sealed record PaperFile(string Name, string MediaType, byte[] Content)
{
    public const int MostBytes = 10 * 1024 * 1024;

    private static readonly (string Part, string Ending, string MediaType, string Words)[] Office =
    [
        ("word/document.xml", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "a Word document"),
        ("xl/workbook.xml", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "an Excel sheet"),
        ("ppt/presentation.xml", ".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "a PowerPoint presentation"),
    ];

    private static readonly Dictionary<string, (string Ending, string Words)> Open = new(StringComparer.Ordinal)
    {
        ["application/vnd.oasis.opendocument.text"] = (".odt", "an OpenDocument text"),
        ["application/vnd.oasis.opendocument.spreadsheet"] = (".ods", "an OpenDocument sheet"),
        ["application/vnd.oasis.opendocument.presentation"] = (".odp", "an OpenDocument presentation"),
    };

    /// <summary>The size as people read it.</summary>
    public static string InWords(long bytes) => bytes < 1024 * 1024 ? $"{Math.Max(1, bytes / 1024)} kB" : $"{bytes / 1024.0 / 1024.0:0.#} MB";

    /// <exception cref="DomainRuleException">It is too big, locked, or not what it says it is; in the reader's words.</exception>
    public static PaperFile Read(string? name, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var called = Tidy(name);
        if (bytes.Length > MostBytes)
        {
            throw TooBig(called, bytes.Length);
        }

        if (bytes.Length == 0)
        {
            throw new DomainRuleException($"{called} is empty. Choose the file again.");
        }

        var (ending, type, words) = Kind(called, bytes);
        var said = Path.GetExtension(called);
        if (said.Length > 0 && !said.Equals(ending, StringComparison.OrdinalIgnoreCase) && !(ending == ".jpg" && said.Equals(".jpeg", StringComparison.OrdinalIgnoreCase)))
        {
            throw new DomainRuleException($"{called} is not what its name says: inside it is {words}. Save it again as {ending}, so that whoever opens it knows what it is.");
        }

        return new PaperFile(said.Length > 0 ? called : called + ending, type, bytes);
    }

    public static DomainRuleException TooBig(string? name, long bytes) =>
        new($"{Tidy(name)} has {InWords(bytes)}; {InWords(MostBytes)} are the most. Save it as a smaller PDF (most programs offer “smallest size”), split it, or put a link to it in an item's note.");

    private static string Tidy(string? name)
    {
        // Some browsers send the whole path.
        var last = (name ?? "").Split('/', '\\')[^1];
        var tidy = string.Concat(last.Where(c => !char.IsControl(c))).Trim();
        return tidy.Length == 0 ? "The paper" : tidy.Length <= Words.LongestLine ? tidy : tidy[^Words.LongestLine..];
    }

    private static (string Ending, string MediaType, string Words) Kind(string name, byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("%PDF-"u8))
        {
            return IsLocked(bytes)
                ? throw new DomainRuleException($"{name} is protected by a password: nobody round the table could open it. Save it without one and choose it again.")
                : (".pdf", "application/pdf", "a PDF");
        }

        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]))
        {
            return (".png", "image/png", "a picture (PNG)");
        }

        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return (".jpg", "image/jpeg", "a picture (JPEG)");
        }

        // What Word, Excel and PowerPoint make of a file with a password looks like what they made before 2007.
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new DomainRuleException($"{name} is protected by a password, or of an old kind (.doc, .xls, .ppt). Save it without a password as .docx, .xlsx, .pptx or PDF.");
        }

        return (bytes.AsSpan().StartsWith("PK\x03\x04"u8) ? Packed(name, bytes) : null)
            ?? throw new DomainRuleException($"{name} is not a paper we can keep. Choose a PDF, a Word, Excel, PowerPoint or OpenDocument file, or a picture.");
    }

    private static (string, string, string)? Packed(string name, byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            var parts = zip.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (parts.Any(p => p.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            {
                throw new DomainRuleException($"{name} holds macros, which can do harm on other people's machines. Save it without them, or as a PDF.");
            }

            foreach (var (part, ending, type, words) in Office)
            {
                if (parts.Contains(part))
                {
                    return (ending, type, words);
                }
            }

            if (zip.GetEntry("mimetype") is { Length: < 200 } said)
            {
                using var reader = new StreamReader(said.Open(), Encoding.ASCII);
                var type = reader.ReadToEnd().Trim();
                if (zip.GetEntry("META-INF/manifest.xml") is { Length: < 1_000_000 } manifest)
                {
                    using var list = new StreamReader(manifest.Open());
                    if (list.ReadToEnd().Contains("encryption-data", StringComparison.Ordinal))
                    {
                        throw new DomainRuleException($"{name} is protected by a password. Save it without one and choose it again.");
                    }
                }

                return Open.TryGetValue(type, out var known) ? (known.Ending, type, known.Words) : null;
            }
        }
        catch (InvalidDataException)
        {
            throw new DomainRuleException($"{name} is not whole. Choose it again, or save it anew first.");
        }

        return null;
    }

    // ISO 32000-1, 7.6: a locked file names its lock in the trailer or in the dictionary of the cross-reference stream, neither of which is
    // ever packed. In the packed parts these letters stand by chance once in a great many ages.
    private static bool IsLocked(byte[] bytes)
    {
        var key = "/Encrypt"u8;
        var rest = bytes.AsSpan();
        for (var at = rest.IndexOf(key); at >= 0; at = rest.IndexOf(key))
        {
            rest = rest[(at + key.Length)..];
            var next = 0;
            while (next < rest.Length && rest[next] is (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t')
            {
                next++;
            }

            if (next < rest.Length && (rest[next] is >= (byte)'0' and <= (byte)'9' || rest[next] == (byte)'<'))
            {
                return true;
            }
        }

        return false;
    }
}
