namespace AbcdConnect.Application.Reports;

/// <summary>Turns one finished HTML page, styled for print, into a PDF. docs/decisions/0005-pdf-by-headless-chromium.md</summary>
public interface IPdfPrinter
{
    /// <summary>
    /// Prints <paramref name="html"/> as it stands. The page brings everything it needs with it: style in style elements,
    /// pictures as inline SVG or data: addresses, fonts as data: addresses or installed on the machine. Nothing else is
    /// loaded, neither from the network nor from this machine's files, and no script runs.
    /// The language and the title of the PDF are those of the page; its bookmarks are the page's headings, its tags the page's elements.
    /// </summary>
    /// <param name="html">
    /// A whole document that begins <c>&lt;!doctype html&gt;&lt;html lang="…"&gt;&lt;head&gt;</c>, with nothing but white space between these.
    /// </param>
    /// <param name="options">What is to be known beside the page itself.</param>
    /// <param name="cancellationToken">Gives up waiting in the queue, or stops the printing at once.</param>
    /// <returns>
    /// <see cref="PdfPrinted"/>, or one of the two answers that a reader must be told about: <see cref="NoBrowser"/> and <see cref="Overran"/>.
    /// The same page, dated the same and printed by the same browser with the same fonts, gives the same bytes.
    /// </returns>
    /// <exception cref="ArgumentException">The page does not begin as it must.</exception>
    /// <exception cref="PdfPrintingFailedException">The disk is full, or the printer stopped without a PDF. Trying again may help.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; nothing is left running or lying about.</exception>
    Task<PrintedPdf> Print(string html, PdfPrintOptions options, CancellationToken cancellationToken);
}

/// <param name="Dated">
/// The instant that the PDF says it was made and last changed, to the second and in UTC: the moment of publishing rather than of
/// printing, so that the file comes out the same when it is printed again.
/// </param>
public sealed record PdfPrintOptions(DateTimeOffset Dated);

/// <summary>What came of printing: <see cref="PdfPrinted"/>, <see cref="NoBrowser"/> or <see cref="Overran"/>.</summary>
public abstract record PrintedPdf
{
    private protected PrintedPdf()
    {
    }

    /// <summary>The file, or else why there is none and what to do about it, in plain sentences.</summary>
    public abstract (byte[]? Pdf, string? WhyNot) Answer { get; }
}

/// <param name="Bytes">The whole file.</param>
/// <param name="Pages">How many pages it has; null where that could not be told cheaply.</param>
public sealed record PdfPrinted(byte[] Bytes, int? Pages) : PrintedPdf
{
    public override (byte[]? Pdf, string? WhyNot) Answer => (Bytes, null);
}

/// <summary>There is no browser on this machine to print with. Everything but the PDF works.</summary>
/// <param name="HowToInstall">Plain sentences for whoever looks after the machine.</param>
public sealed record NoBrowser(string HowToInstall) : PrintedPdf
{
    public override (byte[]? Pdf, string? WhyNot) Answer => (null, HowToInstall);
}

/// <summary>Printing went over its bound and was stopped.</summary>
/// <param name="Bound">Which bound.</param>
/// <param name="Message">Plain sentences: what happened and what to do next.</param>
public sealed record Overran(PrintingBound Bound, string Message) : PrintedPdf
{
    public override (byte[]? Pdf, string? WhyNot) Answer => (null, Message);
}

public enum PrintingBound
{
    Time,
    Memory,
}

/// <summary>No PDF was made, for a reason that lies outside the page. The message may be shown to a reader and never holds any of the page.</summary>
public sealed class PdfPrintingFailedException(string message, Exception? innerException = null) : Exception(message, innerException);
