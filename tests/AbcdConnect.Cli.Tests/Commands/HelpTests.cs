using AbcdConnect.Application.Common;

namespace AbcdConnect.Cli.Tests.Commands;

public sealed class HelpTests : IDisposable
{
    private readonly Abcd abcd = Abcd.InEmptyFolder();

    public void Dispose() => abcd.Dispose();

    [Fact]
    public async Task Each_command_says_what_it_is_for_and_what_it_takes()
    {
        var seen = new List<string>();

        await Walk([]);

        seen.ShouldBe(
            ["compile", "import", "import assets", "import boundaries", "import open-referral", "import postcodes", "import timetable", "index", "migrate", "report", "seed", "seed city", "seed demo", "users", "users add", "verify"],
            ignoreOrder: true);

        async Task Walk(string[] command)
        {
            var help = await abcd.Must([.. command, "--help"]);
            help.ShouldContain("Description:");
            help.ShouldContain("Usage:");
            var inside = help.Split("Commands:", 2);
            if (inside.Length == 2)
            {
                string[][] each = [.. inside[1].Split('\n').Where(l => l.StartsWith("  ", StringComparison.Ordinal) && l.Trim().Length > 0 && l[2] != ' ').Select(l => (string[])[.. command, l.Trim().Split(' ')[0]])];
                seen.AddRange(each.Select(c => string.Join(' ', c)));
                await Task.WhenAll(each.Select(Walk));
            }
        }
    }

    // The web's own test holds /health/live to the same number.
    [Fact]
    public async Task The_version_is_the_one_that_health_tells() => (await abcd.Must("--version")).Trim().ShouldBe(Product.Version);

    [Theory]
    [InlineData("bake")]
    [InlineData("import", "assets", "nowhere.csv")]
    [InlineData("users", "add", "--email", "a@example.org", "--name", "A", "--role", "wizard")]
    public async Task What_it_does_not_understand_it_says_and_ends_with_1(params string[] arguments)
    {
        var said = await abcd.Run(arguments);

        said.ExitCode.ShouldBe(1, said.ToString());
        said.Errors.ShouldNotBeEmpty();
        said.Errors.ShouldNotContain("   at ");
        File.Exists(Path.Combine(abcd.Folder, "abcd.db")).ShouldBeFalse();
    }
}
