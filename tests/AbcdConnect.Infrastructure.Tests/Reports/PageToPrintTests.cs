using System.Text;
using AbcdConnect.Infrastructure.Reports;

namespace AbcdConnect.Infrastructure.Tests.Reports;

public sealed class PageToPrintTests
{
    [Theory]
    [InlineData("<!doctype html><html lang=\"en-GB\"><head><title>t</title>")]
    [InlineData("\uFEFF\n<!DOCTYPE html>\n<html lang='pl' class=print>\n<head>\n<title>t</title>")]
    [InlineData("<!doctype html><html lang=\"a>b\" data-x><head><title>t</title>")]
    public void The_policy_is_the_first_thing_in_the_head(string html)
    {
        var guarded = PageToPrint.Guard(html);

        guarded.ShouldContain($"<head><meta http-equiv=\"Content-Security-Policy\" content=\"{PageToPrint.Policy}\">");
        guarded.ShouldEndWith("<title>t</title>");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<p>Hello")]
    [InlineData("<html><head>")]
    [InlineData("<!doctype html><html><body><head>")]
    [InlineData("<!doctype html><!-- <html><head> --><iframe src=\"file:///etc/passwd\"></iframe><html><head>")]
    [InlineData("<!doctype html><html lang=\"<head>\"><script></script><head>")]
    public void A_page_that_could_load_something_before_its_policy_is_refused(string html) =>
        Should.Throw<ArgumentException>(() => PageToPrint.Guard(html)).Message.ShouldStartWith("A page to print begins <!doctype html>");

    [Fact]
    public void Dates_are_written_over_without_moving_anything_and_text_that_looks_like_one_stays()
    {
        const string Before = "/Title (/CreationDate \\(D:20200101000000+00'00'\\))\n/CreationDate (D:20261122024559+01'00')\n/ModDate (D:20261122024559-05'00')";
        var bytes = Encoding.ASCII.GetBytes(Before);

        PdfFile.SetDates(bytes, new DateTimeOffset(2026, 10, 1, 3, 0, 0, TimeSpan.FromHours(1)));

        Encoding.ASCII.GetString(bytes).ShouldBe(
            "/Title (/CreationDate \\(D:20200101000000+00'00'\\))\n/CreationDate (D:20261001020000+00'00')\n/ModDate (D:20261001020000+00'00')");
    }
}
