namespace AbcdConnect.Infrastructure.Reports;

/// <summary>The settings under <c>Reports</c>.</summary>
internal sealed class PdfPrintingOptions
{
    public const string Section = "Reports";

    /// <summary>The browser to print with. Not set: the first one found on the path, then in the usual places.</summary>
    public string? BrowserPath { get; set; }

    /// <summary>How long one printing may take, its wait in the queue not counted.</summary>
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>
    /// How much memory the browser's processes may hold together. Pages that they share count once for each of them, so the sum stands
    /// well above what the machine really gives: about 1,080 for a report of eleven pages that really takes 390.
    /// </summary>
    public int MaxMemoryMb { get; set; } = 2048;

    /// <summary>How many printings run side by side; the others queue.</summary>
    public int AtOnce { get; set; } = 1;

    /// <summary>Where each printing makes its private folder. Not set: the system's folder for temporary files.</summary>
    public string? WorkFolder { get; set; }
}
