using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Cli.Tests.Commands;

public sealed class MigrateCommandTests
{
    [Fact]
    public async Task Migrating_again_keeps_everything_and_says_there_was_nothing_to_do()
    {
        using var abcd = await Abcd.Migrated();
        var words = await abcd.Db(db => db.GiftTerms.CountAsync());
        words.ShouldBeGreaterThanOrEqualTo(300);

        (await abcd.Must("migrate", "--programme", "Trial")).ShouldContain("The database is up to date.");

        (await abcd.Db(db => db.Programmes.Select(p => p.Name).ToListAsync())).ShouldBe(["Trial"]);
        (await abcd.Db(db => db.GiftTerms.CountAsync())).ShouldBe(words);
    }

    [Fact]
    public async Task Before_it_the_others_say_to_run_it()
    {
        using var abcd = Abcd.InEmptyFolder();

        var said = await abcd.Run("verify");

        said.ExitCode.ShouldBe(1);
        said.Errors.Trim().ShouldStartWith("There is no database yet. On a first start run: abcd migrate.");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_said_to_be_none_and_is_left_alone()
    {
        using var abcd = Abcd.InEmptyFolder();
        abcd.File("abcd.db", new string('x', 8192));

        var said = await abcd.Run("migrate");

        said.ExitCode.ShouldBe(1, said.ToString());
        said.Errors.ShouldContain("The database cannot be written");
        said.Errors.ShouldNotContain("   at ");
        (await File.ReadAllTextAsync(Path.Combine(abcd.Folder, "abcd.db"))).ShouldBe(new string('x', 8192));
    }
}
