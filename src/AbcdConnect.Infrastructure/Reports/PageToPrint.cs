using System.Text;
using System.Text.RegularExpressions;

namespace AbcdConnect.Infrastructure.Reports;

/// <summary>
/// The page as it is handed to the browser, behind two walls. The page's own content security policy lets it load nothing but what it
/// carries. And it travels as a web archive (MHTML), which browsers open in a sandbox: no script, no form, no moving on to another
/// address (a policy cannot forbid a meta refresh to file:///etc/passwd), and no part that is not in the archive.
/// </summary>
internal static partial class PageToPrint
{
    public const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

    // A name that can never be resolved (RFC 2606); it gives the page an address of its own, so that links within it stay within it.
    private const string Address = "https://report.invalid/";
    private const string Boundary = "----AbcdConnect-page";

    /// <summary>The page with the policy as the first thing in its head, where nothing in the page can come before it.</summary>
    /// <exception cref="ArgumentException">The page does not begin with doctype, html and head.</exception>
    public static string Guard(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        var start = Opening().Match(html);
        if (!start.Success)
        {
            throw new ArgumentException("A page to print begins <!doctype html><html lang=\"…\"><head>.", nameof(html));
        }

        return $"{start.Value}<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">{html[start.Length..]}";
    }

    /// <summary>The guarded page as a web archive of one part (RFC 2557).</summary>
    public static byte[] Archive(string html)
    {
        var body = Convert.ToBase64String(Encoding.UTF8.GetBytes(Guard(html)), Base64FormattingOptions.InsertLineBreaks);
        return Encoding.ASCII.GetBytes(
            $"""
            From: <Saved by AbcdConnect>
            Snapshot-Content-Location: {Address}
            Subject: report
            MIME-Version: 1.0
            Content-Type: multipart/related; type="text/html"; boundary="{Boundary}"

            --{Boundary}
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: base64
            Content-Location: {Address}

            {body}
            --{Boundary}--

            """.ReplaceLineEndings("\r\n"));
    }

    [GeneratedRegex(
        """\A\uFEFF?\s*<!doctype\s+html\s*>\s*<html(?:\s+[^\s"'<>/=]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?)*\s*>\s*<head\s*>""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Opening();
}
