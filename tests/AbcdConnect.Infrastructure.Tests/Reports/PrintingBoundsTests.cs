using System.Globalization;
using AbcdConnect.Application.Reports;
using AbcdConnect.Infrastructure.Reports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AbcdConnect.Infrastructure.Tests.Reports;

/// <summary>What the printer does when the browser does not do as it should: shell scripts stand in for it.</summary>
public sealed class PrintingBoundsTests : IDisposable
{
    private const string Page = "<!doctype html><html lang=\"en\"><head><title>t</title></head><body>Hello</body></html>";
    private const string Prints = "printf '%%PDF-1.4\\n%%%%EOF\\n' > \"$target\"";

    private readonly Printing printing = new();

    public void Dispose() => printing.Dispose();

    [Fact]
    public async Task A_browser_that_never_ends_is_stopped_with_its_children_and_the_reader_told()
    {
        await using var living = await printing.Living();
        var browser = printing.Browser($"{living.Join}; sleep 600 & touch \"$target\"; wait");

        var answer = await printing.Printer(browser, timeoutSeconds: 1).Print(Page, Printing.Dated, CancellationToken.None);

        var overran = answer.ShouldBeOfType<Overran>();
        overran.Bound.ShouldBe(PrintingBound.Time);
        overran.Message.ShouldStartWith("Printing the PDF took longer than 1 s and was stopped.");
        await living.AllAreGone();
        printing.LeftInWork().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_child_that_outlives_the_browser_is_stopped_too_even_if_it_holds_on_to_the_output()
    {
        await using var living = await printing.Living();
        // The browser lives until it has been looked at at least once after it started its child.
        var browser = printing.Browser($"{living.Join}; sleep 600 & sleep 1; {Prints}");

        (await printing.Printer(browser).Print(Page, Printing.Dated, CancellationToken.None)).ShouldBeOfType<PdfPrinted>();

        await living.AllAreGone();
    }

    [Fact]
    public async Task A_browser_that_takes_too_much_memory_is_stopped_and_the_reader_told()
    {
        var browser = printing.Browser("sleep 600 & wait");

        var answer = await printing.Printer(browser, maxMemoryMb: 1).Print(Page, Printing.Dated, CancellationToken.None);

        var overran = answer.ShouldBeOfType<Overran>();
        overran.Bound.ShouldBe(PrintingBound.Memory);
        overran.Message.ShouldContain("more than 1 MB of memory");
        printing.LeftInWork().ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancelling_stops_the_browser_and_clears_up()
    {
        await using var living = await printing.Living();
        var browser = printing.Browser($"{living.Join}; exec sleep 600");
        using var cancel = new CancellationTokenSource();
        var print = printing.Printer(browser).Print(Page, Printing.Dated, cancel.Token);
        await living.OneHasJoined();

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(print);
        await living.AllAreGone();
        printing.LeftInWork().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task No_more_print_at_once_than_the_queue_lets_through(int atOnce)
    {
        var inside = Directory.CreateDirectory(printing.File("inside")).FullName;
        var counts = printing.File("counts");
        var browser = printing.Browser($"touch '{inside}'/$$; ls '{inside}' | wc -l >> '{counts}'; sleep 0.3; rm '{inside}'/$$; {Prints}");
        var printer = printing.Printer(browser, atOnce);

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => printer.Print(Page, Printing.Dated, CancellationToken.None)));

        all.ShouldAllBe(answer => answer is PdfPrinted);
        File.ReadAllLines(counts).Select(line => int.Parse(line, CultureInfo.InvariantCulture)).Max().ShouldBeLessThanOrEqualTo(atOnce);
    }

    [Fact]
    public async Task One_that_fails_lets_the_next_one_through()
    {
        var printer = printing.Printer(printing.Browser($"test -e '{printing.File("again")}' && {Prints}; touch '{printing.File("again")}'"));

        await Should.ThrowAsync<PdfPrintingFailedException>(printer.Print(Page, Printing.Dated, CancellationToken.None));

        (await printer.Print(Page, Printing.Dated, CancellationToken.None)).ShouldBeOfType<PdfPrinted>();
    }

    [Fact]
    public async Task Half_a_file_is_not_taken_for_a_pdf()
    {
        var browser = printing.Browser("printf '%%PDF-1.4\\n' > \"$target\"");

        var failed = await Should.ThrowAsync<PdfPrintingFailedException>(printing.Printer(browser).Print(Page, Printing.Dated, CancellationToken.None));

        failed.Message.ShouldStartWith("The browser stopped without making the PDF.");
        printing.LeftInWork().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_named_as_the_reason()
    {
        await File.WriteAllTextAsync(printing.File("a-file"), "");
        var printer = printing.Printer(printing.Browser(Prints), work: printing.File("a-file/in-it"));

        var failed = await Should.ThrowAsync<PdfPrintingFailedException>(printer.Print(Page, Printing.Dated, CancellationToken.None));

        failed.Message.ShouldContain("temporary files could not be written");
        failed.Message.ShouldNotContain(printing.File("a-file"));
    }

    [Fact]
    public async Task A_file_that_is_no_program_is_said_to_be_none()
    {
        await File.WriteAllTextAsync(printing.File("not-a-browser"), "Hello");

        var failed = await Should.ThrowAsync<PdfPrintingFailedException>(
            printing.Printer(printing.File("not-a-browser")).Print(Page, Printing.Dated, CancellationToken.None));

        failed.Message.ShouldContain("Reports:BrowserPath");
    }

    [Fact]
    public async Task Without_a_browser_the_answer_says_how_to_install_one()
    {
        var answer = await printing.PrinterWithoutBrowser().Print(Page, Printing.Dated, CancellationToken.None);

        answer.ShouldBeOfType<NoBrowser>().HowToInstall.ShouldContain("apt install chromium");
    }

    [Fact]
    public async Task A_browser_that_is_set_and_gone_is_not_replaced_by_another()
    {
        var answer = await printing.Printer(printing.File("gone")).Print(Page, Printing.Dated, CancellationToken.None);

        answer.ShouldBeOfType<NoBrowser>().HowToInstall.ShouldContain("Reports:BrowserPath names a browser that is not there");
    }

    [Fact]
    public async Task The_page_is_handed_over_in_a_folder_that_nobody_else_may_enter_and_without_the_environments_secrets()
    {
        var seen = printing.File("seen");
        var browser = printing.Browser($"stat -c %a \"$(dirname \"$target\")\" > '{seen}'; env >> '{seen}'; {Prints}");
        Environment.SetEnvironmentVariable("ConnectionStrings__ForThisTest", "secret");
        try
        {
            await printing.Printer(browser).Print(Page, Printing.Dated, CancellationToken.None);
        }
        finally
        {
            Environment.SetEnvironmentVariable("ConnectionStrings__ForThisTest", null);
        }

        var lines = await File.ReadAllLinesAsync(seen);
        lines[0].ShouldBe("700");
        lines.ShouldContain(line => line.StartsWith("PATH=", StringComparison.Ordinal));
        lines.ShouldNotContain(line => line.Contains("ForThisTest", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_crash_left_behind_long_ago_is_cleared_away_and_what_is_new_is_not()
    {
        var old = Directory.CreateDirectory(Path.Combine(printing.Work, "abcd-print-old")).FullName;
        var fresh = Directory.CreateDirectory(Path.Combine(printing.Work, "abcd-print-new")).FullName;
        var other = Directory.CreateDirectory(Path.Combine(printing.Work, "somebody-elses")).FullName;
        await File.WriteAllTextAsync(Path.Combine(old, "page.mht"), "x");
        Directory.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddDays(-1));
        Directory.SetLastWriteTimeUtc(other, DateTime.UtcNow.AddDays(-1));

        await printing.Printer(printing.Browser(Prints)).Print(Page, Printing.Dated, CancellationToken.None);

        printing.LeftInWork().ShouldBe([fresh, other], ignoreOrder: true);
    }

    [Fact]
    public void Settings_come_from_the_section_Reports_and_nonsense_is_refused()
    {
        ServiceProvider With(string key, string value) => new ServiceCollection()
            .AddLogging()
            .AddPdfPrinting(new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build())
            .BuildServiceProvider();

        using var good = With("Reports:AtOnce", "2");
        using var bad = With("Reports:AtOnce", "0");

        good.GetRequiredService<IOptions<PdfPrintingOptions>>().Value.AtOnce.ShouldBe(2);
        good.GetRequiredService<IPdfPrinter>().ShouldBeSameAs(good.GetRequiredService<IPdfPrinter>());
        Should.Throw<OptionsValidationException>(() => bad.GetRequiredService<IOptions<PdfPrintingOptions>>().Value)
            .Message.ShouldContain("Reports:AtOnce must lie between 1 and 16");
    }
}
