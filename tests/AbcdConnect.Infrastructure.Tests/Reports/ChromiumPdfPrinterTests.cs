using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using AbcdConnect.Application.Reports;

namespace AbcdConnect.Infrastructure.Tests.Reports;

/// <summary>With the real browser, and poppler and qpdf to look at what it printed.</summary>
public sealed class ChromiumPdfPrinterTests : IDisposable
{
    private const string Report =
        """
        <!doctype html>
        <html lang="en-GB">
        <head>
        <title>What came of it: October 2026 (Zażółć)</title>
        <style>
          @page { size: A4; margin: 20mm; @bottom-right { content: counter(page) " of " counter(pages); font: 9pt "Noto Sans" } }
          body { font-family: "Noto Sans", "Noto Sans Bengali", "Noto Sans Arabic", "Noto Naskh Arabic" }
          h2 { break-before: page }
        </style>
        </head>
        <body>
        <h1>What came of it</h1>
        <p>Strong things first. <a href="#figures">To the figures</a></p>
        <p lang="pl">Zażółć gęślą jaźń</p>
        <p lang="bn">প্রতিবেশীরা একসাথে রান্না করেন</p>
        <p lang="ar" dir="rtl">الجيران يطبخون معا</p>
        <h2 id="figures">Figures</h2>
        <table><thead><tr><th scope="col">Metric</th><th scope="col">Count</th></tr></thead>
        <tbody><tr><th scope="row">Conversations</th><td>42</td></tr></tbody></table>
        <svg role="img" aria-label="A chart of conversations" width="20" height="20"><rect width="20" height="20"/></svg>
        </body>
        </html>
        """;

    private readonly Printing printing = new();

    public void Dispose() => printing.Dispose();

