using AbcdConnect.Domain.Access;
using AbcdConnect.Web.Features.Shared;

namespace AbcdConnect.Web.Tests.Shared;

public sealed class CsvFileTests
{
    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+44 7700 900123", "'+44 7700 900123")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\r=x", "\"'\r=x\"")]
    [InlineData("=a,\"b\"", "\"'=a,\"\"b\"\"\"")]
    public void A_cell_that_a_spreadsheet_would_run_is_made_harmless(string typed, string cell) => CsvFile.Cell(typed).ShouldBe(cell);

    [Fact]
    public void Values_are_written_as_a_spreadsheet_reads_them()
    {
        CsvFile.Cell(null).ShouldBe("");
        CsvFile.Cell("Sheila, the baker").ShouldBe("\"Sheila, the baker\"");
        CsvFile.Cell(-3).ShouldBe("-3");
        CsvFile.Cell(true).ShouldBe("yes");
        CsvFile.Cell(Role.Worker).ShouldBe("Worker");
        CsvFile.Cell(new DateOnly(2026, 11, 2)).ShouldBe("2026-11-02");
        CsvFile.Cell(new DateTimeOffset(2026, 7, 2, 9, 30, 0, TimeSpan.Zero)).ShouldBe("2026-07-02 10:30");
    }
}
