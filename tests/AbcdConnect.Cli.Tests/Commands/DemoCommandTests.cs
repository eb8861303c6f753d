using System.Text;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Cli.Tests.Commands;

public sealed class DemoCommandTests
{
    [Fact]
    public async Task The_demo_is_seeded_compiled_and_printed_from_the_shell()
    {
        using var abcd = Abcd.InEmptyFolder();

        (await abcd.Must("seed", "demo")).ShouldContain("The demo borough is loaded.");

        var last = await abcd.Db(db => db.Conversations.MaxAsync(c => c.HeldOn));
        var month = last.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        (await abcd.Must("compile", "--all")).ShouldContain("figures moved.");
        (await abcd.Must("compile", "--month", month)).ShouldContain("Compiled 1 month; 0 figures moved.");

        (await abcd.Must("report", "--month", month, "--draft", "--out", "draft.pdf")).ShouldContain("SHA-256");
        Encoding.ASCII.GetString(await File.ReadAllBytesAsync(Path.Combine(abcd.Folder, "draft.pdf")), 0, 5).ShouldBe("%PDF-");
        var unpublished = await abcd.Run("report", "--month", month, "--out", "figures.csv");
        unpublished.ExitCode.ShouldBe(1, unpublished.ToString());
        File.Exists(Path.Combine(abcd.Folder, "figures.csv")).ShouldBeFalse();
    }
}
