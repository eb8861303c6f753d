using System.Text;
using AbcdConnect.Application.Meetings.Papers;
using AbcdConnect.Infrastructure.Meetings;
using AbcdConnect.Infrastructure.Tests.Reports;
using Microsoft.Extensions.Logging.Abstractions;

namespace AbcdConnect.Infrastructure.Tests.Meetings;

/// <summary>Papers in an agenda, with the real browser and qpdf, looked at with qpdf and poppler.</summary>
public sealed class QpdfBinderTests : IDisposable
{
    private const string Agenda =
        """
        <!doctype html><html lang="en-GB"><head><title>Agenda</title><style>section { break-before: page }</style></head><body>
        <h1>Round table</h1><p><a href="#paper-1">One</a> <a href="#paper-2">Two</a></p>
        <section id="paper-1"><h2>Paper 1: Lights.pdf</h2><p>Its pages follow.</p></section>
        <section id="paper-2"><h2>Paper 2: Scan.pdf</h2><p>Its page follows.</p></section>
        </body></html>
        """;

    private const string Lights =
        """
        <!doctype html><html lang="pl"><head><title>Lights</title><style>h2 { break-before: page }</style></head><body>
        <h1>Zażółć lane</h1><p><a href="#paper-1">Where they go</a> <a href="https://example.org/">The web</a></p><h2 id="paper-1">Three lamps</h2><ul><li>One by the mill</li></ul>
        </body></html>
        """;

    private readonly Printing printing = new();

    public void Dispose() => printing.Dispose();

    [Fact]
    public async Task Papers_follow_their_pages_with_their_bookmarks_tags_and_links_and_the_file_is_whole()
    {
        var (agenda, lights) = ((await printing.Print(Agenda)).Bytes, (await printing.Print(Lights)).Bytes);
        await using var hand = await Binder().TakeUp(
            [
                new PaperToBind("paper-1", "Lights.pdf", "application/pdf", lights),
                new PaperToBind("paper-2", "Scan.pdf", "application/pdf", Scan("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", "/AA << /O << /S /JavaScript /JS (app.alert\\(2\\)) >> >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (calc.exe) >> >>]")),
                new PaperToBind("paper-3", "Costs.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Encoding.ASCII.GetBytes("PK a sheet")),
                new PaperToBind("paper-4", "Torn.pdf", "application/pdf", Encoding.ASCII.GetBytes("%PDF-1.7\nnothing\n%%EOF\n")),
                new PaperToBind("paper-5", "Folder.pdf", "application/pdf", Scan("/Collection << /Type /Collection >>", "")),
            ],
            CancellationToken.None);
        hand.Papers.Select(p => p.Pages).ShouldBe([2, 1, 0, 0, 0]);

        var pack = (await hand.Bind(agenda, CancellationToken.None)).ShouldNotBeNull();

        await File.WriteAllBytesAsync(printing.File("page.pdf"), pack);
        await Printing.Run("qpdf", "--check", printing.File("page.pdf"));
        var text = (await printing.Text()).Split('\f').Select(p => p.Trim()).ToList();
        text.Count(p => p.Length > 0).ShouldBe(6);
        text[1].ShouldStartWith("Paper 1: Lights.pdf");
        text[2].ShouldStartWith("Zażółć lane");
        text[3].ShouldStartWith("Three lamps");
        text[4].ShouldStartWith("Paper 2: Scan.pdf");
        text[5].ShouldBe("Scanned");
        await Printing.Run("qpdf", "--qdf", "--object-streams=disable", printing.File("page.pdf"), printing.File("plain.pdf"));
        var plain = await File.ReadAllTextAsync(printing.File("plain.pdf"), Encoding.Latin1);
        plain.ShouldSatisfyAllConditions(
            p => p.ShouldNotContain("JavaScript"),
            p => p.ShouldNotContain("calc.exe"),
            p => p.ShouldContain("https://example.org/"),
            p => p.ShouldContain("/PageMode /UseOutlines"),
            p => p.ShouldContain("/Lang (pl)"),
            p => p.ShouldContain("/T (Lights.pdf)"));
        // Of the bookmarks only one leads by a name that both files used; the paper's own leads to the paper.
        var json = await Printing.Run("qpdf", "--json=2", "--json-key=outlines", printing.File("page.pdf"));
        using var outlines = System.Text.Json.JsonDocument.Parse(json);
        Marks(outlines.RootElement.GetProperty("outlines")).ShouldBe(["1 Round table", "2 Paper 1: Lights.pdf", "3 Zażółć lane", "4 Three lamps", "5 Paper 2: Scan.pdf"]);
        (await Printing.Run("pdfinfo", "-dests", printing.File("page.pdf"))).ShouldMatch(@"2 \[ XYZ.*""paper-1""");
        (await Printing.Run("qpdf", "--list-attachments", printing.File("page.pdf"))).ShouldSatisfyAllConditions(a => a.ShouldContain("Costs.xlsx"), a => a.ShouldContain("Torn.pdf"), a => a.ShouldContain("Folder.pdf"));
        // Read aloud, each paper comes behind what announces it.
        var tags = await Printing.Run("pdfinfo", "-struct-text", printing.File("page.pdf"));
        tags.ShouldMatch(@"(?s)Round table.*Paper 1.*Sect.*lane.*Three lamps.*mill.*Paper 2");
    }

    [Fact]
    public async Task Without_qpdf_it_says_so_and_where_the_agenda_has_no_place_for_a_paper_nothing_is_bound()
    {
        new QpdfBinder(new PaperSettings("/nowhere/qpdf"), NullLogger<QpdfBinder>.Instance).WhyNot!.ShouldContain("Meetings:QpdfPath");
        Binder().WhyNot.ShouldBeNull();
        await using var hand = await Binder().TakeUp([new PaperToBind("paper-9", "Scan.pdf", "application/pdf", Scan("", ""))], CancellationToken.None);

        (await hand.Bind(Scan("", ""), CancellationToken.None)).ShouldBeNull();
        (await hand.Bind(Encoding.ASCII.GetBytes("no PDF"), CancellationToken.None)).ShouldBeNull();
    }

    private static QpdfBinder Binder() => new(new PaperSettings(null), NullLogger<QpdfBinder>.Instance);

    // One page without tags, as a scanner writes it. qpdf finds the objects' places itself.
    private static byte[] Scan(string catalogue, string page) => Encoding.ASCII.GetBytes(
        $"""
        %PDF-1.4
        1 0 obj << /Type /Catalog /Pages 2 0 R {catalogue} >> endobj
        2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >> endobj
        3 0 obj << /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> {page} >> endobj
        4 0 obj << /Length 41 >> stream
        BT /F 12 Tf 100 700 Td (Scanned) Tj ET
        endstream endobj
        5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
        trailer << /Root 1 0 R /Size 6 >>
        startxref
        0
        %%EOF

        """);

    private static IEnumerable<string> Marks(System.Text.Json.JsonElement outlines) => outlines.EnumerateArray().SelectMany(o => Marks(o.GetProperty("kids")).Prepend($"{o.GetProperty("destpageposfrom1")} {o.GetProperty("title").GetString()}"));
}
