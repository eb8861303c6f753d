using System.IO.Compression;
using System.Text;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;

namespace AbcdConnect.Domain.Tests.Meetings;

/// <summary>A paper is what its bytes say, whatever its name says.</summary>
public sealed class PaperFileTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R /Size 2>>\nstartxref\n9\n%%EOF\n");

    [Fact]
    public void What_it_is_is_read_from_its_bytes()
    {
        PaperFile.Read("C:\\Users\\Joan\\Lights.PDF", Pdf).ShouldSatisfyAllConditions(p => p.Name.ShouldBe("Lights.PDF"), p => p.MediaType.ShouldBe("application/pdf"));
        PaperFile.Read("Lights", Pdf).Name.ShouldBe("Lights.pdf");
        PaperFile.Read("Notes.docx", Zip("word/document.xml")).MediaType.ShouldEndWith("wordprocessingml.document");
        PaperFile.Read("Sums.xlsx", Zip("xl/workbook.xml")).MediaType.ShouldEndWith("spreadsheetml.sheet");
        PaperFile.Read("Talk.pptx", Zip("ppt/presentation.xml")).MediaType.ShouldEndWith("presentationml.presentation");
        PaperFile.Read("Notes.odt", Zip("mimetype=application/vnd.oasis.opendocument.text")).MediaType.ShouldBe("application/vnd.oasis.opendocument.text");
        PaperFile.Read("Hall.jpeg", [0xFF, 0xD8, 0xFF, 0xE0]).Name.ShouldBe("Hall.jpeg");
        PaperFile.Read("../../etc/passwd.png", [0x89, 0x50, 0x4E, 0x47]).Name.ShouldBe("passwd.png");
    }

    [Fact]
    public void What_is_not_what_it_says_is_locked_too_big_or_harmful_is_refused_in_plain_words()
    {
        Refused("Lights.pdf", Zip("word/document.xml")).ShouldBe("Lights.pdf is not what its name says: inside it is a Word document. Save it again as .docx, so that whoever opens it knows what it is.");
        Refused("Lights.docx", Pdf).ShouldContain("inside it is a PDF");
        Refused("Lights.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\ntrailer <</Root 1 0 R /Encrypt 5 0 R>>\n%%EOF")).ShouldContain("protected by a password");
        Refused("Lights.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n7 0 obj <</Type /XRef /Encrypt\r\n<</Filter /Standard>>>> stream")).ShouldContain("protected by a password");
        // About locks, and not locked.
        PaperFile.Read("Locks.pdf", [.. Pdf, .. Encoding.ASCII.GetBytes("% /EncryptMetadata false, and /Encryption")]).MediaType.ShouldBe("application/pdf");
        Refused("Notes.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1]).ShouldContain("protected by a password, or of an old kind");
        Refused("Notes.odt", Zip("mimetype=application/vnd.oasis.opendocument.text", "META-INF/manifest.xml=<manifest:encryption-data/>")).ShouldContain("protected by a password");
        Refused("Notes.docm", Zip("word/document.xml", "word/vbaProject.bin")).ShouldContain("macros");
        Refused("Notes.docx", [.. "PK\x03\x04"u8, 1, 2, 3]).ShouldContain("not whole");
        Refused("page.pdf", Encoding.ASCII.GetBytes("<html><script>alert(1)</script>")).ShouldContain("is not a paper we can keep");
        Refused("empty.pdf", []).ShouldContain("is empty");
        Refused("Plan.pdf", new byte[50 * 1024 * 1024]).ShouldBe("Plan.pdf has 50 MB; 10 MB are the most. Save it as a smaller PDF (most programs offer “smallest size”), split it, or put a link to it in an item's note.");
    }

    private static string Refused(string name, byte[] bytes) => Should.Throw<DomainRuleException>(() => PaperFile.Read(name, bytes)).Message;

    private static byte[] Zip(params string[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts)
            {
                var named = part.Split('=', 2);
                using var writer = new StreamWriter(zip.CreateEntry(named[0]).Open());
                writer.Write(named.Length > 1 ? named[1] : "x");
            }
        }

        return bytes.ToArray();
    }
}