    [Fact]
    public async Task A_page_is_printed_whole_tagged_titled_and_with_its_fonts()
    {
        var printed = await printing.Print(Report);

        printed.Pages.ShouldBe(2);
        printed.Bytes.AsSpan().StartsWith("%PDF-"u8).ShouldBeTrue();
        await Printing.Run("qpdf", "--check", printing.File("page.pdf"));

        var info = await Printing.Run("pdfinfo", printing.File("page.pdf"));
        info.ShouldContain("Title:           What came of it: October 2026 (Zażółć)");
        info.ShouldMatch(@"Tagged:\s+yes");
        info.ShouldMatch(@"Pages:\s+2\n");
        info.ShouldMatch(@"Page size:\s+.*A4");
        info.ShouldMatch(@"CreationDate:\s+Thu Oct  1 02:00:00 2026 UTC");
        info.ShouldMatch(@"ModDate:\s+Thu Oct  1 02:00:00 2026 UTC");

        var fonts = (await Printing.Run("pdffonts", printing.File("page.pdf"))).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        fonts.ShouldNotBeEmpty();
        fonts.ShouldAllBe(font => font.Contains(" yes yes yes ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_language_bookmarks_table_headers_and_alternative_text_are_in_the_file()
    {
        await printing.Print(Report);
        await Printing.Run("qpdf", "--qdf", "--object-streams=disable", printing.File("page.pdf"), printing.File("plain.pdf"));
        var plain = await File.ReadAllTextAsync(printing.File("plain.pdf"), System.Text.Encoding.Latin1);

        plain.ShouldContain("/Lang (en-GB)");
        plain.ShouldContain("/Lang (pl)");
        plain.ShouldContain("/Type /Outlines");
        plain.ShouldContain("/Title (What came of it)");
        plain.ShouldContain("/Title (Figures)");
        plain.ShouldContain("/Dest /figures");
        plain.ShouldContain("/Alt (A chart of conversations)");
        plain.ShouldContain("/Scope /Column");
        plain.ShouldContain("/Scope /Row");
        (await Printing.Run("pdfinfo", "-struct", printing.File("page.pdf"))).ShouldMatch(@"(?s)H1.*\bP\b.*H2.*Table.*TH.*TD.*Figure");
    }

    [Fact]
    public async Task Every_page_says_which_it_is_of_how_many()
    {
        await printing.Print(Report);

        var pages = (await printing.Text()).Split('\f');

        pages[0].ShouldContain("1 of 2");
        pages[1].ShouldContain("2 of 2");
    }

    [Theory]
    [InlineData("Zażółć gęślą jaźń")]
    [InlineData("প্রতিবেশীরা একসাথে রান্না করেন")]
    [InlineData("الجيران يطبخون معا")]
    public async Task Text_in_any_script_can_be_copied_out_again(string said)
    {
        await printing.Print(Report);

        // The marks that turn the direction of writing are pdftotext's own.
        var text = string.Concat((await printing.Text()).Normalize().Where(c => c is not ('\u202a' or '\u202b' or '\u202c')));

        text.ShouldContain(said.Normalize());
    }

    [Fact]
    public async Task The_same_page_printed_twice_is_the_same_file()
    {
        var first = await printing.Print(Report);
        var second = await printing.Print(Report);

        SHA256.HashData(second.Bytes).ShouldBe(SHA256.HashData(first.Bytes));
    }

    /// <summary>Each way that is known to bring something into a page, none of which may.</summary>
    public static TheoryData<string> WaysIn => new(
        """<iframe src="FILE.html" width="600" height="200"></iframe>""",
        """<iframe srcdoc="<iframe src='FILE.html'></iframe>" width="600" height="200"></iframe>""",
        """<img src="FILE.svg" alt="">""",
        """<object data="FILE.html" width="600" height="200"></object>""",
        """<embed src="FILE.html" width="600" height="200">""",
        """<link rel="stylesheet" href="FILE.css">""",
        """<link rel="import" href="FILE.html">""",
        """<style>@import "FILE.css";</style>""",
        """<style>body::after { content: url("FILE.svg") }</style>""",
        """<svg width="600" height="50"><image href="FILE.svg" width="600" height="50"/><use href="FILE.svg#it"/></svg>""",
        """<meta http-equiv="refresh" content="0; url=FILE.html">""",
        """<base href="FILE.html"><iframe src=""></iframe>""",
        """<video src="FILE.html" poster="FILE.svg" controls></video>""",
        """<script>document.body.append("S" + "ECRET")</script>""",
        """<script src="FILE.js"></script>""",
        """<img src="data:x" alt="" onerror="document.body.append('S' + 'ECRET')">""",
        """<body onload="document.body.append('S' + 'ECRET')">""",
        """<iframe src="javascript:document.write('S' + 'ECRET')"></iframe>""",
        """</body></html><!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src *"></head><body><iframe src="FILE.html"></iframe>""");

    [Theory]
    [MemberData(nameof(WaysIn))]
    public async Task Nothing_in_a_page_reads_this_machines_files_or_runs(string way)
    {
        const string Svg = """<svg xmlns="http://www.w3.org/2000/svg" width="600" height="50"><text id="it" y="20">SECRET</text></svg>""";
        await File.WriteAllTextAsync(printing.File("secret.html"), "<!doctype html><p>SECRET");
        await File.WriteAllTextAsync(printing.File("secret.svg"), Svg);
        await File.WriteAllTextAsync(printing.File("secret.css"), "body::after { content: 'SECRET' }");
        await File.WriteAllTextAsync(printing.File("secret.js"), "document.body.append('S' + 'ECRET')");
        var injected = way.Replace("FILE", new Uri(printing.File("secret")).AbsoluteUri, StringComparison.Ordinal);

        await printing.Print($"<!doctype html><html lang=\"en\"><head><title>t</title></head><body><p>Before</p>{injected}<p>After</p></body></html>");

        var text = await printing.Text();
        text.ShouldContain("Before");
        text.ShouldContain("After");
        text.ShouldNotContain("SECRET");
    }

    [Fact]
    public async Task Nothing_in_a_page_reads_the_passwords_of_the_machine()
    {
        await printing.Print(
            """
            <!doctype html><html lang="en"><head><title>t</title><link rel="stylesheet" href="file:///etc/passwd"></head><body><p>Before</p>
            <iframe src="file:///etc/passwd" width="600" height="300"></iframe><object data="file:///etc/passwd"></object>
            <img src="file:///etc/passwd" alt=""><meta http-equiv="refresh" content="0;url=file:///etc/passwd"></body></html>
            """);

        var text = await printing.Text();
        text.ShouldContain("Before");
        text.ShouldNotContain("root:");
    }

    [Fact]
    public async Task Nothing_in_a_page_reaches_the_network_not_even_this_machines_own()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";

        await printing.Print(
            $"""
            <!doctype html><html lang="en"><head><title>t</title><link rel="preconnect" href="{address}"><link rel="stylesheet" href="{address}a.css">
            <link rel="prefetch" href="{address}"><link rel="icon" href="{address}i.png"></head>
            <body><img src="{address}a.png" alt=""><iframe src="{address}"></iframe><meta http-equiv="refresh" content="0;url={address}"></body></html>
            """);

        listener.Pending().ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_is_left_in_the_work_folder()
    {
        await printing.Print(Report);

        printing.LeftInWork().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_browser_that_holds_more_memory_than_allowed_is_stopped()
    {
        var answer = await printing.Printer(maxMemoryMb: 20).Print(Report, Printing.Dated, CancellationToken.None);

        answer.ShouldBeOfType<Overran>().Bound.ShouldBe(PrintingBound.Memory);
        printing.LeftInWork().ShouldBeEmpty();
    }
}
